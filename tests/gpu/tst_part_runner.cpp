// SPDX-License-Identifier: MIT
// No part of the GPU check takes the findings of the others with it.
#include "part_runner.h"

#include <c10/util/Exception.h>

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fb::gpu {
namespace {

Part part(const std::string& name, std::function<void(Report&)> check) { return {name, 60, std::move(check), false}; }

// Tells its process.
Part good(const std::string& name) {
  return part(name, [name](Report& report) { report.fact(name, "process", std::to_string(::getpid())); });
}

std::string processOf(const Report& report, const std::string& check) {
  for (const auto& entry : report.entries())
    if (entry["check"] == check && entry["what"] == "process") return entry["text"];
  return "none";
}
std::string endOf(const Report& report, const std::string& check) {
  for (const auto& entry : report.entries())
    if (entry["check"] == check && entry["what"] == "ended early") return entry["text"];
  return "none";
}

Report reportOf(const std::vector<Part>& parts, int seconds = 600) {
  Report report;
  runParts(parts, seconds, report);
  return report;
}

TEST(PartRunner, PartsThatEndWellShareAProcessThatIsNotTheCallers) {
  const auto report = reportOf({good("a"), good("b")});
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(processOf(report, "a"), processOf(report, "b"));
  EXPECT_NE(processOf(report, "a"), std::to_string(::getpid()));
}

TEST(PartRunner, WhatAPartFoundIsKeptWhateverEndsIt) {
  auto slow = part("slow", [](Report& report) {
    report.figure("slow", "value", 3, "s");
    for (;;) ::pause();
  });
  slow.seconds = 1;
  const auto report = reportOf({part("throws", [](Report&) { throw std::runtime_error("no such file"); }),
                                part("aborts",
                                     [](Report& found) {
                                       found.holds("aborts", "before it", true);
                                       std::abort();
                                     }),
                                part("exits", [](Report&) { ::_exit(3); }), slow, good("last")});
  EXPECT_FALSE(report.ok());
  EXPECT_EQ(endOf(report, "throws"), "no such file");
  EXPECT_NE(endOf(report, "aborts").find("Abort"), std::string::npos) << endOf(report, "aborts");
  EXPECT_EQ(endOf(report, "exits"), "its process ended with code 3");
  EXPECT_NE(endOf(report, "slow").find("longer than the 1 s"), std::string::npos) << endOf(report, "slow");
  EXPECT_NE(processOf(report, "last"), "none");
  EXPECT_EQ(report.entries().size(), 7U) << report.entries().dump(2);
}

TEST(PartRunner, ADeviceThatIsLostIsLeftWithItsProcess) {
  auto spoils = good("spoils");
  spoils.isLastOfProcess = true;
  const auto report = reportOf(
      {good("first"),
       part("lost", [](Report&) { TORCH_CHECK(false, "CUDA error: an illegal memory access was encountered\nmore"); }),
       good("second"), part("wrong", [](Report&) { TORCH_CHECK(false, "sizes differ"); }), spoils, good("third")});
  EXPECT_EQ(endOf(report, "lost"), "CUDA error: an illegal memory access was encountered");
  EXPECT_NE(processOf(report, "first"), processOf(report, "second"));
  EXPECT_EQ(processOf(report, "second"), processOf(report, "spoils"));
  EXPECT_NE(processOf(report, "spoils"), processOf(report, "third"));
}

TEST(PartRunner, WithoutTimeLeftPartsAreNamed) {
  const auto report = reportOf({good("a"), good("b")}, 0);
  EXPECT_FALSE(report.ok());
  for (const auto* name : {"a", "b"}) EXPECT_EQ(endOf(report, name), "not run: the 0 s are used up");
}

// What was found so far is in the file if the whole is cut off.
TEST(PartRunner, TheFileIsWrittenAfterEachPart) {
  const auto file = std::filesystem::path(testing::TempDir()) / ("report-" + std::to_string(::getpid()) + ".json");
  Report report;
  std::vector<std::size_t> counts;
  runParts({good("a"), good("b")}, 600, report, [&] {
    report.write(file);
    std::ifstream in(file);
    counts.push_back(nlohmann::json::parse(in)["entries"].size());
  });
  EXPECT_EQ(counts, (std::vector<std::size_t>{1, 2, 2}));
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace fb::gpu
