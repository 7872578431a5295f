# What the program reads beside itself: build/share/iderum/{locale,tablet,curricula,templates,words}. bin/iderum finds ../share/iderum;
# tests get IDERUM_SHARE.
set(IDERUM_SHARE ${CMAKE_BINARY_DIR}/share/iderum)
set(share_files "")

find_program(MSGFMT msgfmt REQUIRED)
find_library(GETTEXTPO gettextpo REQUIRED)
add_executable(join_texts ${PROJECT_SOURCE_DIR}/cmake/join_texts.cpp)
target_link_libraries(join_texts PRIVATE ${GETTEXTPO})
set_target_properties(join_texts PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)

# texts(DOMAIN language): header and fragments -> one catalogue -> .mo.
# CONFIGURE_DEPENDS finds new fragments; the list of names is a file, so that a removed one also leaves the catalogue.
function(texts domain language)
  set(folder ${PROJECT_SOURCE_DIR}/assets/lang)
  file(GLOB fragments CONFIGURE_DEPENDS ${folder}/${domain}.d/*.${language}.po)
  set(joined ${CMAKE_BINARY_DIR}/lang/${domain}.${language}.po)
  set(list ${CMAKE_BINARY_DIR}/lang/${domain}.${language}.list)
  set(mo ${IDERUM_SHARE}/locale/${language}/LC_MESSAGES/${domain}.mo)
  file(CONFIGURE OUTPUT ${list} CONTENT "${fragments}\n")
  file(MAKE_DIRECTORY ${IDERUM_SHARE}/locale/${language}/LC_MESSAGES ${IDERUM_SHARE}/tablet/lang)
  add_custom_command(OUTPUT ${mo} BYPRODUCTS ${joined}
    COMMAND join_texts ${joined} - ${folder}/header.${language}.po ${fragments}
    COMMAND ${MSGFMT} --check-format --output-file=${mo} ${joined}
    DEPENDS join_texts ${list} ${folder}/header.${language}.po ${fragments}
    COMMENT "Texts ${domain}.${language}" VERBATIM)
  set(share_files ${share_files} ${mo} PARENT_SCOPE)
endfunction()

# page_json(language name topics…): texts of some topics as JSON for browsers. What every page needs is one file (`page`), what
# the others than tablets say another (`room`), what comes with the rarer ways to vote a third (`votes`), what comes with
# photos a fourth (`photo`), with reading aloud a fifth (`aloud`), with following an idea a sixth (`follow`), the test of the network a seventh (`net`), and a table's board an eighth (`board`);
# what only the host says is in none.
function(page_json language name)
  string(REPLACE ";" "|" topics "${ARGN}")
  file(GLOB fragments CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/lang/page.d/*.${language}.po)
  list(FILTER fragments INCLUDE REGEX "/(${topics})\\.[^/]*$")
  set(header ${PROJECT_SOURCE_DIR}/assets/lang/header.${language}.po)
  set(json ${IDERUM_SHARE}/tablet/lang/${name}.${language}.json)
  set(joined ${CMAKE_BINARY_DIR}/lang/${name}.json.${language}.po)
  set(list ${CMAKE_BINARY_DIR}/lang/${name}.json.${language}.list)
  file(CONFIGURE OUTPUT ${list} CONTENT "${fragments}\n")
  add_custom_command(OUTPUT ${json} BYPRODUCTS ${joined}
    COMMAND join_texts ${joined} ${json} ${header} ${fragments}
    DEPENDS join_texts ${list} ${header} ${fragments}
    COMMENT "Texts ${name}.${language}.json" VERBATIM)
  set(share_files ${share_files} ${json} PARENT_SCOPE)
endfunction()

foreach(language sv en)
  texts(wall ${language})
endforeach()
# The page's languages: those that have a header and fragments.
file(GLOB page_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/lang/header.*.po)
foreach(header IN LISTS page_headers)
  string(REGEX REPLACE ".*/header\\.(.+)\\.po$" "\\1" language ${header})
  texts(page ${language})
  page_json(${language} page tablet errors)
  page_json(${language} room remote audience list new_vote)
  page_json(${language} votes votes)
  page_json(${language} net net)
  page_json(${language} photo photo)
  page_json(${language} aloud aloud)
  page_json(${language} follow follow)
  page_json(${language} board board)
endforeach()

find_program(ESBUILD esbuild REQUIRED)

# synced(FROM TO KEEP [ESBUILD]): a folder of ours, the same in the share folder; scripts and styles made small and few by a program.
function(synced name from to keep)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${from}/*)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/lang/${name}.list CONTENT "${files}\n")
  set(stamp ${CMAKE_BINARY_DIR}/lang/${name}.stamp)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -DFROM=${from} -DTO=${to} -DKEEP=${keep} -DESBUILD=${ARGN} -P ${PROJECT_SOURCE_DIR}/cmake/sync_folder.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${CMAKE_BINARY_DIR}/lang/${name}.list ${PROJECT_SOURCE_DIR}/cmake/sync_folder.cmake ${files}
    COMMENT "Files ${name}" VERBATIM)
  set(share_files ${share_files} ${stamp} PARENT_SCOPE)
endfunction()
synced(tablet ${PROJECT_SOURCE_DIR}/assets/tablet ${IDERUM_SHARE}/tablet lang ${ESBUILD})
synced(curricula ${PROJECT_SOURCE_DIR}/curricula ${IDERUM_SHARE}/curricula "")
synced(templates ${PROJECT_SOURCE_DIR}/assets/templates ${IDERUM_SHARE}/templates "")
synced(words ${PROJECT_SOURCE_DIR}/assets/words ${IDERUM_SHARE}/words "")
synced(demo ${PROJECT_SOURCE_DIR}/assets/demo ${IDERUM_SHARE}/demo "")

add_custom_target(share ALL DEPENDS ${share_files})
add_dependencies(iderum share)
