spotcheck_library(spotcheck_demo
  SOURCES demo_data.cc demo_errors.cc demo_rows.cc demo_tables.cc
  DEPS spotcheck_base spotcheck_rules)
