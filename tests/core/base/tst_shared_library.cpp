// SPDX-License-Identifier: MIT
// Libraries that are loaded when needed, with the C library as one.
#include "base/shared_library.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

constexpr auto kThere = "libc.so.6";

TEST(SharedLibrary, IsCalledOnceItIsOpen) {
  SharedLibrary library(kThere);
  EXPECT_FALSE(library.call("abs", -3)) << "it is not open yet";
  EXPECT_EQ(library.handle(), nullptr);
  EXPECT_EQ(library.open(), "");
  EXPECT_EQ(library.call("abs", -3), 3);
  EXPECT_FALSE(library.call("no_such_function", -3));
  const auto* handle = library.handle();
  EXPECT_EQ(library.open(), "");
  EXPECT_EQ(library.handle(), handle);
}

TEST(SharedLibrary, SaysWhichOneIsMissing) {
  SharedLibrary library("libno-such-library.so.7");
  for (int i = 0; i < 2; ++i) EXPECT_NE(library.open().find("libno-such-library.so.7"), std::string::npos);
  EXPECT_FALSE(library.call("abs", -3));
}

TEST(LibraryFunction, IsLookedUpAtOnce) {
  SharedLibrary library(kThere);
  ASSERT_EQ(library.open(), "");
  const LibraryFunction<int(int)> function(library.handle(), "abs");
  EXPECT_EQ(function(-4), 4);
  try {
    const LibraryFunction<int(int)> none(library.handle(), "no_such_function");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::Unsupported);
    EXPECT_NE(failure.error().message.find("no_such_function"), std::string::npos) << failure.error().message;
  }
}

TEST(CudaDriver, IsOneForAll) { EXPECT_EQ(&cudaDriver(), &cudaDriver()); }

}  // namespace
}  // namespace fb
