spotcheck_test(rules_law_test
  SOURCES authority_test.cc frame_test.cc grade_test.cc law_fixtures.cc
          list_rules_test.cc policy_test.cc product_key_test.cc
          six_months_test.cc task_rules_test.cc withdrawal_test.cc
  DEPS spotcheck_rules)
spotcheck_test(rules_frame_protocol_test
  SOURCES frame_protocol_test.cc law_fixtures.cc
  DEPS spotcheck_rules spotcheck_draw)
