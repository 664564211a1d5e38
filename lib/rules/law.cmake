# The law: products, authorities, policies, frame, grade, lists, tasks.
spotcheck_library(spotcheck_rules
  SOURCES authority.cc frame.cc frame_merge.cc grade.cc law_errors.cc list_rules.cc policy.cc
          product_key.cc six_months.cc task_rules.cc withdrawal.cc
  DEPS spotcheck_base absl::flat_hash_map absl::span absl::strings)
