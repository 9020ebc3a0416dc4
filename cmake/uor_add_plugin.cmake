# uor_add_plugin(NAME source...): builds lib/uor/plugins/uor_<NAME>.so, in the build tree of uor and, with the installed
# package, in that of a plugin's author.
#
# Every source is compiled once for each x86-64 level (other processors: once) with the flags under which the loops over
# trials vectorise and give the same bits at every level and from GCC and Clang, in all build types. One constant is
# exported, `uor_plugin_v1`: the build for x86-64-v2, which names the others. That build is linked first, because the
# linker keeps the first copy of an inline function and this one runs on every processor.
function(uor_add_plugin name)
  set(sources ${ARGN})
  if(NOT sources)
    message(FATAL_ERROR "uor_add_plugin(${name}) has no source: name at least one file after ${name}")
  endif()
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    set(levels 2 3 4)
  else()
    set(levels any)
  endif()
  set(objects)
  foreach(level IN LISTS levels)
    set(part uor_${name}_v${level})
    add_library(${part} OBJECT ${sources})
    target_link_libraries(${part} PRIVATE uor::plugin $<TARGET_NAME_IF_EXISTS:uor_options>)
    target_compile_options(${part} PRIVATE -O3 $<$<CONFIG:Release>:-fstack-protector-strong>)
    if(NOT level STREQUAL "any")
      target_compile_options(${part} PRIVATE -march=x86-64-v${level} -mprefer-vector-width=512)
      target_compile_definitions(${part} PRIVATE UOR_ISA_LEVEL=${level})
    endif()
    set_target_properties(${part} PROPERTIES UOR_LOOPS ON POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
      VISIBILITY_INLINES_HIDDEN ON INTERPROCEDURAL_OPTIMIZATION OFF)
    list(APPEND objects $<TARGET_OBJECTS:${part}>)
  endforeach()
  add_library(uor_${name} MODULE ${objects})
  target_link_options(uor_${name} PRIVATE LINKER:-z,relro,-z,now)
  set_target_properties(uor_${name} PROPERTIES LINKER_LANGUAGE CXX PREFIX "" OUTPUT_NAME uor_${name}
    INTERPROCEDURAL_OPTIMIZATION OFF LIBRARY_OUTPUT_DIRECTORY $<1:${CMAKE_BINARY_DIR}/lib/uor/plugins>)
endfunction()
