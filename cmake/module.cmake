option(AROEIRA_PRECOMPILED "Read the headers of the standard library once for all sources" ON)
set(AROEIRA_STANDARD <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <variant> <vector>)

# aroeira_precompiled(<target> FIRST <target> <header>…): the standard library is read once for all sources, a fifth of a
# build. A source includes what it uses all the same: -DAROEIRA_PRECOMPILED=OFF builds without.
function(aroeira_precompiled target)
  cmake_parse_arguments(P "" "FIRST" "" ${ARGN})
  if(NOT AROEIRA_PRECOMPILED)
    return()
  endif()
  if(target STREQUAL P_FIRST)
    target_precompile_headers(${target} PRIVATE ${AROEIRA_STANDARD} ${P_UNPARSED_ARGUMENTS})
  else()
    target_precompile_headers(${target} REUSE_FROM ${P_FIRST})
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Out of a precompiled header GCC 12 takes the standard library for ours, and warns of it.
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow -Wno-restrict)
  endif()
endfunction()

# aroeira_test_program(<target>): what every program of doctest is made with.
function(aroeira_test_program target)
  target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests/support/doctest_main.cpp)
  # It holds doctest itself, and says so before it includes it.
  set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/support/doctest_main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${target} PRIVATE AROEIRA_SOURCE="${CMAKE_SOURCE_DIR}")
  # A test runs once and is compiled often: what it tests is optimised, it itself is not (a third of its time).
  target_compile_options(${target} PRIVATE -Og)
  aroeira_precompiled(${target} FIRST aroeira_base_test <doctest/doctest.h>)
endfunction()

# Sources beside their tests: everything but *_test.cpp is the library, *_test.cpp its test program.
# One test program per library, run by CTest under its own name.
function(aroeira_sources target kind)
  file(GLOB_RECURSE all CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${all})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER all EXCLUDE REGEX "_test\\.cpp$")
  if(all)
    add_library(${target} STATIC ${all})
    aroeira_precompiled(${target} FIRST aroeira_base)
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} ${scope} Threads::Threads ${ARGN})
  if(AROEIRA_TESTS AND tests)
    add_executable(${target}_test ${tests})
    aroeira_test_program(${target}_test)
    target_link_libraries(${target}_test PRIVATE ${target})
    # Fresh databases for store tests; linked by name, because tests/ comes after src/.
    if(NOT target STREQUAL aroeira_base)
      target_link_libraries(${target}_test PRIVATE aroeira_test_support)
    endif()
    add_test(NAME ${target} COMMAND ${target}_test)
  endif()
endfunction()

# aroeira_module(<name> DEPENDS <module>…): a feature under src/modules. The list is the table of
# ARCHITECTURE.md; tools/tidy refuses an include that is not in it.
function(aroeira_module name)
  cmake_parse_arguments(M "" "" "DEPENDS;LINK" ${ARGN})
  set(links)
  foreach(dependency ${M_DEPENDS})
    list(APPEND links aroeira_${dependency})
  endforeach()
  aroeira_sources(aroeira_${name} module aroeira_base aroeira_platform ${links} ${M_LINK})
endfunction()
