// SPDX-License-Identifier: MIT
// Run folders of others, damaged at random: whatever is in them, nothing ends the program, and each is either used or
// refused with a sentence that names the folder or the field. Files with checksums are damaged before the checksum is
// made, too, so that the checks behind it are reached. FB_FUZZ_TIMES: that many times as many inputs.
#include "../weights/files.h"
#include "../weights/mutation.h"
#include "base/failure.h"
#include "base/run_files.h"
#include "engine_cases.h"
#include "flowblend/run_folder.h"
#include "seed.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <chrono>
#include <iterator>
#include <string>

namespace fb {
namespace {

namespace fs = std::filesystem;
using weights::test::Mutator;

constexpr int kInputs = 25;  // of each file, for each use of it

int inputs() {
  const char* times = std::getenv("FB_FUZZ_TIMES");
  return kInputs * (times ? std::stoi(times) : 1);
}

// Another tensor than the one that was saved, as a file of another program or version might have it.
at::Tensor another(const at::Tensor& tensor, Mutator& mutator) {
  static const at::ScalarType kTypes[] = {at::kFloat, at::kDouble, at::kHalf, at::kBFloat16, at::kLong, at::kByte};
  switch (mutator.below(7)) {
    case 0:
      return tensor.to(kTypes[mutator.below(std::size(kTypes))]);
    case 1:
      return tensor.unsqueeze(0);
    case 2:
      return tensor.flatten();
    case 3:
      return tensor.flatten().narrow(
          0, 0, static_cast<std::int64_t>(mutator.below(static_cast<std::size_t>(tensor.numel()))));
    case 4:
      return at::cat({tensor.flatten(), tensor.flatten()});
    case 5:
      return at::full_like(tensor, tensor.is_floating_point() ? std::numeric_limits<double>::quiet_NaN() : 255);
    default:
      return tensor.dim() > 1 ? tensor.transpose(0, tensor.dim() - 1).contiguous() : at::zeros_like(tensor);
  }
}

void damageTensors(const fs::path& path, Mutator& mutator) {
  auto file = weights::loadTensors(path);
  const auto chosen = std::next(file.tensors.begin(), static_cast<std::ptrdiff_t>(mutator.below(file.tensors.size())));
  if (auto progress = file.metadata.find("progress"); progress != file.metadata.end() && mutator.oneIn(2))
    progress->second = mutator.oneIn(4) ? mutator.mutated(progress->second, weights::test::jsonTokens())
                                        : weights::test::restructured(progress->second, mutator);
  else if (mutator.oneIn(4))
    file.tensors.erase(chosen);
  else
    chosen->second = another(chosen->second, mutator);
  try {
    weights::saveWithChecksum(path, file.tensors, file.metadata);
  } catch (const Failure&) {
    // Metadata that is not UTF-8 cannot be written.
    weights::test::writeFile(path, mutator.mutated(weights::test::readFile(path), weights::test::binaryTokens()));
  }
}

void damage(const fs::path& path, Mutator& mutator) {
  const auto bytes = weights::test::readFile(path);
  if (path.extension() == ".json")
    weights::test::writeFile(path, mutator.oneIn(4) ? mutator.mutated(bytes, weights::test::jsonTokens())
                                                    : weights::test::restructured(bytes, mutator));
  else if (mutator.oneIn(4))
    weights::test::writeFile(path, mutator.mutated(bytes, weights::test::binaryTokens()));
  else
    damageTensors(path, mutator);
}

// A request that was damaged into a long one is not sampled to its end.
class Impatient : public EventSink {
public:
  explicit Impatient(RunControl& control, int steps = 4) : m_control(control), m_left(steps) {}

  void stepFinished(const StepReport&) override {
    if (--m_left == 0) m_control.requestStop();
  }
  void stepProgress(int, double) override { stopIfLate(); }
  void progress(Phase, double) override { stopIfLate(); }

private:
  void stopIfLate() {
    if (std::chrono::steady_clock::now() - m_began > std::chrono::seconds(20)) m_control.requestStop();
  }

  RunControl& m_control;
  std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
  int m_left;
};

class MutatedRun : public testing::TestWithParam<const char*> {
protected:
  // A run that stopped after two of four steps, with its conditioning and states, one that is over, and one with
  // MagCache, stopped as the first.
  static const fs::path& templates() {
    static const TemporaryFolder folder;
    static const bool made = [] {
      auto request = tinyRequest(tinyPair());
      request.clip.width = request.clip.height = 32;
      request.clip.frames = 5;
      request.sampling.schedule = {0.5, 0.25, 4};
      request.options.keepEvery = 1;
      request.sampling.cache = CacheRule::EasyCache;  // what it remembers is part of the states
      request.options.runFolder = folder / "finished";
      RunControl whole;
      EventSink quiet;
      finished(sharedEngine().generate(request, quiet, whole));
      request.options.runFolder = folder / "stopped";
      RunControl half;
      Impatient stopping(half, 2);
      EXPECT_TRUE(sharedEngine().generate(request, stopping, half).cancelled());
      request.sampling.cache = CacheRule::MagCache;
      request.pair.largeMagCache = {{"conditional", {1, 1.01, 0.98, 1}}, {"unconditional", {1, 1.02, 1.1}}};
      request.pair.smallMagCache = request.pair.largeMagCache;
      request.options.runFolder = folder / kMagCache;
      RunControl other;
      Impatient stoppingToo(other, 2);
      EXPECT_TRUE(sharedEngine().generate(request, stoppingToo, other).cancelled());
      return true;
    }();
    EXPECT_TRUE(made);
    return folder.path();
  }

  template <class T>
  void expectUsedOrRefused(const T& outcome, const char* use) {
    if (refused(outcome)) {
      ++m_refused;
      const auto& error = outcome.error();
      EXPECT_NE(error.kind, ErrorKind::Internal) << use << ": " << error.message;
      // Of inputs that are no longer there or have changed, the sentence names the input.
      const bool named = error.message.find(m_named) != std::string::npos || error.kind == ErrorKind::NotFinite ||
                         error.message.find("since the run began") != std::string::npos ||
                         error.message.find("no longer exists") != std::string::npos;
      EXPECT_TRUE(named) << use << ": " << error.message;
    }
  }
  static bool refused(const Status& status) { return !status.ok(); }
  template <class T>
  static bool refused(const Result<T>& result) {
    return !result.ok();
  }
  static bool refused(const Outcome<RunResult>& outcome) { return outcome.failed(); }

  void useAll(const fs::path& run) {
    auto& engine = sharedEngine();
    expectUsedOrRefused(engine.inspectRun(run), "inspect");
    expectUsedOrRefused(engine.changedInputs(run), "changed inputs");
    expectUsedOrRefused(engine.loadRunLatents(run), "latents");
    expectUsedOrRefused(engine.loadRunClip(run), "clip");
    const auto request = engine.inspectRun(templates() / "finished");
    ASSERT_TRUE(request.ok());
    auto branch = request.value().request;
    branch.options.branchFrom = run;
    branch.options.runFolder = m_folder / "branch";
    branch.sampling.schedule.late = 0;
    RunControl branching, resuming, decoding;
    Impatient branchSink(branching), resumeSink(resuming), decodeSink(decoding);
    expectUsedOrRefused(engine.generate(branch, branchSink, branching), "branch");
    expectUsedOrRefused(engine.resume(run, resumeSink, resuming), "resume");
    expectUsedOrRefused(engine.decode(run, decodeSink, decoding), "decode");
  }

  static constexpr auto kMagCache = "magcache";

  TemporaryFolder m_folder;
  std::string m_named;
  int m_refused = 0;
};

TEST_P(MutatedRun, IsUsedOrRefused) {
  Mutator mutator(testSeed(20261127));
  for (const char* name : {"stopped", "finished", kMagCache}) {
    if (name == kMagCache && std::string_view(GetParam()) != run_files::kMagnitudes &&
        std::string_view(GetParam()) != run_files::kState)
      continue;
    if (!fs::exists(templates() / name / GetParam())) continue;
    for (int i = 0; i < inputs(); ++i) {
      SCOPED_TRACE(std::string(name) + ", input " + std::to_string(i));
      const auto run = m_folder / ("run" + std::to_string(i));
      fs::copy(templates() / name, run, fs::copy_options::recursive);
      damage(run / GetParam(), mutator);
      m_named = run.filename().string();
      useAll(run);
      fs::remove_all(run);
      fs::remove_all(m_folder / "branch");
    }
  }
  // Damage that nothing notices would test nothing.
  EXPECT_GT(m_refused, inputs() / 4);
}

INSTANTIATE_TEST_SUITE_P(Files, MutatedRun,
                         testing::Values(run_files::kRequest, run_files::kInputs, run_files::kPlace, run_files::kText,
                                         run_files::kMagnitudes, run_files::kState, "state-00001.safetensors",
                                         run_files::kClip),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::ranges::replace_if(
                               name, [](char c) { return !std::isalnum(c); }, '_');
                           return name;
                         });

}  // namespace
}  // namespace fb
