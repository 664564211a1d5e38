spotcheck_test(rules_draw_test
  SOURCES bundle_read_test.cc bundle_verify_test.cc draw_allocate_test.cc
          draw_bundles.cc draw_check_test.cc draw_match_test.cc draw_merkle_test.cc
          draw_ticket_test.cc draw_vectors_test.cc
  DEPS spotcheck_draw)
# Every byte and value of a bundle changed in turn: minutes under a sanitizer.
spotcheck_test(rules_bundle_mutation_test
  SOURCES bundle_mutation_test.cc draw_bundles.cc
  DEPS spotcheck_draw)
# Thousands of draws with fixed seeds.
spotcheck_test(rules_draw_statistics_test
  SOURCES draw_statistics_test.cc draw_bundles.cc
  DEPS spotcheck_draw)
