// SPDX-License-Identifier: MIT
// A request for testing code that writes and reads requests and pairs.
#pragma once

#include "flowblend/request.h"

#include <limits>

namespace fb {

// No field that goes through JSON has its default value.
inline GenerationRequest unusualRequest() {
  GenerationRequest request;
  request.pair.name = "A pair \"quoted\"";
  request.pair.large = "/models/large";
  request.pair.small = "/models/small.safetensors";
  request.pair.textEncoder = "/models/umt5";
  request.pair.tokenizer = "/models/tokenizer";
  request.pair.vae = "/models/vae";
  request.pair.defaults.clip = {"p", "n", {}, 128, 64, 33, 12.5};
  request.pair.defaults.sampling.schedule = {0.3, 0.1, 12, 3};
  request.pair.defaults.sampling.solver = SolverKind::Euler;
  request.pair.defaults.sampling.sigmas = {0.75, 0.5};
  request.pair.defaults.sampling.shift = 7.5;
  request.pair.defaults.sampling.guidance = 4.25;
  request.pair.defaults.sampling.guidanceSmall = 1.25;
  request.pair.defaults.sampling.loras = {{"/models/style.safetensors", 0.75, LoraTarget::Late}};
  request.pair.family = Family("ltx");
  request.pair.sigmas.rule = SigmaRule::ResolutionShift;
  request.pair.sigmas.baseShift = 0.5;
  request.pair.sigmas.maxShift = 1.15;
  request.pair.sigmas.baseTokens = 256;
  request.pair.sigmas.maxTokens = 2048;
  request.pair.sigmas.terminal = 0.2;
  request.pair.largeGuidanceSpec.projectNegative = true;
  request.pair.largeGuidanceSpec.table = {{0.9, 6, 4, 0.5, {22, 35}}, {0.5, 1, 0, 1, {}}};
  request.pair.smallGuidanceSpec.rescale = 0.7;
  request.pair.smallGuidanceSpec.stg = 1.5;
  request.pair.smallGuidanceSpec.stgBlocks = {19};
  request.pair.distilledSmall = request.pair.stochasticSmall = true;
  request.pair.familySettings = {
      {"causal_positions", false}, {"masked_text", false}, {"decode_timestep", 0.1}, {"decode_noise", 0.2}};
  request.pair.textLength = 256;
  request.pair.largeTeaCache = {0.1 + 0.2, -3};
  request.pair.smallTeaCache = {7};
  request.pair.largeTeaCacheRetention = {-0.5, 0.1 + 0.2};
  request.pair.smallTeaCacheRetention = {2.25};
  request.pair.largeMagCache = {{"conditional", {1, 0.1 + 0.2}}, {"unconditional", {1, 0}}};
  request.pair.smallMagCache = {{"perturbed.1.2", {1.5}}};
  request.pair.refineSigmas = {0.5, 0.25};
  request.pair.imageEncoder = "/models/clip";
  request.pair.upsampler = "/models/upsampler";
  request.sampling.twoPass = true;
  request.clip.images = {{"/images/first.png", 0, 1}, {"last \"one\".jpg", 8, 0.5}};
  request.pair.previewFactors = {{0.1, -0.2, 0.3}, {1, 2, 3}};
  request.pair.previewBias = {0.5, 0.25, -0.125};
  request.clip.prompt = "a red ball, \n \"äöü\" 红色的球";
  request.clip.negativePrompt = "blurry";
  request.clip.width = 64;
  request.clip.height = 48;
  request.clip.frames = 13;
  request.clip.fps = 23.976;
  request.sampling.schedule = {0.1, 0.7, 17, 2};
  request.sampling.solver = SolverKind::DpmSolverPP;
  request.sampling.history = HistoryPolicy::Restart;
  request.sampling.sigmas = {1, 0.1 + 0.2};
  request.sampling.shift = 0.1 + 0.2;
  request.sampling.guidance = 6.5;
  request.sampling.guidanceSmall = 1.5;
  request.sampling.loras = {{"/models/four \"steps\".safetensors", 0.1 + 0.2, LoraTarget::Early},
                            {"/models/style.safetensors", -1.5, LoraTarget::Small}};
  request.sampling.cache = CacheRule::EasyCache;
  request.sampling.cacheThreshold = 0.1 + 0.7;
  request.sampling.cacheReuseLimit = 5;
  request.sampling.cacheRetention = true;
  request.sampling.guard = GuardRule::Verify;
  request.sampling.guardBound = 0.1 + 0.2;
  request.sampling.guardEvery = 3;
  request.sampling.guardReturns = true;
  request.sampling.guardChange = 0.1 + 0.2;
  request.sampling.guardSettling = 0.1 + 0.2;
  request.sampling.seed = std::numeric_limits<std::uint64_t>::max();
  request.options.probe = ProbePolicy::All;
  request.options.dtype = DType::Float16;
  request.options.linearPrecision = LinearPrecision::Fp8;
  request.options.decodePrecision = DecodePrecision::Tf32;
  request.options.device = "cuda:1";
  request.options.saveEvery = 3;
  request.options.memoryBudget = 12.5;
  return request;
}

}  // namespace fb
