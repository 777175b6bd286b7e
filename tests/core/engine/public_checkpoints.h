// SPDX-License-Identifier: MIT
// What the tests of the public checkpoints, whose files have names, shapes and headers but no weights, have in common.
#pragma once

#include "engine_cases.h"

#include <span>
#include <string>
#include <utility>

namespace fb {

struct PublicCheckpoint {
  std::string path;  // below the fixture's folder
  ComponentKind kind;
  std::string variant;
  std::string storage = "BF16";
  std::string layout = "single file with VAE";
};

inline void expectRecognised(const std::filesystem::path& root, std::span<const PublicCheckpoint> checkpoints) {
  for (const auto& expected : checkpoints) {
    SCOPED_TRACE(expected.path);
    const auto found = sharedEngine().inspectComponent(root / expected.path);
    ASSERT_TRUE(found) << found.error().message;
    const auto& info = found.value();
    EXPECT_EQ(info.kind, expected.kind);
    EXPECT_EQ(info.variant, expected.variant);
    // GGUF files also tell their size.
    const bool isGguf = expected.storage.starts_with("GGUF");
    EXPECT_EQ(isGguf ? info.storage.substr(0, expected.storage.size()) : info.storage, expected.storage);
    EXPECT_EQ(info.layout, expected.layout);
    EXPECT_TRUE(info.complete()) << testing::PrintToString(info.missing) << testing::PrintToString(info.unexpected)
                                 << testing::PrintToString(info.misshapen);
  }
}

// cases: paths below `root`, and what the message says besides the path.
inline void expectRefused(const std::filesystem::path& root,
                          std::span<const std::pair<const char*, const char*>> cases) {
  for (const auto& [path, reason] : cases) {
    const auto found = sharedEngine().inspectComponent(root / path);
    ASSERT_FALSE(found) << path;
    EXPECT_NE(found.error().message.find(reason), std::string::npos) << found.error().message;
    EXPECT_NE(found.error().message.find((root / path).string()), std::string::npos) << found.error().message;
  }
}

}  // namespace fb
