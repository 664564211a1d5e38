#ifndef SPOTCHECK_TESTS_CLIENT_XLSX_MAKE_ZIP_H_
#define SPOTCHECK_TESTS_CLIENT_XLSX_MAKE_ZIP_H_

// Workbooks made by hand for tests, part by part.

#include <zip.h>

#include <map>
#include <string>

#include "gtest/gtest.h"

namespace spotcheck::client {

using Parts = std::map<std::string, std::string>;

inline void MakeZip(const std::string& path, const Parts& parts) {
  int fault = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
  ASSERT_NE(archive, nullptr) << fault;
  for (const auto& [name, text] : parts) {
    zip_source_t* source =
        zip_source_buffer(archive, text.data(), text.size(), 0);
    ASSERT_GE(zip_file_add(archive, name.c_str(), source, 0), 0) << name;
  }
  ASSERT_EQ(zip_close(archive), 0);
}

// The parts of a workbook of one sheet, whose rows are given; with styles 0 to
// 3: General, 14 (a day), 000000, and yyyy"年"m"月"d"日";@.
inline Parts WorkbookParts(const std::string& rows) {
  return {
      {"_rels/.rels",
       R"(<Relationships><Relationship Id="r1" Type="x/officeDocument" )"
       R"(Target="xl/workbook.xml"/></Relationships>)"},
      {"xl/workbook.xml",
       R"(<workbook><sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets>)"
       R"(</workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="r1" Type="x/worksheet" )"
       R"(Target="worksheets/sheet1.xml"/><Relationship Id="r2" )"
       R"(Type="x/styles" Target="/xl/styles.xml"/><Relationship Id="r3" )"
       R"(Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/>)"
       R"(<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;)"
       R"(d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/>)"
       R"(</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>)"
       R"(<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><t>一</t></si><si><r><t>二</t></r><r><rPr/><t> 三</t></r>)"
       R"(<rPh sb="0" eb="1"><t>ふり</t></rPh></si><si><t>a_x000D_b</t></si>)"
       R"(<si/></sst>)"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
  };
}

}  // namespace spotcheck::client

#endif  // SPOTCHECK_TESTS_CLIENT_XLSX_MAKE_ZIP_H_
