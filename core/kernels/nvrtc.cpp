// SPDX-License-Identifier: MIT
#include "kernels/nvrtc.h"

#include "base/shared_library.h"

#include <ATen/Context.h>

#include <dlfcn.h>

#include <array>
#include <filesystem>

namespace fb::kernels {
namespace {

namespace fs = std::filesystem;

constexpr auto kLibrary = "libnvrtc.so.13";  // from the CUDA release that the wheel was built for
constexpr std::string_view kBuiltins = "libnvrtc-builtins.so.";
constexpr std::size_t kLoggedBytes = 400;

using Program = void*;

// Where PyTorch's wheels install NVIDIA's libraries: next to the torch package. Empty if unknown.
fs::path wheelFolder() {
  Dl_info torch{};
  if (::dladdr(reinterpret_cast<const void*>(&at::globalContext), &torch) == 0) return {};
  std::error_code error;
  const auto library = fs::canonical(torch.dli_fname, error);
  return error ? fs::path() : library.parent_path().parent_path().parent_path() / "nvidia" / "cu13" / "lib";
}

void* openCompiler() {
  const auto folder = wheelFolder();
  // The compiler opens this one by its bare name and cannot find it on its own.
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().filename().string().starts_with(kBuiltins)) ::dlopen(entry->path().c_str(), RTLD_LAZY);
  if (void* loaded = ::dlopen(kLibrary, RTLD_LAZY | RTLD_NOLOAD)) return loaded;
  if (void* library = ::dlopen((folder / kLibrary).c_str(), RTLD_LAZY)) return library;
  return ::dlopen(kLibrary, RTLD_LAZY);
}

void* requireCompiler() {
  void* library = openCompiler();
  if (!library) fail(ErrorKind::Unsupported, "NVIDIA's run-time compiler ({}) was not found", kLibrary);
  return library;
}

// The functions of nvrtc.h used here.
struct Compiler {
  void* library = requireCompiler();  // never closed
  LibraryFunction<const char*(int)> errorString{library, "nvrtcGetErrorString"};
  LibraryFunction<int(int*, int*)> version{library, "nvrtcVersion"};
  LibraryFunction<int(Program*, const char*, const char*, int, const char* const*, const char* const*)> create{
      library, "nvrtcCreateProgram"};
  LibraryFunction<int(Program*)> destroy{library, "nvrtcDestroyProgram"};
  LibraryFunction<int(Program, int, const char* const*)> compile{library, "nvrtcCompileProgram"};
  using SizeOf = LibraryFunction<int(Program, std::size_t*)>;
  using TextOf = LibraryFunction<int(Program, char*)>;
  SizeOf logSize{library, "nvrtcGetProgramLogSize"}, cubinSize{library, "nvrtcGetCUBINSize"};
  TextOf log{library, "nvrtcGetProgramLog"}, cubin{library, "nvrtcGetCUBIN"};

  void check(int result) const {
    if (result != 0) fail(ErrorKind::Unsupported, "NVIDIA's run-time compiler says {}", errorString(result));
  }
  std::string text(Program program, const SizeOf& sizeOf, const TextOf& textOf) const {
    std::size_t size = 0;
    check(sizeOf(program, &size));
    std::string text(size, '\0');
    check(textOf(program, text.data()));
    return text;
  }
};

const Compiler& compiler() {
  static const Compiler compiler;
  return compiler;
}

}  // namespace

std::string compilerVersion() {
  int major = 0, minor = 0;
  compiler().check(compiler().version(&major, &minor));
  return fmt::format("{}.{}", major, minor);
}

std::string compiled(std::string_view source, const std::string& target) {
  const auto& nvrtc = compiler();
  struct Holder {
    Program program = nullptr;
    ~Holder() { compiler().destroy(&program); }
  } holder;
  nvrtc.check(nvrtc.create(&holder.program, std::string(source).c_str(), "fused.cu", 0, nullptr, nullptr));
  const auto architecture = "--gpu-architecture=" + target;
  const std::array<const char*, 2> options{architecture.c_str(), "--std=c++17"};
  if (const int result = nvrtc.compile(holder.program, options.size(), options.data()); result != 0) {
    const auto log = nvrtc.text(holder.program, nvrtc.logSize, nvrtc.log).substr(0, kLoggedBytes);
    fail(ErrorKind::Unsupported, "for {} NVIDIA's run-time compiler says {} {}", target, nvrtc.errorString(result),
         log.c_str());
  }
  return nvrtc.text(holder.program, nvrtc.cubinSize, nvrtc.cubin);
}

}  // namespace fb::kernels
