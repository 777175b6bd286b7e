// SPDX-License-Identifier: MIT
// Clips compared by learned measures, through the engine.
#include "base/atomic_file.h"
#include "base/json.h"
#include "engine_cases.h"

namespace fb {
namespace {

namespace fs = std::filesystem;

fs::path perception(const char* name) { return oracleFolder("perception") / name; }

PerceptualWeights tinyWeights() { return {perception("dinov2"), perception("lpips_tiny_alex.safetensors")}; }

nlohmann::json expected() {
  const auto file = perception("clips.json");
  return parseJson(readTextFile(file), file.string());
}

Clip clipOf(const char* name) {
  const auto json = expected();
  const int width = json.at("width").get<int>(), height = json.at("height").get<int>();
  const auto bytes = readTextFile(perception(name));
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  Clip clip{8, {}};
  for (std::size_t at = 0; at + size <= bytes.size(); at += size) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data()) + at;
    clip.frames.push_back(std::make_shared<const Frame>(Frame{width, height, {begin, begin + size}}));
  }
  return clip;
}

Clip plainClip(int width, int height, std::uint8_t value) {
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  return {8, {std::make_shared<const Frame>(Frame{width, height, std::vector<std::uint8_t>(size, value)})}};
}

class Perception : public testing::Test {
protected:
  Outcome<PerceptualDistances> compare(const PerceptualWeights& weights, const Clip& clip, const Clip& reference) {
    RunControl control;
    return engine->comparePerceptually(weights, clip, reference, "cpu", control);
  }
  PerceptualDistances compared(const PerceptualWeights& weights, const Clip& clip, const Clip& reference) {
    auto outcome = compare(weights, clip, reference);
    if (!outcome) throw std::runtime_error(outcome.failed() ? outcome.error().message : "cancelled");
    return outcome.value();
  }
  Error refusal(const PerceptualWeights& weights) {
    const auto found = engine->inspectPerceptual(weights);
    EXPECT_FALSE(found);
    const auto run = compare(weights, clipOf("a.rgb"), clipOf("b.rgb"));
    EXPECT_TRUE(run.failed());
    if (found || !run.failed()) return {};
    EXPECT_EQ(run.error().kind, found.error().kind) << run.error().message;
    return found.error();
  }

  std::unique_ptr<Engine> engine = createEngine({1});
};

TEST_F(Perception, EqualsTheReferencesOnWholeClips) {
  const auto a = clipOf("a.rgb"), b = clipOf("b.rgb");
  ASSERT_EQ(a.frames.size(), 3u);
  const auto json = expected();
  const double dinov2 = json.at("dinov2").get<double>(), lpips = json.at("lpips").get<double>();
  EXPECT_GT(dinov2, 5e-5);
  EXPECT_GT(lpips, 1e-2);
  for (const bool isSwapped : {false, true}) {
    const auto found = isSwapped ? compared(tinyWeights(), b, a) : compared(tinyWeights(), a, b);
    EXPECT_NEAR(found.dinov2.value(), dinov2, 1e-6);
    EXPECT_NEAR(found.lpips.value(), lpips, 1e-5);
  }
}

TEST_F(Perception, MeasuresOnlyWhatItHasWeightsFor) {
  const auto a = clipOf("a.rgb"), b = clipOf("b.rgb");
  const auto both = compared(tinyWeights(), a, b);
  EXPECT_EQ(compared({tinyWeights().dinov2, {}}, a, b), (PerceptualDistances{both.dinov2, {}}));
  EXPECT_EQ(compared({{}, tinyWeights().lpips}, a, b), (PerceptualDistances{{}, both.lpips}));
  EXPECT_EQ(compared({}, a, b), PerceptualDistances());
}

TEST_F(Perception, FindsNoDistanceBetweenTheSameClips) {
  const auto a = clipOf("a.rgb");
  EXPECT_EQ(compared(tinyWeights(), a, clipOf("a.rgb")), (PerceptualDistances{0, 0}));
}

// More frames than one forward takes; each counts the same.
TEST_F(Perception, IsAMeanOverAllFrames) {
  auto a = clipOf("a.rgb"), b = clipOf("b.rgb");
  const auto once = compared(tinyWeights(), a, b);
  for (auto* clip : {&a, &b}) {
    const auto frames = clip->frames;
    for (int i = 1; i < 7; ++i) clip->frames.insert(clip->frames.end(), frames.begin(), frames.end());
  }
  const auto often = compared(tinyWeights(), a, b);
  EXPECT_NEAR(often.dinov2.value(), once.dinov2.value(), 1e-6);
  EXPECT_NEAR(often.lpips.value(), once.lpips.value(), 1e-6);
}

TEST_F(Perception, TellsWhatFilesAre) {
  const auto found = engine->inspectPerceptual(tinyWeights()).value();
  EXPECT_EQ(found.dinov2->name, "DINOv2 3 x 48");
  EXPECT_EQ(found.dinov2->minSide, 1);
  EXPECT_EQ(found.lpips->name, "LPIPS with AlexNet");
  EXPECT_EQ(found.lpips->minSide, 31);
  EXPECT_EQ(engine->inspectPerceptual({}).value().dinov2, std::nullopt);
  const auto real = engine->inspectPerceptual({perception("dinov2_vits"), perception("lpips_vgg.safetensors")}).value();
  EXPECT_EQ(real.dinov2->name, "DINOv2 ViT-S/14");
  EXPECT_EQ(real.lpips->name, "LPIPS with VGG16");
}

TEST_F(Perception, KnowsWeightsByTheirContent) {
  const auto identities = [&](const fs::path& dinov2) {
    const auto found = engine->inspectPerceptual({dinov2, tinyWeights().lpips}).value();
    return std::pair(found.dinov2->identity, found.lpips->identity);
  };
  const auto before = identities(tinyWeights().dinov2);
  EXPECT_FALSE(before.first.empty());
  EXPECT_NE(before.first, before.second);
  const TemporaryFolder folder;
  fs::copy(tinyWeights().dinov2, folder / "moved", fs::copy_options::recursive);
  EXPECT_EQ(identities(folder / "moved"), before);
  const auto file = folder / "moved" / "model.safetensors";
  auto bytes = readTextFile(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  writeTextAtomically(file, bytes);
  EXPECT_NE(identities(folder / "moved").first, before.first);
  EXPECT_NE(identities(perception("dinov2_gated")).first, before.first);
}

TEST_F(Perception, RefusesIncompleteAndForeignFilesBeforeItLoadsThem) {
  const auto& [dinov2, lpips] = tinyWeights();
  // Given for each other, and files of other models.
  for (const auto& file : {lpips, oracleFolder("engine_wan") / "wan-tiny" / "large" / "vae"}) {
    const auto error = refusal({file, {}});
    EXPECT_EQ(error.kind, ErrorKind::Unsupported);
    EXPECT_NE(error.message.find(file.string() + " is no DINOv2 model"), std::string::npos) << error.message;
  }
  const auto error = refusal({{}, dinov2});
  EXPECT_EQ(error.kind, ErrorKind::Unsupported);
  EXPECT_NE(error.message.find(dinov2.string() + " is no LPIPS network"), std::string::npos) << error.message;

  const TemporaryFolder folder;
  EXPECT_EQ(refusal({folder / "absent.safetensors", {}}).kind, ErrorKind::NotFound);
  writeTextAtomically(folder / "lpips.pth", "PK\x03\x04 and more");
  const auto pickle = refusal({{}, folder / "lpips.pth"});
  EXPECT_EQ(pickle.kind, ErrorKind::Unsupported);
  EXPECT_NE(pickle.message.find("pickle"), std::string::npos) << pickle.message;
  const auto cut = readTextFile(lpips);
  writeTextAtomically(folder / "cut.safetensors", cut.substr(0, cut.size() - 5));
  const auto damaged = refusal({{}, folder / "cut.safetensors"});
  EXPECT_EQ(damaged.kind, ErrorKind::Corrupt);
  EXPECT_NE(damaged.message.find("cut.safetensors"), std::string::npos) << damaged.message;
}

TEST_F(Perception, RefusesClipsThatCannotBeCompared) {
  const auto a = clipOf("a.rgb");
  auto shorter = a;
  shorter.frames.pop_back();
  for (const auto& other : {shorter, plainClip(61, 39, 0), Clip{}}) {
    const auto outcome = compare(tinyWeights(), a, other);
    ASSERT_TRUE(outcome.failed());
    EXPECT_EQ(outcome.error().kind, ErrorKind::Invalid);
  }
  EXPECT_TRUE(compare(tinyWeights(), Clip{}, Clip{}).failed());
  const auto small = compare(tinyWeights(), plainClip(64, 30, 0), plainClip(64, 30, 9));
  ASSERT_TRUE(small.failed());
  EXPECT_EQ(small.error().kind, ErrorKind::Invalid);
  EXPECT_NE(small.error().message.find("31 pixels"), std::string::npos) << small.error().message;
  EXPECT_TRUE(compare({tinyWeights().dinov2, {}}, plainClip(64, 20, 0), plainClip(64, 20, 9)).done());
  RunControl control;
  const auto nowhere = engine->comparePerceptually(tinyWeights(), a, a, "abacus", control);
  ASSERT_TRUE(nowhere.failed());
  EXPECT_EQ(nowhere.error().kind, ErrorKind::Invalid);
}

TEST_F(Perception, StopsOnRequest) {
  RunControl control;
  control.requestStop();
  const auto outcome = engine->comparePerceptually(tinyWeights(), clipOf("a.rgb"), clipOf("b.rgb"), "cpu", control);
  EXPECT_TRUE(outcome.cancelled());
}

}  // namespace
}  // namespace fb
