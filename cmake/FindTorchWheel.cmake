# Finds LibTorch inside a PyPI wheel without requiring a CUDA toolkit. Defines Torch::cpu; the CUDA library of the same
# wheel is loaded at run time if a GPU is used. FB_PYTHON is the interpreter that the wheel belongs to.
if(NOT FB_TORCH_ROOT)
  set(_deps "$ENV{FLOWBLEND_DEPS}")
  if(NOT _deps)
    set(_deps "$ENV{HOME}/.cache/flowblending-studio")
  endif()
  file(GLOB _candidates "${_deps}/python/lib/python3*/site-packages/torch")
  if(_candidates)
    list(GET _candidates 0 FB_TORCH_ROOT)
  endif()
endif()

find_path(TORCH_INCLUDE_DIR ATen/ATen.h PATHS ${FB_TORCH_ROOT}/include NO_DEFAULT_PATH)
find_library(TORCH_CPU_LIBRARY torch_cpu PATHS ${FB_TORCH_ROOT}/lib NO_DEFAULT_PATH)
find_library(TORCH_C10_LIBRARY c10 PATHS ${FB_TORCH_ROOT}/lib NO_DEFAULT_PATH)
find_program(FB_PYTHON python3 PATHS ${FB_TORCH_ROOT}/../../../../bin NO_DEFAULT_PATH)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(TorchWheel
  REQUIRED_VARS TORCH_CPU_LIBRARY TORCH_C10_LIBRARY TORCH_INCLUDE_DIR FB_PYTHON
  REASON_FAILURE_MESSAGE "run packaging/run.sh, or set FB_TORCH_ROOT to the torch folder of an unpacked PyPI wheel")

if(TorchWheel_FOUND AND NOT TARGET Torch::cpu)
  # Compilers see the headers through a link in the build folder: ccache's entries then work for every clone, wherever
  # the wheel is.
  file(CREATE_LINK ${TORCH_INCLUDE_DIR} ${CMAKE_BINARY_DIR}/torch-include SYMBOLIC)
  add_library(Torch::cpu INTERFACE IMPORTED)
  # Warnings in torch's own headers are not ours.
  target_include_directories(Torch::cpu SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/torch-include)
  target_link_libraries(Torch::cpu INTERFACE ${TORCH_CPU_LIBRARY} ${TORCH_C10_LIBRARY} Threads::Threads)
  # torch's include folder has its own fmt, newer than the system's library; it works header-only.
  target_compile_definitions(Torch::cpu INTERFACE FMT_HEADER_ONLY)
  # libtorch_cpu finds its own dependencies in the wheel through its RPATH; the linker need not.
  target_link_options(Torch::cpu INTERFACE -Wl,--allow-shlib-undefined)
endif()
