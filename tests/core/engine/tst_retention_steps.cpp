// SPDX-License-Identifier: MIT
// TeaCache's published coefficients, and its form with retention steps. tst_caches compares its runs with the
// reference.
#include "cache_cases.h"

#include "engine/wan/wan_teacache.h"

#include <utility>

namespace fb {
namespace {

TEST_F(Cache, WithRetentionStepsComputesTheFirstOnesAndNeedNotComputeTheLast) {
  request = requestFor({"wan-tiny", CacheRule::TeaCache, 1, SchedulePreset::LLL, true});
  request.pair.largeTeaCacheRetention = {0, 0.01};  // far below the threshold
  request.sampling.schedule.steps = 8;
  EXPECT_EQ(decisions(run().steps), "CCCCCrrr");
  request.sampling.schedule.steps = 5;
  watch = {};
  run();
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("computes the first 5, and there are 5"), std::string::npos) << watch.warnings[0];
}

TEST_F(Cache, WithRetentionStepsIsRefusedWhereItHasNone) {
  request = requestFor({"ltx-tiny-097", CacheRule::TeaCache, 0.1, SchedulePreset::LSL, true});
  const auto ofLtx = failure(engine->generate(request, watch, control)).message;
  EXPECT_NE(ofLtx.find("cache_retention is true"), std::string::npos) << ofLtx;
  request.sampling.cache = CacheRule::EasyCache;
  EXPECT_EQ(engine->validate(request), std::vector<std::string>());
  request = requestFor({"wan-tiny", CacheRule::TeaCache, 0.1, SchedulePreset::LSL, true});
  request.pair.smallTeaCacheRetention.clear();
  const auto ofSmall = failure(engine->generate(request, watch, control)).message;
  EXPECT_NE(ofSmall.find("teacache with retention steps has no published coefficients for the small model"),
            std::string::npos)
      << ofSmall;
  EXPECT_NE(ofSmall.find("\"small_retention\""), std::string::npos) << ofSmall;
}

TEST_F(Cache, WithRetentionStepsBranchesFromNoRunWithoutThem) {
  request = requestFor({"wan-tiny", CacheRule::TeaCache, kRetentionThreshold, SchedulePreset::LSL, true});
  request.options.runFolder = folder / "parent";
  run();
  request.options.runFolder.clear();
  request.options.branchFrom = folder / "parent";
  run();
  request.sampling.cacheRetention = false;
  const auto error = failure(engine->generate(request, watch, control));
  EXPECT_NE(error.message.find("cache_retention"), std::string::npos) << error.message;
}

// What a model is, its file says; for which size an image-to-video model was trained, only the clip's does.
TEST(TeaCacheOfWan, HasThePublishedCoefficientsOfEachModel) {
  models::WanTransformerConfig small, large;
  small.heads = 12;
  large.heads = 40;
  small.headDim = large.headDim = 128;
  small.layers = 30;
  large.layers = 40;
  auto image = large;
  image.imageDim = 1280;
  ClipSpec clip;
  const auto firstOf = [&](const models::WanTransformerConfig& config, int width, int height, bool retains) {
    clip.width = width;
    clip.height = height;
    const auto found = engine::wanTeaCachePolynomial(config, clip, retains);
    return found.size() == 5 ? found.front() : 0;
  };
  for (const auto& [width, height] : {std::pair{832, 480}, {1280, 720}}) {
    EXPECT_EQ(firstOf(small, width, height, false), 2396.76752);
    EXPECT_EQ(firstOf(small, width, height, true), -52186.2437);
    EXPECT_EQ(firstOf(large, width, height, false), -5784.54975374);
    EXPECT_EQ(firstOf(large, width, height, true), -303318.725);
  }
  for (const auto& [width, height] : {std::pair{832, 480}, {480, 832}, {624, 624}, {960, 544}}) {
    EXPECT_EQ(firstOf(image, width, height, false), -302.33167) << width;
    EXPECT_EQ(firstOf(image, width, height, true), 257151.496) << width;
  }
  for (const auto& [width, height] : {std::pair{1280, 720}, {720, 1280}, {960, 960}}) {
    EXPECT_EQ(firstOf(image, width, height, false), -114.36346466) << width;
    EXPECT_EQ(firstOf(image, width, height, true), 8107.0546) << width;
  }
  for (auto other : {small, large, image}) {
    other.layers += 1;
    for (const bool retains : {false, true}) EXPECT_EQ(firstOf(other, 832, 480, retains), 0);
  }
  auto smallImage = small;
  smallImage.imageDim = 1280;
  EXPECT_EQ(firstOf(smallImage, 832, 480, false), 0);
}

}  // namespace
}  // namespace fb
