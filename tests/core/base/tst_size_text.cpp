// SPDX-License-Identifier: MIT
// Amounts of bytes in sentences, and the one that says that a disk has too few of them.
#include "base/size_text.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace fb {
namespace {

TEST(SizeText, HasThreeDigitsOfTheUnitThatFits) {
  EXPECT_EQ(sizeText(0, 1), "0 bytes");
  EXPECT_EQ(sizeText(1, 0), "1 byte");
  EXPECT_EQ(sizeText(999, 0), "999 bytes");
  EXPECT_EQ(sizeText(1000, 0), "1 kB");
  EXPECT_EQ(sizeText(812'345, 0), "812 kB");
  EXPECT_EQ(sizeText(999'499, 0), "999 kB");
  EXPECT_EQ(sizeText(999'500, 0), "1 MB");
  EXPECT_EQ(sizeText(1'250'000, 0), "1.25 MB");
  EXPECT_EQ(sizeText(43'210'000'000, 0), "43.2 GB");
  EXPECT_EQ(sizeText(999'600'000'000, 0), "1 TB");
  EXPECT_EQ(sizeText(UINT64_MAX, 0), "18.4 EB");
}

TEST(SizeText, IsExactBesideAnAmountThatWouldReadTheSame) {
  EXPECT_EQ(sizeText(1'250'001, 1'250'000), "1250001 bytes");
  EXPECT_EQ(sizeText(1'250'000, 1'250'001), "1250000 bytes");
  EXPECT_EQ(sizeText(1'250'000, 1'250'000), "1.25 MB") << "no digits would tell them apart";
}

TEST(SizeText, SaysHowMuchADiskLacks) {
  const TemporaryFolder folder;
  const auto left = std::filesystem::space(folder.path()).available;
  try {
    requireSpace(folder.path(), UINT64_MAX);
    FAIL() << "a disk with so much space";
  } catch (const Failure& failure) {
    const std::string message = failure.what();
    EXPECT_NE(message.find(" left, but 18.4 EB are needed: free some space"), std::string::npos) << message;
    EXPECT_EQ(message.find(" 0 MB"), std::string::npos) << message;
  }
  if (left > 0) {
    EXPECT_NO_THROW(requireSpace(folder.path(), 1));
  }
}

}  // namespace
}  // namespace fb
