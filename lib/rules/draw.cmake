# The draw and its bundle (protocol spotcheck-draw/1).
spotcheck_library(spotcheck_draw
  SOURCES bundle_errors.cc bundle_fields.cc bundle_json.cc bundle_read.cc
          bundle_read_tsv.cc bundle_verify.cc bundle_write.cc beacon.cc draw_allocate.cc
          draw_assign.cc draw_check.cc draw_check_people.cc draw_commit.cc
          draw_errors.cc draw_match.cc draw_merkle.cc draw_result.cc
          draw_run.cc draw_text.cc draw_ticket.cc draw_tsv.cc
  DEPS spotcheck_base absl::function_ref nlohmann_json::nlohmann_json)
