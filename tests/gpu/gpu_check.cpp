// SPDX-License-Identifier: MIT
// Runs the engine's GPU paths on the first CUDA device and reports the findings. See tests/gpu/check.sh.
#include "checks.h"
#include "compute/devices.h"
#include "compute/memory.h"
#include "flowblend/numbers.h"
#include "part_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr const char* kUsage =
    "usage: flowblend-gpu-check [--device cuda|cuda:N|cpu] [--only PART,...] [--seconds N] [--json FILE]\n"
    "--seconds: for all parts together, 350 by default; those that it does not suffice for are named and fail\n"
    "--json: written after each part\n"
    "parts, in their order:\n";

struct Arguments {
  std::string device = "cuda";
  std::set<std::string> only;
  int seconds = 350;
  std::string json;
};

std::set<std::string> namesIn(const std::string& list) {
  std::set<std::string> names;
  std::istringstream stream(list);
  for (std::string name; std::getline(stream, name, ',');) names.insert(name);
  return names;
}

bool parse(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--device")
      arguments.device = argv[i + 1];
    else if (option == "--only")
      arguments.only = namesIn(argv[i + 1]);
    else if (option == "--json")
      arguments.json = argv[i + 1];
    else if (const auto seconds = fb::numberFrom<int>(argv[i + 1]); option == "--seconds" && seconds && *seconds > 0)
      arguments.seconds = *seconds;
    else
      return false;
  }
  return argc % 2 == 1;
}

// What the seconds may not suffice for comes last.
std::vector<fb::gpu::Part> partsOn(const std::string& id) {
  using namespace fb::gpu;
  struct Check {
    const char* name;
    int seconds;
    void (*run)(Report&, at::Device);
    bool isLastOfProcess = false;
  };
  constexpr Check kChecks[] = {
      {"device", 30, checkDevice},
      {"kernels", 60, checkKernels},
      {"models", 60, checkModels},
      {"sampling", 60, checkSampling},
      {"graphs", 60, checkGraphs},
      {"caches", 60, checkCaches},
      {"memory", 40, checkMemory, true},
      {"failure", 30, checkFailure, true},
      {"decoding", 90, checkDecoding},
      {"quantised", 30, checkQuantized},
      {"fp8", 60, checkFp8},
      {"transformers", 60, checkTransformers},
      {"streaming", 150, checkStreaming},
      {"guidance", 90, checkGuidance},
      {"runs", 110, checkRuns},
  };
  std::vector<Part> parts;
  for (const auto& check : kChecks)
    parts.push_back({check.name, check.seconds,
                     [=](Report& report) {
                       const auto device = fb::compute::parseDevice(id);
                       check.run(report, device);
                       fb::compute::releaseCachedMemory(device);
                     },
                     check.isLastOfProcess});
  return parts;
}

// In a process of its own, because it opens the driver. Empty if the device can be used.
std::string obstacleOf(const std::string& id) {
  fb::gpu::Report report;
  fb::gpu::runParts({{"device", 60,
                      [&](fb::gpu::Report& found) {
                        try {
                          fb::compute::parseDevice(id);
                        } catch (const std::exception& error) {
                          found.mark("obstacle", error.what());
                        }
                      },
                      false}},
                    60, report);
  const auto& entries = report.entries();
  if (entries.empty()) return {};
  return entries[0].value("obstacle", entries[0].value("text", "it cannot be used"));
}

}  // namespace

int main(int argc, char** argv) {
  using namespace fb;
  Arguments arguments;
  auto parts = partsOn("cuda");
  std::string names;
  for (const auto& part : parts) names += (names.empty() ? "" : " ") + part.name;
  const bool isHelp = argc == 2 && std::string(argv[1]) == "--help";
  if (isHelp || !parse(argc, argv, arguments)) {
    fmt::print(isHelp ? stdout : stderr, "{}{}\n", kUsage, names);
    return isHelp ? 0 : 2;
  }
  parts = partsOn(arguments.device);
  // A processor may be shared by others.
  if (arguments.device == "cpu")
    for (auto& part : parts) part.seconds = arguments.seconds;
  for (const auto& name : arguments.only)
    if (std::ranges::find(parts, name, &gpu::Part::name) == parts.end()) {
      fmt::print(stderr, "there is no part \"{}\"; the parts: {}\n", name, names);
      return 2;
    }
  if (!arguments.only.empty())
    std::erase_if(parts, [&](const gpu::Part& part) { return !arguments.only.contains(part.name); });
  gpu::Report report;
  try {
    if (const auto obstacle = obstacleOf(arguments.device); !obstacle.empty()) {
      fmt::print(stderr, "{}\n", obstacle);
      return 1;
    }
    gpu::runParts(parts, arguments.seconds, report, [&] {
      if (!arguments.json.empty()) report.write(arguments.json);
    });
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return report.ok() ? 0 : 1;
}
