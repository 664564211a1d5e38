#include "lib/rules/register/states.h"

#include "gtest/gtest.h"

namespace spotcheck::rules {
namespace {

using enum Standing;

struct StateCase {
  const char* word;
  Standing standing;
};

constexpr StateCase kEnterpriseCases[] = {
    // Gone, each also with 已 and in any width.
    {"注销", kGone},
    {"已注销", kGone},
    {" 注 销　", kGone},
    {"吊销", kGone},
    {"已吊销", kGone},
    {"吊销未注销", kGone},
    {"吊销,未注销", kGone},
    {"吊销，未注销", kGone},
    {"已吊销，未注销", kGone},
    {"吊销（未注销）", kGone},
    {"吊销后注销", kGone},
    {"吊销，已注销", kGone},
    {"Deregistered", kGone},
    {"ＲＥＶＯＫＥＤ", kGone},
    {"struck off", kGone},
    // Processes, refusals, withdrawals, negations.
    {"拟注销", kInBusiness},
    {"正在进行简易注销公告", kInBusiness},
    {"已撤销简易注销公告", kInBusiness},
    {"撤销注销登记", kInBusiness},
    {"未被吊销", kInBusiness},
    {"未注销", kInBusiness},
    {"存续（在营、开业、在册）", kInBusiness},
    {"存续", kInBusiness},
    {"active", kInBusiness},
    {"", kInBusiness},
    {" 　", kInBusiness},
    {"——", kInBusiness},
    {"／", kInBusiness},
    {"无", kInBusiness},
    // Words of no table: a part of them is never read.
    {"拟吊销", kUnknown},
    {"注销申请被驳回", kUnknown},
    {"公告注销异议中", kUnknown},
    {"已已注销", kUnknown},
    {"not deregistered", kUnknown},
    {"撤销", kUnknown},
    {"退休", kUnknown},
    {"暂停", kUnknown},
    {"迁出", kUnknown},
    {"注销\xFF", kUnknown},
};

constexpr StateCase kLabCases[] = {
    {"暂停", kGone},
    {"已暂停", kGone},
    {"注销", kGone},
    {"已撤销", kGone},
    {"撤销", kGone},
    {"吊销", kGone},
    {"过期", kGone},
    {"已过期", kGone},
    {"失效", kGone},
    {"Suspended", kGone},
    {"证件未过期", kInBusiness},
    {"未过期", kInBusiness},
    {"正常", kInBusiness},
    {"", kInBusiness},
    {"暂停资质", kUnknown},
    {"拟暂停", kUnknown},
    {"恢复暂停前的资质", kUnknown},
    {"停用", kUnknown},
    {"退休", kUnknown},
    {"not expired", kUnknown},
};

constexpr StateCase kInspectorCases[] = {
    {"停职", kGone},
    {"已停职", kGone},
    {"暂停", kGone},
    {"退休", kGone},
    {"已退休", kGone},
    {"离职", kGone},
    {"调离", kGone},
    {"已调离", kGone},
    {"注销", kGone},
    {"吊销", kGone},
    {"retired", kGone},
    {"未退休", kInBusiness},
    {"证件未过期", kInBusiness},
    {"在岗", kInBusiness},
    {"", kInBusiness},
    {"延迟退休", kUnknown},
    {"拟调离", kUnknown},
    {"过期", kUnknown},
    {"退休返聘", kUnknown},
    {"left-handed", kUnknown},
};

TEST(States, AnEnterpriseIsGoneByWholeWordsOnly) {
  for (const StateCase& c : kEnterpriseCases) {
    EXPECT_EQ(ReadState(StateOf::kEnterprise, c.word), c.standing) << c.word;
  }
}

TEST(States, ALaboratoryIsOutByWholeWordsOnly) {
  for (const StateCase& c : kLabCases) {
    EXPECT_EQ(ReadState(StateOf::kLab, c.word), c.standing) << c.word;
  }
}

TEST(States, AnInspectorIsOutOfServiceByWholeWordsOnly) {
  for (const StateCase& c : kInspectorCases) {
    EXPECT_EQ(ReadState(StateOf::kInspector, c.word), c.standing) << c.word;
  }
}

}  // namespace
}  // namespace spotcheck::rules
