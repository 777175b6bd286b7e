// SPDX-License-Identifier: MIT
// Runs the engine's GPU paths on the first CUDA device and reports the findings. See tests/gpu/check.sh.
#include "checks.h"
#include "compute/devices.h"

#include <cstdio>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace {

constexpr const char* kUsage =
    "usage: flowblend-gpu-check [--device cuda|cuda:N|cpu] [--only PART,...] [--json FILE]\n"
    "parts: device kernels quantised fp8 models sampling caches guidance transformers streaming runs decoding\n";

struct Arguments {
  std::string device = "cuda";
  std::set<std::string> only;
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
    else
      return false;
  }
  return argc % 2 == 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace fb;
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  gpu::Report report;
  gpu::Ceilings ceilings;
  try {
    const auto device = compute::parseDevice(arguments.device);
    const std::vector<std::pair<std::string, std::function<void()>>> parts{
        {"device", [&] { ceilings = gpu::checkDevice(report, device); }},
        {"kernels", [&] { gpu::checkKernels(report, device); }},
        {"quantised", [&] { gpu::checkQuantized(report, device); }},
        {"fp8", [&] { gpu::checkFp8(report, device); }},
        {"models", [&] { gpu::checkModels(report, device); }},
        {"sampling", [&] { gpu::checkSampling(report, device); }},
        {"caches", [&] { gpu::checkCaches(report, device); }},
        {"guidance", [&] { gpu::checkGuidance(report, device); }},
        {"transformers", [&] { gpu::checkTransformers(report, device, ceilings); }},
        {"streaming", [&] { gpu::checkStreaming(report, device); }},
        {"runs", [&] { gpu::checkRuns(report, device); }},
        {"decoding", [&] { gpu::checkDecoding(report, device); }},
    };
    for (const auto& [name, check] : parts) {
      if (!arguments.only.empty() && !arguments.only.contains(name)) continue;
      try {
        check();
      } catch (const std::exception& error) {
        report.failure(name, error.what());
      }
    }
    if (!arguments.json.empty()) report.write(arguments.json);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return report.ok() ? 0 : 1;
}
