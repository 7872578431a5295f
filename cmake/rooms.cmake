# One static library per room, so that a room's test links only what the room may use.
#   room(NAME  USES rooms on lower floors  LIBS third-party targets, seen by this room's own sources only
#        [FUZZED])  what a fuzzer steers by: it counts the ways taken here
# Sources are every .cpp in the room's folder.

add_library(house_flags INTERFACE)
target_compile_options(house_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 guesses these after inlining, and guesses wrong about std::string, std::vector and Boost.JSON (its bugs 105651,
  # 105562 and more). The sanitizer builds look for the same faults and find only real ones.
  target_compile_options(house_flags INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
    -Wno-stringop-overread -Wno-dangling-pointer -Wno-maybe-uninitialized)
endif()
if(IDERUM_WERROR)
  target_compile_options(house_flags INTERFACE -Werror)
endif()
if(IDERUM_SANITIZE)
  target_compile_options(house_flags INTERFACE -fsanitize=${IDERUM_SANITIZE} -fno-omit-frame-pointer -g1)
  target_compile_definitions(house_flags INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(house_flags INTERFACE -fsanitize=${IDERUM_SANITIZE})
  if(IDERUM_SANITIZE MATCHES "undefined")
    # What is reached through a null pointer the address sanitizer stops at; asking before costs a fifth of compiling.
    target_compile_options(house_flags INTERFACE -fno-sanitize-recover=undefined -fno-sanitize=null)
  endif()
endif()
# Twenty sanitized programs take a minute less to link.
find_program(LLD ld.lld)
if(LLD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  add_link_options(-fuse-ld=lld)
endif()
find_package(Threads REQUIRED)
# Most of a small file's time goes to the headers and templates it shares with its neighbours. Names in the unnamed
# namespaces of a room must therefore differ.
if(IDERUM_TOGETHER)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 6)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(house_flags INTERFACE -Wno-subobject-linkage)  # it takes the batch for a header
  endif()
endif()
if(IDERUM_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY} --quiet)
  if(IDERUM_TOGETHER)  # a batch includes its files: they are looked at as headers are
    list(APPEND CMAKE_CXX_CLANG_TIDY "--header-filter=/(src|tests)/" "--checks=-bugprone-suspicious-include")
  endif()
endif()

# Precompiled headers shorten the sanitizer builds; GCC's are slow to load.
function(precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LIBS" ${ARGN})
  if(NOT IDERUM_PRECOMPILED)
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Carries the precompiled header.\n")
  add_library(${name} OBJECT ${source})
  target_link_libraries(${name} PRIVATE house_flags tl::expected Threads::Threads ${ARG_LIBS})
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF CXX_CLANG_TIDY "")
endfunction()
set(standard_headers <algorithm> <array> <chrono> <condition_variable> <cstdint> <cstdio> <cstring> <filesystem>
  <functional> <map> <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <thread> <unordered_map>
  <utility> <variant> <vector> <tl/expected.hpp>)

function(room name)
  cmake_parse_arguments(ARG "FUZZED" "" "USES;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)  # a room that has only headers, or nothing yet
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} INTERFACE ${ARG_USES})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${ARG_USES} PRIVATE house_flags ${ARG_LIBS} Threads::Threads)
  if(ARG_FUZZED AND IDERUM_FUZZ)  # what was precompiled does not count
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
  else()
    use_precompiled(${name} ${ARG_LIBS})
  endif()
endfunction()

# Takes the precompiled header that fits the libraries a target links.
function(use_precompiled name)
  if(NOT IDERUM_PRECOMPILED)
    return()
  endif()
  set(which precompiled_standard)
  if("Boost::json" IN_LIST ARGN)
    set(which precompiled_json)
  endif()
  if("doctest_headers" IN_LIST ARGN)
    set(which precompiled_tests)
  endif()
  target_precompile_headers(${name} REUSE_FROM ${which})
endfunction()
