# native_test(AREA): the program test_AREA of AREA.cpp, linked with the target harness, and one test per case.
# test_of_each_case(AREA SOURCE): the tests alone, of a program that is there. The cases are read from the source, so that a
# new one is never forgotten. Variables in native_test_environment are set for each.
set(native_test_dir ${CMAKE_CURRENT_LIST_DIR})
function(native_test area)
  add_executable(test_${area} ${area}.cpp)
  target_link_libraries(test_${area} PRIVATE harness)
  test_of_each_case(${area} ${area}.cpp)
endfunction()
function(test_of_each_case area source)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
  set(environment "LD_BIND_NOW=1;UBSAN_OPTIONS=print_stacktrace=1"
    "LSAN_OPTIONS=suppressions=${native_test_dir}/lsan.supp:print_suppressions=0"
    "TSAN_OPTIONS=suppressions=${native_test_dir}/tsan.supp")
  file(STRINGS ${source} declarations REGEX "^(CASE|START)\\(")
  foreach(declaration IN LISTS declarations)
    string(REGEX REPLACE "^(CASE|START)\\(([a-z0-9_]+),.*" "\\2" name "${declaration}")
    add_test(NAME ${area}.${name} COMMAND test_${area} --check ${name})
    set_tests_properties(${area}.${name} PROPERTIES ENVIRONMENT "${environment};${native_test_environment}" TIMEOUT 180)
  endforeach()
endfunction()
