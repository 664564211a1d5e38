spotcheck_test(demo_data_test SOURCES demo_data_test.cc DEPS spotcheck_demo)
