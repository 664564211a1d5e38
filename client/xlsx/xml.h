#ifndef SPOTCHECK_CLIENT_XLSX_XML_H_
#define SPOTCHECK_CLIENT_XLSX_XML_H_

// XML read piece by piece by expat. Elements and attributes are known by their
// local names: writers choose the prefixes themselves.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "client/xlsx/package.h"

struct XML_ParserStruct;

namespace spotcheck::client {

// Parts of workbooks nest some ten elements.
inline constexpr int kMaxXmlDepth = 64;
// A tag with its attributes is some hundred bytes; expat holds it whole.
inline constexpr std::int64_t kMaxXmlTag = std::int64_t{1} << 20;

class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  // The value of the attribute of this local name, empty where there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;  // name and value in turn, ended by null
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void Start(std::string_view name, const Attributes& attributes) = 0;
  virtual void End(std::string_view name) = 0;
  // A piece of the text; one text may come in several.
  virtual void Text(std::string_view text) = 0;
};

class XmlParser {
 public:
  // The handler outlives the parser. `file` is named in errors.
  XmlParser(std::string file, XmlHandler& handler);
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // Takes the next bytes, none at the end. WORKBOOK_BROKEN also for a document
  // type: no workbook has one, and it could define entities that grow.
  absl::Status Feed(std::string_view bytes);

 private:
  struct Closer {
    void operator()(XML_ParserStruct* parser) const;
  };
  struct Callbacks;

  std::string file_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Closer> parser_;
  std::int64_t fed_ = 0;     // bytes so far
  std::int64_t called_ = 0;  // of them when the handler was called last
  int depth_ = 0;
};

// Reads the whole part.
absl::Status ParsePart(PartReader part, const std::string& file,
                       XmlHandler& handler);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_XML_H_
