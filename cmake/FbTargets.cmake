# How this project makes targets: explicit sources, warnings, one include root per layer.

set(FB_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(FB_WERROR)
  list(APPEND FB_WARNINGS -Werror)
  if(FB_SANITIZE)
    # The sanitizers' instrumentation makes GCC's flow analysis report these wrongly; the plain build keeps them as
    # errors.
    foreach(warning maybe-uninitialized array-bounds stringop-overflow stringop-overread restrict nonnull free-nonheap-object)
      list(APPEND FB_WARNINGS -Wno-error=${warning})
    endforeach()
  endif()
endif()

function(fb_configure target)
  target_compile_options(${target} PRIVATE ${FB_WARNINGS})
endfunction()

# fb_add_torch_pch(): the target fb_torch_pch, whose precompiled header is shared by all sources that include ATen.
function(fb_add_torch_pch)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/torch_pch.cpp CONTENT "")
  add_library(fb_torch_pch STATIC ${CMAKE_BINARY_DIR}/torch_pch.cpp)
  target_link_libraries(fb_torch_pch PUBLIC Torch::cpu fmt::fmt)
  target_precompile_headers(fb_torch_pch PRIVATE <ATen/ATen.h> <fmt/format.h> <map> <string> <vector>)
  fb_configure(fb_torch_pch)
endfunction()

# fb_add_library(name SOURCES a.cpp ... [LINK target ...] [PRIVATE_LINK target ...] [TORCH] [FACADE])
# Headers of core/ are included from its root ("weights/checkpoint.h"). TORCH: the sources include ATen and share its
# precompiled header. FACADE: users of the library see only the public API, neither core's private headers nor torch.
function(fb_add_library name)
  cmake_parse_arguments(arg "TORCH;FACADE" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  set(scope PUBLIC)
  if(arg_FACADE)
    set(scope PRIVATE)
  endif()
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/core/include>
    ${scope} ${PROJECT_SOURCE_DIR}/core)
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
  fb_configure(${name})
  if(arg_TORCH)
    target_link_libraries(${name} ${scope} Torch::cpu)
    target_precompile_headers(${name} REUSE_FROM fb_torch_pch)
  endif()
endfunction()

# fb_build_for_label(label target ...): makes the target fb_tests_<label> build these, too.
function(fb_build_for_label label)
  if(NOT TARGET fb_tests_${label})
    add_custom_target(fb_tests_${label})
  endif()
  add_dependencies(fb_tests_${label} ${ARGN})
endfunction()

# fb_timeout(name seconds): four times as long for a program with sanitizers.
function(fb_timeout name seconds)
  if(FB_SANITIZE)
    math(EXPR seconds "4 * ${seconds}")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds})
endfunction()

# fb_label(name label ...): makes ctest's `-L label` find the test, and the target fb_tests_<label> build it.
function(fb_label name)
  set_tests_properties(${name} PROPERTIES LABELS "${ARGN}")
  foreach(label IN LISTS ARGN)
    fb_build_for_label(${label} ${name})
  endforeach()
endfunction()

# fb_add_test(name SOURCES a.cpp ... LINK target ... [TORCH] [LABELS unit ...] [FIXTURES f ...] [ARGS ...])
# A GoogleTest program as one ctest test; its tests run in random order, whose seed is printed (GTEST_RANDOM_SEED
# repeats it). FIXTURES: setup tests whose output it reads, from ${FB_ORACLE_DIR}.
function(fb_add_test name)
  cmake_parse_arguments(arg "TORCH" "TIMEOUT" "SOURCES;LINK;LABELS;FIXTURES;ARGS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest_main)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support)
  fb_configure(${name})
  if(arg_TORCH)
    target_link_libraries(${name} PRIVATE Torch::cpu)
    target_precompile_headers(${name} REUSE_FROM fb_torch_pch)
    # The shared precompiled header is compiled with -fPIC; a program's own -fPIE would not match it.
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${name} PRIVATE -fPIC)
  endif()
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  fb_label(${name} ${arg_LABELS})
  fb_timeout(${name} ${arg_TIMEOUT})
  # A machine's GPU must not change what a test computes; without CUDA_VISIBLE_DEVICES it would.
  set_tests_properties(${name} PROPERTIES ENVIRONMENT
    "CUDA_VISIBLE_DEVICES=;FB_ORACLE_DIR=${FB_ORACLE_DIR};FB_SOURCE_DIR=${PROJECT_SOURCE_DIR};OMP_WAIT_POLICY=passive;GTEST_SHUFFLE=1")
  if(arg_FIXTURES)
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED "${arg_FIXTURES}")
  endif()
endfunction()

# fb_add_oracle(fixture script.py [extra arguments]): runs a reference script of diffusers and transformers before the
# tests that name the fixture; its output goes to ${FB_ORACLE_DIR}/<fixture>. A failing script fails those tests.
function(fb_add_oracle fixture script)
  add_test(NAME oracle_${fixture}
    COMMAND ${FB_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/${script} --out ${FB_ORACLE_DIR}/${fixture} ${ARGN})
  set_tests_properties(oracle_${fixture} PROPERTIES LABELS oracle TIMEOUT 900 FIXTURES_SETUP ${fixture}
    ENVIRONMENT "HF_HUB_OFFLINE=1;OMP_WAIT_POLICY=passive;PYTHONPATH=${PROJECT_SOURCE_DIR}/tests/oracle")
endfunction()
