// SPDX-License-Identifier: MIT
// Requests and pairs through JSON, and the reader's errors for damaged documents.
#include "flowblend/request.h"

#include "base/every_member.h"
#include "base/json.h"
#include "unusual_request.h"

#include <gtest/gtest.h>

#include <functional>

namespace fb {
namespace {

// A new member must also be set in unusualRequest().
static_assert(memberCount<PairSpec>() == 26 && memberCount<GenerationRequest>() == 4);

std::string messageOf(const std::string& json) {
  const auto result = requestFromJson(json);
  return result ? "accepted" : result.error().message;
}

std::string changed(const char* field, const nlohmann::json& value) {
  auto json = nlohmann::json::parse(toJson(unusualRequest()));
  json[field] = value;
  return json.dump();
}

TEST(Request, GoesThroughJson) {
  const auto request = unusualRequest();
  const auto result = requestFromJson(toJson(request));
  ASSERT_TRUE(result) << result.error().message;
  const auto& read = result.value();
  EXPECT_EQ(read.clip.prompt, request.clip.prompt);
  EXPECT_EQ(read.clip.negativePrompt, request.clip.negativePrompt);
  EXPECT_EQ(read.clip.width, request.clip.width);
  EXPECT_EQ(read.clip.height, request.clip.height);
  EXPECT_EQ(read.clip.frames, request.clip.frames);
  EXPECT_EQ(read.clip.fps, request.clip.fps);
  EXPECT_EQ(read.sampling.schedule, request.sampling.schedule);
  EXPECT_EQ(read.sampling.solver, request.sampling.solver);
  EXPECT_EQ(read.sampling.history, request.sampling.history);
  EXPECT_EQ(read.sampling.shift, request.sampling.shift);
  EXPECT_EQ(read.sampling.guidance, request.sampling.guidance);
  EXPECT_EQ(read.sampling.guidanceSmall, request.sampling.guidanceSmall);
  EXPECT_EQ(read.sampling.seed, request.sampling.seed);
  EXPECT_EQ(read.options.probe, request.options.probe);
  EXPECT_EQ(read.options.dtype, request.options.dtype);
  EXPECT_EQ(read.options.linearPrecision, request.options.linearPrecision);
  EXPECT_EQ(read.options.decodePrecision, request.options.decodePrecision);
  EXPECT_EQ(read.options.device, request.options.device);
  EXPECT_EQ(read.options.saveEvery, request.options.saveEvery);
  EXPECT_EQ(read.options.memoryBudget, request.options.memoryBudget);
  EXPECT_EQ(read.pair.name, request.pair.name);
  EXPECT_EQ(read.pair.large, request.pair.large);
  EXPECT_EQ(read.pair.small, request.pair.small);
  EXPECT_EQ(read.pair.textEncoder, request.pair.textEncoder);
  EXPECT_EQ(read.pair.tokenizer, request.pair.tokenizer);
  EXPECT_EQ(read.pair.vae, request.pair.vae);
  EXPECT_EQ(read.pair.family, request.pair.family);
  EXPECT_EQ(read.pair.sigmas, request.pair.sigmas);
  EXPECT_EQ(read.pair.largeGuidanceSpec, request.pair.largeGuidanceSpec);
  EXPECT_EQ(read.pair.smallGuidanceSpec, request.pair.smallGuidanceSpec);
  EXPECT_EQ(read.pair.distilledSmall, request.pair.distilledSmall);
  EXPECT_EQ(read.pair.stochasticSmall, request.pair.stochasticSmall);
  EXPECT_EQ(read.pair.familySettings, request.pair.familySettings);
  EXPECT_EQ(read.pair.textLength, request.pair.textLength);
  EXPECT_EQ(read.pair.refineSigmas, request.pair.refineSigmas);
  EXPECT_EQ(read.pair.largeTeaCache, request.pair.largeTeaCache);
  EXPECT_EQ(read.pair.smallTeaCache, request.pair.smallTeaCache);
  EXPECT_EQ(read.pair.largeTeaCacheRetention, request.pair.largeTeaCacheRetention);
  EXPECT_EQ(read.pair.smallTeaCacheRetention, request.pair.smallTeaCacheRetention);
  EXPECT_EQ(read.pair.largeMagCache, request.pair.largeMagCache);
  EXPECT_EQ(read.pair.smallMagCache, request.pair.smallMagCache);
  EXPECT_EQ(read.pair.imageEncoder, request.pair.imageEncoder);
  EXPECT_EQ(read.pair.upsampler, request.pair.upsampler);
  EXPECT_EQ(read.sampling.twoPass, request.sampling.twoPass);
  EXPECT_EQ(read.pair.defaults.sampling.guidanceSmall, request.pair.defaults.sampling.guidanceSmall);
  EXPECT_EQ(read.pair.defaults.sampling.schedule.middleSteps, request.pair.defaults.sampling.schedule.middleSteps);
  EXPECT_EQ(read.clip.images, request.clip.images);
  EXPECT_EQ(read.pair.previewFactors, request.pair.previewFactors);
  EXPECT_EQ(read.pair.previewBias, request.pair.previewBias);
  EXPECT_EQ(toJson(read), toJson(request));
  EXPECT_TRUE(read == request);
}

// unusualRequest() with the names from docs/pairs.md and docs/options.md: existing files keep their meaning. A round
// trip alone would not notice two swapped names.
const char* const kFile = R"({
  "prompt": "a red ball, \n \"äöü\" 红色的球", "negative_prompt": "blurry",
  "seed": 18446744073709551615, "width": 64, "height": 48, "frames": 13, "fps": 23.976,
  "sigmas": [1.0, 0.30000000000000004], "steps": 17, "early": 0.1, "late": 0.7, "middle_steps": 2, "two_pass": true,
  "solver": "dpm++", "history": "restart", "shift": 0.30000000000000004, "guidance": 6.5, "guidance_small": 1.5,
  "loras": [{"file": "/models/four \"steps\".safetensors", "strength": 0.30000000000000004, "target": "early"},
            {"file": "/models/style.safetensors", "strength": -1.5, "target": "small"}],
  "cache": "easycache", "cache_threshold": 0.7999999999999999, "cache_reuse_limit": 5, "cache_retention": true,
  "guard": "verify", "guard_bound": 0.30000000000000004, "guard_every": 3, "guard_returns": true,
  "guard_change": 0.30000000000000004, "guard_settling": 0.30000000000000004,
  "images": [{"file": "/images/first.png", "frame": 0, "strength": 1.0},
             {"file": "last \"one\".jpg", "frame": 8, "strength": 0.5}],
  "probe": "all", "dtype": "fp16", "decode_precision": "tf32",
  "linear_precision": "fp8", "device": "cuda:1", "memory_budget": 12.5, "save_every": 3, "preview": true,
  "pair": {
    "format": "flowblend-pair", "version": 1, "name": "A pair \"quoted\"", "family": "ltx",
    "large": "/models/large", "small": "/models/small.safetensors", "text_encoder": "/models/umt5",
    "tokenizer": "/models/tokenizer", "vae": "/models/vae", "image_encoder": "/models/clip",
    "upsampler": "/models/upsampler",
    "defaults": {"prompt": "p", "negative_prompt": "n", "width": 128, "height": 64, "frames": 33, "fps": 12.5,
                 "sigmas": [0.75, 0.5], "steps": 12, "early": 0.3, "late": 0.1, "middle_steps": 3, "solver": "euler", "shift": 7.5,
                 "loras": [{"file": "/models/style.safetensors", "strength": 0.75, "target": "late"}],
                 "guidance": 4.25, "guidance_small": 1.25},
    "distilled_small": true, "stochastic_small": true,
    "sigmas": {"rule": "resolution_shift", "base_shift": 0.5, "max_shift": 1.15, "base_tokens": 256,
               "max_tokens": 2048, "terminal": 0.2},
    "teacache": {"large": [0.30000000000000004, -3.0], "small": [7.0],
                 "large_retention": [-0.5, 0.30000000000000004], "small_retention": [2.25]},
    "magcache": {"large": {"conditional": [1.0, 0.30000000000000004], "unconditional": [1.0, 0.0]},
                 "small": {"perturbed.1.2": [1.5]}},
    "guidance_large": {
      "rescale": 0.0, "stg": 0.0, "stg_blocks": [], "project_negative": true,
      "table": [{"sigma": 0.9, "guidance": 6.0, "stg": 4.0, "rescale": 0.5, "stg_blocks": [22, 35]},
                {"sigma": 0.5, "guidance": 1.0, "stg": 0.0, "rescale": 1.0, "stg_blocks": []}]},
    "guidance_small": {"rescale": 0.7, "stg": 1.5, "stg_blocks": [19], "project_negative": false},
    "ltx": {"causal_positions": false, "masked_text": false, "decode_timestep": 0.1, "decode_noise": 0.2,
            "text_length": 256, "refine_sigmas": [0.5, 0.25]},
    "preview": {"rgb_factors": [[0.1, -0.2, 0.3], [1.0, 2.0, 3.0]], "rgb_bias": [0.5, 0.25, -0.125]}
  }
})";

TEST(Request, IsReadAndWrittenAsFilesHaveIt) {
  const auto read = requestFromJson(kFile);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(read.value() == unusualRequest()) << toJson(read.value());
  EXPECT_EQ(nlohmann::json::parse(toJson(unusualRequest())), nlohmann::json::parse(kFile));
}

TEST(Request, WritesTheConstantsOfItsRulesThoughTheyAreDefaults) {
  GenerationRequest request;
  request.pair = unusualRequest().pair;
  const auto keys = [&] {
    std::vector<std::string> found;
    const auto json = nlohmann::json::parse(toJson(request));
    for (const auto& [key, value] : json.items())
      if (key.starts_with("guard") || key.starts_with("cache")) found.push_back(key);
    return found;
  };
  EXPECT_TRUE(keys().empty());
  request.sampling.guard = GuardRule::Verify;
  EXPECT_EQ(keys(), (std::vector<std::string>{"guard", "guard_bound", "guard_change", "guard_every", "guard_returns",
                                              "guard_settling"}));
  request.sampling = {};
  request.sampling.cache = CacheRule::EasyCache;
  EXPECT_EQ(keys(), (std::vector<std::string>{"cache", "cache_retention", "cache_reuse_limit", "cache_threshold"}));
}

TEST(Request, AGuardWithoutConstantsHasThoseOfTheVersionsThatLeftThemOut) {
  auto json = nlohmann::json::parse(kFile);
  json.erase("guard_bound");
  json.erase("guard_every");
  json.erase("guard_returns");
  const auto read = requestFromJson(json.dump());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().sampling.guardBound, 0.7);
  EXPECT_EQ(read.value().sampling.guardEvery, 2);
  EXPECT_TRUE(read.value().sampling.guardReturns);
  json["guard"] = "one-way";
  json.erase("guard_change");
  const auto oneWay = requestFromJson(json.dump());
  ASSERT_TRUE(oneWay) << oneWay.error().message;
  EXPECT_EQ(oneWay.value().sampling.guardChange, 0.1);
  EXPECT_EQ(oneWay.value().sampling.guardBound, SamplingSettings().guardBound);
}

// Two swapped flags are only noticed if their values differ.
TEST(Request, EachFlagOfAPairIsItsOwn) {
  const auto expectFlag = [](const char* pointer, const std::function<void(PairSpec&)>& flip) {
    auto json = nlohmann::json::parse(kFile);
    auto& flag = json.at(nlohmann::json::json_pointer(pointer));
    flag = !flag.get<bool>();
    auto expected = unusualRequest();
    flip(expected.pair);
    const auto read = requestFromJson(json.dump());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_TRUE(read.value() == expected) << pointer;
  };
  expectFlag("/pair/distilled_small", [](auto& pair) { pair.distilledSmall = false; });
  expectFlag("/pair/stochastic_small", [](auto& pair) { pair.stochasticSmall = false; });
  expectFlag("/pair/ltx/causal_positions", [](auto& pair) { pair.familySettings["causal_positions"] = true; });
  expectFlag("/pair/ltx/masked_text", [](auto& pair) { pair.familySettings["masked_text"] = true; });
  expectFlag("/pair/guidance_large/project_negative",
             [](auto& pair) { pair.largeGuidanceSpec.projectNegative = false; });
  expectFlag("/pair/guidance_small/project_negative",
             [](auto& pair) { pair.smallGuidanceSpec.projectNegative = true; });
}

TEST(Request, WithoutAScaleOfTheSmallModelHasNone) {
  auto request = unusualRequest();
  request.sampling.guidanceSmall.reset();
  const auto read = requestFromJson(toJson(request)).value();
  EXPECT_FALSE(read.sampling.guidanceSmall);
  EXPECT_EQ(read.sampling.guidanceFor(Model::Small), request.sampling.guidance);
  EXPECT_EQ(unusualRequest().sampling.guidanceFor(Model::Small), 1.5);
  EXPECT_EQ(unusualRequest().sampling.guidanceFor(Model::Large), 6.5);
}

TEST(Request, PortableJsonHoldsNothingOfTheMachine) {
  const auto text = toJson(unusualRequest(), true);
  EXPECT_EQ(text.find("/models"), std::string::npos);
  EXPECT_EQ(text.find("cuda"), std::string::npos);
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json.at("seed").get<std::uint64_t>(), unusualRequest().sampling.seed);
  EXPECT_EQ(json.at("pair"), unusualRequest().pair.name);
}

TEST(Request, PortableJsonGivesTheSettingsBack) {
  const auto read = requestFromJson(toJson(unusualRequest(), true));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().pair.name, unusualRequest().pair.name);
  EXPECT_TRUE(read.value().pair.large.empty());
  EXPECT_EQ(read.value().clip.prompt, unusualRequest().clip.prompt);
  EXPECT_EQ(read.value().sampling.schedule, unusualRequest().sampling.schedule);
  EXPECT_EQ(read.value().sampling.loras,
            (std::vector<Lora>{{"four \"steps\".safetensors", 0.1 + 0.2, LoraTarget::Early},
                               {"style.safetensors", -1.5, LoraTarget::Small}}));
}

TEST(Request, StartsFromThePairsDefaults) {
  const auto pair = unusualRequest().pair;
  const auto request = defaultRequest(pair);
  EXPECT_EQ(request.sampling.schedule, (StageSchedule{0.3, 0.1, 12, 3}));
  EXPECT_EQ(request.sampling.solver, SolverKind::Euler);
  EXPECT_EQ(request.sampling.shift, 7.5);
  EXPECT_EQ(request.sampling.guidance, 4.25);
  EXPECT_EQ(request.clip.width, 128);
  EXPECT_EQ(request.clip.height, 64);
  EXPECT_EQ(request.clip.frames, 33);
  EXPECT_EQ(request.clip.fps, 12.5);
  EXPECT_EQ(request.clip.prompt, "p");
  EXPECT_EQ(request.clip.negativePrompt, "n");
  EXPECT_EQ(request.pair.large, pair.large);
}

TEST(Request, ComplaintsNameTheField) {
  EXPECT_NE(messageOf("{").find("the request is not valid JSON"), std::string::npos);
  // Where, but not the library's name for it.
  EXPECT_NE(messageOf("{").find("line 1, column 2"), std::string::npos);
  EXPECT_EQ(messageOf("{").find("json.exception"), std::string::npos);
  EXPECT_EQ(messageOf("[]"), "the request: a JSON object is expected");
  EXPECT_EQ(messageOf("{}"), "the request: the field \"pair\" is missing");
  EXPECT_EQ(messageOf(changed("width", "wide")), "the request: \"width\" must be a number");
  EXPECT_EQ(messageOf(changed("width", 64.5)), "the request: \"width\" must be a whole number");
  EXPECT_EQ(messageOf(changed("frames", 1e12)), "the request: \"frames\" must be a whole number");
  EXPECT_EQ(messageOf(changed("seed", -1)), "the request: \"seed\" must be a whole number, 0 or more");
  EXPECT_EQ(messageOf(changed("shift", nullptr)), "the request: \"shift\" must be a number");
  EXPECT_EQ(messageOf(changed("solver", "heun")), "the request: \"solver\" is \"heun\", which is unknown");
  EXPECT_EQ(messageOf(changed("prompt", 3)), "the request: \"prompt\" must be a string");
  EXPECT_EQ(messageOf(changed("pair", 7)), "the request: a JSON object is expected");
}

TEST(Pair, PathsCountFromTheFolderOfTheDocument) {
  auto pair = unusualRequest().pair;
  pair.large = "/pairs/demo/large";
  pair.vae = "/elsewhere/vae";
  const auto json = toJsonValue(pair, "/pairs/demo");
  EXPECT_EQ(json.at("large"), "large");
  EXPECT_EQ(json.at("vae"), "/elsewhere/vae");
  const auto moved = pairFromJson(json, "pair.json", "/new/home");
  EXPECT_EQ(moved.large, "/new/home/large");
  EXPECT_EQ(moved.vae, "/elsewhere/vae");
}

TEST(Pair, DocumentsOfAnotherKindAreRefused) {
  const auto messageFor = [](const char* field, const nlohmann::json& value) -> std::string {
    nlohmann::json json = toJsonValue(unusualRequest().pair, {});
    json[field] = value;
    try {
      pairFromJson(json, "pair.json", {});
      return "accepted";
    } catch (const Failure& failure) {
      return failure.error().message;
    }
  };
  EXPECT_EQ(messageFor("format", "other"),
            "pair.json: \"format\" is \"other\", but a pair document has \"flowblend-pair\"");
  EXPECT_EQ(messageFor("version", 2), "pair.json: pair documents of version 2 need a newer version of this program");
  EXPECT_EQ(messageFor("defaults", {{"steps", "many"}}), "pair.json, \"defaults\": \"steps\" must be a number");
  EXPECT_EQ(messageFor("preview", {{"rgb_factors", {{1, 2}}}, {"rgb_bias", {0, 0, 0}}}),
            "pair.json: each preview factor must be three numbers");
}

TEST(Names, OfEveryEnumGoBothWays) {
  for (const auto value : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP})
    EXPECT_EQ(solverFromString(toString(value)), value);
  for (const auto value : {DType::Float32, DType::BFloat16, DType::Float16})
    EXPECT_EQ(dtypeFromString(toString(value)), value);
  for (const auto value : {ProbePolicy::None, ProbePolicy::Large, ProbePolicy::All})
    EXPECT_EQ(probePolicyFromString(toString(value)), value);
  for (const auto value : {HistoryPolicy::Keep, HistoryPolicy::Restart})
    EXPECT_EQ(historyPolicyFromString(toString(value)), value);
  EXPECT_FALSE(solverFromString("UniPC"));
}

}  // namespace
}  // namespace fb
