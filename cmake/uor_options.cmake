# Flags that every target of the project shares, as the interface target uor_options, and two short commands.
add_library(uor_options INTERFACE)
target_compile_options(uor_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion
  -ffp-contract=off -fno-math-errno -fno-trapping-math)
# Where sources are compiled together, the names of one are no concern of another.
set(together $<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(uor_options INTERFACE $<IF:${together},-Wshadow=local;-Wno-subobject-linkage,-Wshadow>)
  # GCC 12 warns of overlaps in std::string's own operator+ (GCC bug 105329).
  target_compile_options(uor_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
else()
  target_compile_options(uor_options INTERFACE $<$<NOT:${together}>:-Wshadow>)
endif()
if(UOR_WARNINGS_AS_ERRORS)
  target_compile_options(uor_options INTERFACE -Werror)
endif()

# A release checks itself where attacks and slips end: overrun arrays on the stack, lengths that the compiler knows,
# indices of the library's containers; and its tables of addresses are read-only once loaded. Not beside sanitizers, which
# see more; and not the indices in loops over trials (targets with the property UOR_LOOPS), which such checks would keep
# from being vectorised.
set(uor_hardening $<$<CONFIG:Release>:-fstack-protector-strong;-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
if(NOT UOR_SANITIZE)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES C CXX)
  target_compile_options(uor_options INTERFACE ${uor_hardening}
    $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:$<TARGET_PROPERTY:UOR_LOOPS>>>>:-D_GLIBCXX_ASSERTIONS>)
  add_link_options(LINKER:-z,relro,-z,now)
endif()
if(UOR_SANITIZE)
  add_compile_options(-fsanitize=${UOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${UOR_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 takes parts of std::regex for uninitialised when it is sanitised (GCC bug 105562).
    target_compile_options(uor_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
  endif()
endif()

# uor_add_layer(NAME [COLD] SOURCES a.cpp ... DEPENDS uor_base ...): a static library of one folder of core/uor. Most of the
# work of a compiler is headers, so its sources are compiled together (UOR_TOGETHER): names in their anonymous namespaces
# must differ within a folder. COLD is for layers without loops over trials: optimised a little, for the same bits.
function(uor_add_layer name)
  cmake_parse_arguments(ARG "COLD" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${UOR_TOGETHER} UNITY_BUILD_BATCH_SIZE 16)
  if(ARG_COLD)
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  target_link_libraries(${name} PUBLIC ${ARG_DEPENDS} PRIVATE uor_options ${ARG_PRIVATE})
endfunction()

# uor_compile_by_level(LAYER source): compiles one source of a layer once for each x86-64 level (other processors: once),
# with UOR_LEVEL set to it, for loops over trials; isa_level.hpp says which one to run. The source must include no header
# that emits shared inline functions, or the linker may give the highest level's copy to a processor that lacks it.
function(uor_compile_by_level layer source)
  set(levels 2)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    set(levels 2 3 4)
    target_compile_definitions(${layer} PRIVATE UOR_ALL_LEVELS)
  endif()
  foreach(level IN LISTS levels)
    set(part ${layer}_v${level})
    add_library(${part} OBJECT ${source})
    target_include_directories(${part} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${part} PRIVATE uor_options)
    target_compile_definitions(${part} PRIVATE UOR_LEVEL=${level})
    target_compile_options(${part} PRIVATE -O3 -fopenmp-simd -Wno-psabi)
    set_target_properties(${part} PROPERTIES UOR_LOOPS ON)
    if("4" IN_LIST levels)
      target_compile_options(${part} PRIVATE -march=x86-64-v${level} -mprefer-vector-width=512)
    endif()
    target_sources(${layer} PRIVATE $<TARGET_OBJECTS:${part}>)
  endforeach()
endfunction()

# uor_add_test(NAME SOURCES a_test.cpp ... DEPENDS libs... [LABELS l]): one GoogleTest program, its cases found by ctest, with
# the label `core` unless another is given. The target core_tests builds what .ci/run runs with sanitizers.
function(uor_add_test name)
  cmake_parse_arguments(ARG "" "LABELS" "SOURCES;DEPENDS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS core)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE uor_options ${ARG_DEPENDS} GTest::gtest_main GTest::gmock)
  target_compile_definitions(${name} PRIVATE UOR_SOURCE_DIR="${PROJECT_SOURCE_DIR}" UOR_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(${name} PROPERTIES LABELS ${ARG_LABELS} DISCOVERY_TIMEOUT 60)
  if(ARG_LABELS MATCHES "^(core|fields|known_answers)$")
    add_dependencies(core_tests ${name})
  endif()
endfunction()
