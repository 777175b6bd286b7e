# Qt targets: the same warnings, no Qt keyword macros; of core they link only flowblend::api, which has its public
# headers.

# fb_add_ui_library(name SOURCES a.cpp a.h ... [LINK target ...]). Includes are relative to the root of ui/.
function(fb_add_ui_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/ui)
  target_link_libraries(${name} PUBLIC flowblend::api ${arg_LINK})
  target_compile_definitions(${name} PUBLIC QT_NO_KEYWORDS)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  fb_configure(${name})
  set_property(GLOBAL APPEND PROPERTY FB_UI_LIBRARIES ${name})
endfunction()

# fb_add_ui_test(name SOURCES tst_x.cpp ... LINK target ... [LABELS threads ...] [TIMEOUT s]): a Qt Test program, run
# without a display. Its labels are ui and those given.
function(fb_add_ui_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test)
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support ${PROJECT_SOURCE_DIR}/tests/ui/support)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  fb_configure(${name})
  if(FB_SANITIZE MATCHES thread)
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/ui/support/qt_for_tsan.cpp)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  fb_label(${name} ui ${arg_LABELS})
  fb_timeout(${name} ${arg_TIMEOUT})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT
    "CUDA_VISIBLE_DEVICES=;QT_QPA_PLATFORM=offscreen;FB_SOURCE_DIR=${PROJECT_SOURCE_DIR};OMP_WAIT_POLICY=passive;LC_ALL=C.UTF-8")
endfunction()
