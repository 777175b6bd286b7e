// SPDX-License-Identifier: MIT
// A FakeEngine whose clips depend on the boundaries, so that a sweep of it has something to find.
#pragma once

#include "fake_engine.h"
#include "flowblend/run_folder.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

namespace fb::ui {

// Thread rule as the engine's. The fewer large steps a clip has, the brighter its ground; late ones count twice.
class SweepEngine : public FakeEngine {
public:
  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    makeRunFolder(request);
    return shaded(FakeEngine::generate(request, sink, control), request);
  }
  Outcome<RunResult> sample(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    makeRunFolder(request);
    return FakeEngine::sample(request, sink, control);
  }
  Outcome<RunResult> resume(const std::filesystem::path& folder, EventSink& sink, RunControl& control) override {
    const auto run = inspectRun(folder);
    auto outcome = FakeEngine::resume(folder, sink, control);
    return run ? shaded(std::move(outcome), run.value().request) : outcome;
  }
  Outcome<RunResult> decode(const std::filesystem::path& folder, EventSink& sink, RunControl& control) override {
    const auto run = inspectRun(folder);
    auto outcome = FakeEngine::decode(folder, sink, control);
    return run ? shaded(std::move(outcome), run.value().request) : outcome;
  }
  Result<Clip> loadRunClip(const std::filesystem::path& folder) override {
    const auto run = inspectRun(folder);
    auto clip = FakeEngine::loadRunClip(folder);
    if (run && clip) shade(clip.value(), run.value().request.sampling.schedule);
    return clip;
  }
  // The further from the large model's, the fewer large steps, as in the frames.
  Result<std::vector<float>> loadRunLatents(const std::filesystem::path& folder) override {
    const auto run = inspectRun(folder);
    if (!run) return run.error();
    const auto& sampling = run.value().request.sampling;
    std::vector<float> latents(16, 1);
    latents[0] += static_cast<float>(missingSteps(sampling.schedule));
    latents[1] += 12 * static_cast<float>(sampling.seed);
    return latents;
  }
  Result<CostEstimate> estimateCost(const GenerationRequest& request) override {
    auto cost = FakeEngine::estimateCost(request);
    if (!cost) return cost;
    const int passes = request.sampling.guidance > 1 ? 2 : 1;
    auto& estimate = cost.value();
    estimate.largeStep = {passes * estimate.largeForward, .3};
    estimate.smallStep = {passes * estimate.smallForward, .1};
    estimate.text = {estimate.textEncoding, .1};
    estimate.decode = {estimate.vaeDecode, .1};
    return cost;
  }
  // A file holds the name of its model; one that is "damaged" or not there is refused.
  Result<PerceptualModels> inspectPerceptual(const PerceptualWeights& weights) override {
    PerceptualModels models;
    std::optional<Error> error;
    forEachPerceptual(
        [&](const char*, const std::filesystem::path& file, std::optional<PerceptualModel>& model) {
          if (file.empty() || error) return;
          std::ifstream stream(file);
          const std::string name{std::istreambuf_iterator<char>(stream), {}};
          if (name.empty())
            error = Error{ErrorKind::NotFound, file.string() + " does not exist"};
          else if (name == "damaged")
            error = Error{ErrorKind::Corrupt, file.string() + " is damaged"};
          else
            model = PerceptualModel{name, "content of " + name, name == "for large clips" ? 1'000'000 : 1};
        },
        weights, models);
    if (error) return *error;
    return models;
  }
  Outcome<PerceptualDistances> comparePerceptually(const PerceptualWeights& weights, const Clip& clip,
                                                   const Clip& reference, const std::string&, RunControl&) override {
    double sum = 0;
    const auto &a = clip.frames.front()->rgb, &b = reference.frames.front()->rgb;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(double{1} * a[i] - b[i]) / 255;
    PerceptualDistances distances;
    if (!weights.dinov2.empty()) distances.dinov2 = sum / static_cast<double>(a.size());
    if (!weights.lpips.empty()) distances.lpips = 2 * sum / static_cast<double>(a.size());
    return distances;
  }

private:
  static void makeRunFolder(const GenerationRequest& request) {
    const auto& folder = request.options.runFolder;
    if (folder.empty()) return;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "request.json") << "{}";
  }
  static int missingSteps(const StageSchedule& schedule) {
    return schedule.steps - std::min(schedule.steps, schedule.earlySteps() + 2 * schedule.lateSteps());
  }
  static void shade(Clip& clip, const StageSchedule& schedule) {
    const int missing = missingSteps(schedule);
    for (auto& shared : clip.frames) {
      auto frame = *shared;
      // A pattern, since the structure is compared.
      for (std::size_t i = 0; i < frame.rgb.size(); i += 7)
        frame.rgb[i] = static_cast<std::uint8_t>(std::min(255, frame.rgb[i] + 4 * missing));
      shared = std::make_shared<const Frame>(std::move(frame));
    }
  }
  static Outcome<RunResult> shaded(Outcome<RunResult> outcome, const GenerationRequest& request) {
    if (outcome.done()) shade(outcome.value().clip, request.sampling.schedule);
    return outcome;
  }
};

}  // namespace fb::ui
