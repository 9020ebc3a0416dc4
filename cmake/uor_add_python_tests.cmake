# uor_add_python_tests(PREFIX TOPICS topic... LABEL label TIMEOUT seconds [ENVIRONMENT NAME=value...]): every method
# test_... of the class Test in TOPIC_test.py beside the caller's CMakeLists.txt is one ctest entry, PREFIX.TOPIC.METHOD,
# run by Debian's Python with UOR naming the program and UOR_SOURCE this tree.
function(uor_add_python_tests prefix)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "TOPICS;ENVIRONMENT")
  set(Python3_EXECUTABLE /usr/bin/python3)  # the one that Debian's packages serve
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(environment "UOR=$<TARGET_FILE:uor>" "UOR_SOURCE=${PROJECT_SOURCE_DIR}" ${arg_ENVIRONMENT} PYTHONDONTWRITEBYTECODE=1)
  foreach(topic ${arg_TOPICS})
    set(file ${CMAKE_CURRENT_SOURCE_DIR}/${topic}_test.py)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(STRINGS ${file} methods REGEX "^    def test_")
    foreach(line ${methods})
      string(REGEX REPLACE "^    def test_([a-z0-9_]+).*" "\\1" method "${line}")
      set(name ${prefix}.${topic}.${method})
      add_test(NAME ${name} COMMAND Python3::Interpreter -B ${file} Test.test_${method})
      set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${environment}")
    endforeach()
  endforeach()
endfunction()
