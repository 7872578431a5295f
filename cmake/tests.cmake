# How tests are found, built and labelled. tests/README.md tells it in words.
#   label      where                                     built and run in
#   unit       tests/<room>/*.cpp                        build/asan
#   property   tests/property/*.cpp, and TEST_SUITE("property") in tests/<room>; build/asan
#   loopback   TEST_SUITE("loopback") in tests/<room>    build
#   fuzz       tests/fuzz/fuzz_<name>.cpp                build/asan
#   program    tests/program/*.cpp, *_test.mjs           build
#   person     tests/person, tests/page: *_test.mjs      build
#   long       the scripts whose first line says --long  build, --long only
#   threads    the unit tests of threaded rooms          build/tsan
set(test_environment
  IDERUM_SHARE=${IDERUM_SHARE} IDERUM_BIN=${CMAKE_BINARY_DIR}/bin/iderum IDERUM_BUILD=${CMAKE_BINARY_DIR}
  ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:abort_on_error=0
  UBSAN_OPTIONS=print_stacktrace=1
  TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp:second_deadlock_stack=1)

# What ./test builds in each of its three builds.
add_custom_target(tests_release)
add_custom_target(tests_checked)
add_custom_target(tests_threads)
add_dependencies(tests_release iderum share)

add_library(doctest_main OBJECT ${PROJECT_SOURCE_DIR}/tests/doctest_main.cpp)
target_link_libraries(doctest_main PRIVATE house_flags doctest_headers)

function(test_program_of target)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${target} ${ARG_SOURCES} $<TARGET_OBJECTS:doctest_main>)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(${target} PRIVATE IDERUM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE ${ARG_LIBS} house_flags doctest_headers Threads::Threads)
  use_precompiled(${target} doctest_headers)
  add_dependencies(${target} share)
endfunction()

# Every entry ends within SECONDS (default 300), or is killed and has failed. What may take longest begins first.
function(labelled name labels)
  set(seconds 300)
  if(ARGC GREATER 2)
    set(seconds ${ARGV2})
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${seconds} COST ${seconds} SKIP_RETURN_CODE 77 ENVIRONMENT "${test_environment}")
endfunction()

# A script run by node; its first line may say how long it may take, with the full numbers too, that it only belongs to
# them, and that it wants the machine for itself: "// ctest: 900 s, --long, alone".
function(script_test prefix label script)
  get_filename_component(name ${script} NAME_WE)
  string(REGEX REPLACE "_test$" "" name ${prefix}.${name})
  add_test(NAME ${name} COMMAND node ${script})
  file(STRINGS ${script} head LIMIT_COUNT 1)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${script})
  set(seconds 300)
  if(head MATCHES "^// ctest: ([0-9]+) s")
    set(seconds ${CMAKE_MATCH_1})
  endif()
  if(head MATCHES "^// ctest: .*, --long")
    list(APPEND label long)
  endif()
  labelled(${name} "${label}" ${seconds})
  if(head MATCHES "^// ctest: .*, alone$")
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

# A room's tests: every tests/<room>/*.cpp in one doctest program test_<room>; one ctest entry for its unit tests and one
# for each suite with a label of its own. THREADED rooms also run under the thread sanitizer; those that DRAW leave to
# libraries what these keep until the end.
function(room_tests name)
  cmake_parse_arguments(ARG "THREADED;DRAWS" "LABEL" "USES;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  if(ARG_DRAWS)
    list(APPEND sources ${PROJECT_SOURCE_DIR}/tests/lsan.cpp)
  endif()
  test_program_of(test_${name} SOURCES ${sources} LIBS ${ARG_USES} ${ARG_LIBS})
  add_dependencies(tests_checked test_${name})
  set(labels unit)
  if(ARG_LABEL)
    set(labels ${ARG_LABEL})
  endif()
  if(ARG_THREADED)
    list(APPEND labels threads)
    add_dependencies(tests_threads test_${name})
  endif()
  add_test(NAME ${name} COMMAND test_${name} --test-suite-exclude=property,loopback)
  # Twice what a slow machine takes. With the full numbers the property tests take longest: hundreds of trials with
  # sanitizers.
  set(seconds 600)
  if(name STREQUAL property)
    set(seconds 1500)
  endif()
  labelled(${name} "${labels}" ${seconds})
  foreach(suite property loopback)
    set(found FALSE)
    foreach(source IN LISTS sources)
      file(STRINGS ${source} lines REGEX "TEST_SUITE(_BEGIN)?\\(\"${suite}\"\\)")
      if(lines)
        set(found TRUE)
      endif()
    endforeach()
    if(found)
      add_test(NAME ${name}.${suite} COMMAND test_${name} --test-suite=${suite})
      labelled(${name}.${suite} ${suite} ${seconds})
      if(NOT suite STREQUAL property)
        add_dependencies(tests_release test_${name})
        set_tests_properties(${name}.${suite} PROPERTIES RUN_SERIAL ON)
      endif()
    endif()
  endforeach()
endfunction()

# Tests of a room that only reads files: without sanitizers and with -O2, since they read all of the source many times.
function(reads_only target)
  set_target_properties(${target} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
  target_compile_options(${target} PRIVATE -O2)
  if(IDERUM_SANITIZE)
    target_compile_options(${target} PRIVATE -fno-sanitize=all)
  endif()
endfunction()

# Tests that run the real program: every tests/program/*_test.mjs by node, and one doctest program of the *.cpp; one ctest
# entry per file. IDERUM_BIN names the program.
function(program_tests)
  cmake_parse_arguments(ARG "" "" "USES;LIBS" ${ARGN})
  file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/program/*_test.mjs)
  foreach(script IN LISTS scripts)
    script_test(program program ${script})
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/program/*.cpp)
  if(NOT sources)
    return()
  endif()
  test_program_of(test_program SOURCES ${sources} LIBS ${ARG_USES} ${ARG_LIBS})
  target_compile_definitions(test_program PRIVATE IDERUM_BIN="${CMAKE_BINARY_DIR}/bin/iderum")
  add_dependencies(test_program iderum)
  add_dependencies(tests_release test_program)
  foreach(source IN LISTS sources)
    file(STRINGS ${source} cases REGEX "TEST_CASE" LIMIT_COUNT 1)
    if(NOT cases)
      continue()  # shared by the others
    endif()
    get_filename_component(name ${source} NAME_WE)
    add_test(NAME program.${name} COMMAND test_program --source-file=*/${name}.cpp)
    labelled(program.${name} program)
  endforeach()
endfunction()

# Every tests/fuzz/fuzz_<name>.cpp; its first line says which rooms it links: "// rooms: intents base".
function(fuzz_tests)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.cpp)
  if(NOT IDERUM_FUZZ)
    return()
  endif()
  foreach(source IN LISTS sources)
    get_filename_component(target ${source} NAME_WE)
    string(REPLACE fuzz_ "" name ${target})
    file(STRINGS ${source} head LIMIT_COUNT 1)
    if(NOT head MATCHES "^// rooms: (.+)$")
      message(FATAL_ERROR "${source}:1: the first line must name the rooms it links: // rooms: intents base")
    endif()
    separate_arguments(rooms UNIX_COMMAND "${CMAKE_MATCH_1}")
    add_executable(${target} ${source})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${target} PRIVATE ${rooms} house_flags Threads::Threads)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(${target} share)
    add_dependencies(tests_checked ${target})
    add_test(NAME fuzz.${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.sh $<TARGET_FILE:${target}> ${name})
    labelled(fuzz.${name} fuzz)
  endforeach()
endfunction()

# Real browsers: tests/person/*_test.mjs against the real program, tests/page/*_test.mjs against a stand-in host.
function(person_tests)
  file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/person/*_test.mjs ${CMAKE_CURRENT_SOURCE_DIR}/page/*_test.mjs)
  foreach(script IN LISTS scripts)
    get_filename_component(folder ${script} DIRECTORY)
    get_filename_component(prefix ${folder} NAME)
    script_test(${prefix} person ${script})
  endforeach()
endfunction()
