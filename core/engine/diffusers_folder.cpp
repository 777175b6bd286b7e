// SPDX-License-Identifier: MIT
// Source: diffusers' UniPCMultistepScheduler, DPMSolverMultistepScheduler, FlowMatchEulerDiscreteScheduler, WanPipeline
// and LTXPipeline, for the settings and their defaults.
#include "engine/diffusers_folder.h"

#include "base/atomic_file.h"
#include "base/json.h"
#include "base/missing_file.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace fb::engine {
namespace {

using Json = nlohmann::json;

// A setting that must be one of `followed`; `fallback` is diffusers' default if the file omits it.
struct Setting {
  const char* name;
  Json fallback;
  std::vector<Json> followed;
};

std::vector<Setting> commonSettings() {
  return {{"num_train_timesteps", 1000, {1000}},
          {"use_karras_sigmas", false, {false}},
          {"use_exponential_sigmas", false, {false}},
          {"use_beta_sigmas", false, {false}}};
}

// For the two schedulers that also support noise other than that of flow matching.
std::vector<Setting> multistepSettings() {
  auto settings = commonSettings();
  const std::vector<Setting> own{{"prediction_type", "epsilon", {"flow_prediction"}},
                                 {"use_flow_sigmas", false, {true}},
                                 {"solver_order", 2, {2}},
                                 {"thresholding", false, {false}},
                                 {"final_sigmas_type", "zero", {"zero"}},
                                 {"use_dynamic_shifting", false, {false}}};
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

std::vector<Setting> unipcSettings() {
  auto settings = multistepSettings();
  const std::vector<Setting> own{// diffusers treats these as bh2.
                                 {"solver_type", "bh2", {"bh2", "midpoint", "heun", "logrho"}},
                                 {"predict_x0", true, {true}},
                                 {"lower_order_final", true, {true}},
                                 {"disable_corrector", Json::array(), {Json::array()}},
                                 {"solver_p", nullptr, {nullptr}},
                                 {"shift_terminal", nullptr, {nullptr}},
                                 {"sigma_min", nullptr, {nullptr}},
                                 {"sigma_max", nullptr, {nullptr}}};
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

std::vector<Setting> dpmSettings() {
  auto settings = multistepSettings();
  const std::vector<Setting> own{{"algorithm_type", "dpmsolver++", {"dpmsolver++"}},
                                 {"solver_type", "midpoint", {"midpoint"}},
                                 {"use_lu_lambdas", false, {false}}};
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

std::vector<Setting> eulerSettings() {
  auto settings = commonSettings();
  const std::vector<Setting> own{{"invert_sigmas", false, {false}},
                                 {"stochastic_sampling", false, {false}},
                                 {"time_shift_type", "exponential", {"exponential"}}};
  settings.insert(settings.end(), own.begin(), own.end());
  return settings;
}

void requireFollowed(const Json& config, const std::vector<Setting>& settings, const std::string& file) {
  for (const auto& [name, fallback, followed] : settings) {
    const auto value = config.value(name, fallback);
    const bool off = value.is_null() && followed.front() == false;
    if (off || std::ranges::find(followed, value) != followed.end()) continue;
    fail(ErrorKind::Unsupported, "{}: \"{}\" is {}, which this program does not support; it samples with {}", file,
         name, value.dump(), followed.front().dump());
  }
}

std::optional<Json> readJson(const std::filesystem::path& file) {
  if (!isPresent(file)) return std::nullopt;
  return parseJson(readTextFile(file), file.string());
}

bool isSet(const Json& index, const char* field) {
  const auto value = index.find(field);
  return value != index.end() && !value->is_null() && *value != false;
}

}  // namespace

std::string readPipelineClass(const std::filesystem::path& pipeline, std::span<const std::string_view> known) {
  const auto path = pipeline / "model_index.json";
  const auto index = readJson(path);
  if (!index) return {};
  const auto file = path.string();
  auto name = JsonObject(*index, file).string("_class_name");
  if (std::ranges::find(known, name) == known.end())
    fail(ErrorKind::Unsupported, "{} is for {}, which this program does not support; it supports {}", file, name,
         fmt::join(known, " and "));
  const auto second = index->find("transformer_2");
  if (second != index->end() && second->is_array() &&
      std::ranges::any_of(*second, [](const Json& part) { return !part.is_null(); }))
    fail(ErrorKind::Unsupported,
         "{} has a second transformer for the lower noise levels (WAN 2.2), which this program does not support", file);
  for (const auto* field : {"boundary_ratio", "expand_timesteps"})
    if (isSet(*index, field))
      fail(ErrorKind::Unsupported, "{} sets \"{}\" (WAN 2.2), which this program does not support", file, field);
  return name;
}

std::optional<SchedulerConfig> readScheduler(const std::filesystem::path& pipeline) {
  const auto path = pipeline / "scheduler" / "scheduler_config.json";
  const auto config = readJson(path);
  if (!config) return std::nullopt;
  const auto file = path.string();
  const JsonObject fields(*config, file);
  const auto name = fields.string("_class_name");
  SchedulerConfig scheduler;
  scheduler.file = path;
  if (name == "UniPCMultistepScheduler" || name == "DPMSolverMultistepScheduler") {
    const bool unipc = name.starts_with("UniPC");
    requireFollowed(*config, unipc ? unipcSettings() : dpmSettings(), file);
    scheduler.solver = unipc ? SolverKind::UniPC : SolverKind::DpmSolverPP;
    scheduler.shift = fields.numberOr("flow_shift", scheduler.shift);
  } else if (name == "FlowMatchEulerDiscreteScheduler") {
    requireFollowed(*config, eulerSettings(), file);
    scheduler.shift = fields.numberOr("shift", scheduler.shift);
    scheduler.dynamic = fields.booleanOr("use_dynamic_shifting", false);
    scheduler.baseShift = fields.numberOr("base_shift", scheduler.baseShift);
    scheduler.maxShift = fields.numberOr("max_shift", scheduler.maxShift);
    scheduler.baseTokens = fields.integerOr("base_image_seq_len", scheduler.baseTokens);
    scheduler.maxTokens = fields.integerOr("max_image_seq_len", scheduler.maxTokens);
    scheduler.terminal = fields.numberOr("shift_terminal", 0);
    if (scheduler.baseTokens == scheduler.maxTokens)
      fail(ErrorKind::Corrupt, "{}: \"base_image_seq_len\" and \"max_image_seq_len\" are both {}", file,
           scheduler.baseTokens);
  } else {
    fail(ErrorKind::Unsupported,
         "{} is for {}, which this program does not support; it supports UniPCMultistepScheduler, "
         "DPMSolverMultistepScheduler and FlowMatchEulerDiscreteScheduler",
         file, name);
  }
  if (scheduler.shift <= 0) fail(ErrorKind::Corrupt, "{}: the shift is {}, but must be above 0", file, scheduler.shift);
  return scheduler;
}

std::optional<PipelineInfo> describePipeline(const std::filesystem::path& pipeline) {
  const auto indexFile = pipeline / "model_index.json";
  const auto schedulerFile = pipeline / "scheduler" / "scheduler_config.json";
  const auto index = readJson(indexFile);
  const auto scheduler = readJson(schedulerFile);
  if (!index && !scheduler) return std::nullopt;
  PipelineInfo info;
  info.folder = pipeline;
  if (index) info.pipeline = JsonObject(*index, indexFile.string()).string("_class_name");
  if (!scheduler) return info;
  info.scheduler = JsonObject(*scheduler, schedulerFile.string()).string("_class_name");
  const auto add = [&](std::initializer_list<const char*> names) {
    for (const auto* name : names)
      if (isSet(*scheduler, name) && scheduler->at(name).is_primitive())
        info.settings.emplace_back(name, scheduler->at(name).dump(-1, ' ', false, Json::error_handler_t::replace));
  };
  add({"flow_shift", "shift", "use_dynamic_shifting", "shift_terminal"});
  if (isSet(*scheduler, "use_dynamic_shifting"))
    add({"base_shift", "max_shift", "base_image_seq_len", "max_image_seq_len"});
  return info;
}

void requireStaticShift(const SchedulerConfig& scheduler) {
  if (!scheduler.dynamic && scheduler.terminal == 0) return;
  fail(ErrorKind::Unsupported, "{}: \"{}\" is set, which this folder's pipeline does not support",
       scheduler.file.string(), scheduler.dynamic ? "use_dynamic_shifting" : "shift_terminal");
}

}  // namespace fb::engine
