// SPDX-License-Identifier: MIT
// What happens on a user's machine before a kernel is loaded: the compiler in PyTorch's wheel is found and compiles the
// kernels, and its result is kept. Needs no GPU.
#include "base/atomic_file.h"
#include "base/failure.h"
#include "kernels/cubin_cache.h"
#include "kernels/kernel_set.h"
#include "kernels/launches.h"
#include "kernels/nvrtc.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>
#include <vector>

namespace fb::kernels {
namespace {

namespace fs = std::filesystem;

class Compiled : public testing::Test {
protected:
  std::vector<fs::path> keptFiles() const { return {fs::directory_iterator(folder()), fs::directory_iterator()}; }
  fs::path folder() const { return temporary.path() / "kernels"; }
  TemporaryFolder temporary;
};

TEST_F(Compiled, SourceIsTheFile) {
  EXPECT_EQ(source(), readTextFile(fs::path(std::getenv("FB_SOURCE_DIR")) / "core/kernels/cuda/fused.cu"));
}

TEST_F(Compiled, ForEveryGenerationWithAllKernels) {
  for (const auto* target : {"sm_80", "sm_86", "sm_89", "sm_90", "sm_100", "sm_120"}) {
    const auto code = compiled(source(), target);
    EXPECT_TRUE(
        code.starts_with("\x7f"
                         "ELF"))
        << target;
    for (const auto* name : {kLayerNorm, kRmsNormModulated, kRmsNormRotated, kAddGated, kAddGatedFloat})
      for (const auto* dtype : {"bf16", "f16", "f32"}) {
        const auto symbol = fmt::format(".text.{}_{}", name, dtype);
        EXPECT_NE(code.find(symbol + '\0'), std::string::npos) << symbol << " for " << target;
      }
    const bool hasFp8 = std::string_view(target) != "sm_80" && std::string_view(target) != "sm_86";
    const auto quantizing = fmt::format(".text.{}_bf16", kQuantizeRows);
    EXPECT_EQ(code.find(quantizing + '\0') != std::string::npos, hasFp8) << target;
  }
}

TEST_F(Compiled, WhatTheCompilerRefusesIsToldInItsWords) {
  for (const auto& [text, target, word] : {std::tuple("__global__ void f() { g(); }", "sm_90", "g"),
                                           std::tuple("__global__ void f() {}", "sm_1", "sm_1")}) {
    try {
      compiled(text, target);
      FAIL() << "compiled " << text << " for " << target;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Unsupported);
      EXPECT_NE(failure.error().message.find(word), std::string::npos) << failure.error().message;
    }
  }
}

TEST_F(Compiled, KeptFromTheFirstUseOn) {
  const auto first = cubinFor("sm_90", folder());
  EXPECT_FALSE(first.kept);
  const auto again = cubinFor("sm_90", folder());
  EXPECT_TRUE(again.kept);
  EXPECT_EQ(again.code, first.code);
  EXPECT_FALSE(cubinFor("sm_80", folder()).kept);
  EXPECT_EQ(keptFiles().size(), 2u);
  EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
}

TEST_F(Compiled, AgainIfTheFileIsDamaged) {
  const auto code = cubinFor("sm_90", folder()).code;
  const auto file = keptFiles().at(0);
  const auto whole = readTextFile(file);
  auto flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
  for (const auto& damaged : {std::string("no line break"), whole.substr(0, whole.size() - 1), flipped, "\n" + code}) {
    writeTextAtomically(file, damaged);
    const auto cubin = cubinFor("sm_90", folder());
    EXPECT_FALSE(cubin.kept);
    EXPECT_EQ(cubin.code, code);
    EXPECT_EQ(readTextFile(file), whole);
  }
}

TEST_F(Compiled, WithoutAFolderToKeepThemIn) {
  writeTextAtomically(folder(), "a file where the folder should be");
  EXPECT_FALSE(cubinFor("sm_90", folder()).kept);
  EXPECT_FALSE(cubinFor("sm_90", folder()).code.empty());
}

TEST_F(Compiled, ByManyAtOnce) {
  std::vector<std::string> codes(4);
  {
    std::vector<std::jthread> threads;
    for (auto& code : codes) threads.emplace_back([&] { code = cubinFor("sm_90", folder()).code; });
  }
  for (const auto& code : codes) EXPECT_EQ(code, codes.front());
  EXPECT_EQ(keptFiles().size(), 1u);
}

TEST_F(Compiled, InTheCacheFolderOfTheUser) {
  ASSERT_EQ(::setenv("XDG_CACHE_HOME", folder().c_str(), 1), 0);
  EXPECT_EQ(cubinFolder(), folder() / "flowblending-studio" / "kernels");
}

// A machine with a driver but without the requested device represents everything that can fail before a launch.
TEST_F(Compiled, NoKernelAndOneProblemWithoutADevice) {
  const at::Device device(at::kCUDA, 99);
  EXPECT_FALSE(problem());
  EXPECT_EQ(kernelFor(kLayerNorm, device, at::kBFloat16), nullptr);
  const auto first = problem();
  ASSERT_TRUE(first);
  EXPECT_NE(first->find("PyTorch"), std::string::npos) << *first;
  EXPECT_EQ(kernelFor(kAddGated, device, at::kHalf), nullptr);
  EXPECT_EQ(problem(), first);
}

}  // namespace
}  // namespace fb::kernels
