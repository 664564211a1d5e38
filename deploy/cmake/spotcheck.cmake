# The one place that knows how a room of this project is compiled.

set(SPOTCHECK_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    # GCC 12 reports overlaps in std::string that are not there (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
set(SPOTCHECK_SANITIZERS -fsanitize=address,undefined -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)

set(SPOTCHECK_FLAGS "" CACHE STRING
    "More compiler flags for this project's own code, not for generated code")

# spotcheck_compile(target): the warnings, the include root, the sanitizers.
function(spotcheck_compile target)
  target_compile_options(${target} PRIVATE ${SPOTCHECK_WARNINGS}
                                           ${SPOTCHECK_FLAGS})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  if(SPOTCHECK_SANITIZE)
    target_compile_options(${target} PRIVATE ${SPOTCHECK_SANITIZERS})
    target_link_options(${target} PUBLIC ${SPOTCHECK_SANITIZERS})
  endif()
endfunction()

# spotcheck_library(name SOURCES a.cc … DEPS x y …)
function(spotcheck_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_DEPS})
  spotcheck_compile(${name})
endfunction()

# spotcheck_binary(name SOURCES a.cc … DEPS x y …)
function(spotcheck_binary name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS})
  spotcheck_compile(${name})
endfunction()

# spotcheck_test(name SOURCES a_test.cc … DEPS x y …): one GoogleTest binary,
# one CTest entry; test data is found through tests/source_dir.h.
function(spotcheck_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  # A test's own code is not optimised: that takes twice the time to compile, and
  # what runs long stands in the libraries.
  spotcheck_binary(${name} SOURCES ${ARG_SOURCES}
                   DEPS ${ARG_DEPS} spotcheck_source_dir GTest::gtest GTest::gmock
                        GTest::gtest_main)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  add_test(NAME ${name} COMMAND ${name})
endfunction()
