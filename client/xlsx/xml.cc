#include "client/xlsx/xml.h"

#include <expat.h>

#include <utility>

#include "client/xlsx/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

std::string_view LocalName(std::string_view name) {
  // npos + 1 is 0: a name without a prefix.
  return name.substr(name.rfind(':') + 1);
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char** at = pairs_; *at != nullptr; at += 2) {
    if (LocalName(at[0]) == name) return at[1];
  }
  return {};
}

struct XmlParser::Callbacks {
  static XmlParser& Called(void* self) {
    auto& parser = *static_cast<XmlParser*>(self);
    parser.called_ = parser.fed_;
    return parser;
  }
  static void XMLCALL Start(void* self, const char* name, const char** pairs) {
    auto& parser = Called(self);
    if (++parser.depth_ > kMaxXmlDepth) {
      XML_StopParser(parser.parser_.get(), XML_FALSE);
      return;
    }
    parser.handler_.Start(LocalName(name), Attributes(pairs));
  }
  static void XMLCALL End(void* self, const char* name) {
    auto& parser = Called(self);
    --parser.depth_;
    parser.handler_.End(LocalName(name));
  }
  static void XMLCALL Text(void* self, const char* text, int size) {
    Called(self).handler_.Text({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL DocumentType(void* self, const char*, const char*,
                                   const char*, int) {
    XML_StopParser(static_cast<XmlParser*>(self)->parser_.get(), XML_FALSE);
  }
};

void XmlParser::Closer::operator()(XML_ParserStruct* parser) const {
  XML_ParserFree(parser);
}

XmlParser::XmlParser(std::string file, XmlHandler& handler)
    : file_(std::move(file)),
      handler_(handler),
      parser_(XML_ParserCreate(nullptr)) {
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), Callbacks::Start, Callbacks::End);
  XML_SetCharacterDataHandler(parser_.get(), Callbacks::Text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), Callbacks::DocumentType);
}

absl::Status XmlParser::Feed(std::string_view bytes) {
  fed_ += static_cast<std::int64_t>(bytes.size());
  const XML_Status status =
      XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()),
                bytes.empty() ? XML_TRUE : XML_FALSE);
  // Expat keeps a tag until it is whole, and calls nothing meanwhile.
  const bool huge_tag = fed_ - called_ > kMaxXmlTag;
  if (status == XML_STATUS_OK && !huge_tag) return absl::OkStatus();
  return WorkbookBrokenError(
      file_, {"其中的 XML 有误", "the XML within is malformed"});
}

absl::Status ParsePart(PartReader part, const std::string& file,
                       XmlHandler& handler) {
  XmlParser parser(file, handler);
  while (true) {
    ASSIGN_OR_RETURN(const std::string_view bytes, part.Next());
    RETURN_IF_ERROR(parser.Feed(bytes));
    if (bytes.empty()) return absl::OkStatus();
  }
}

}  // namespace spotcheck::client
