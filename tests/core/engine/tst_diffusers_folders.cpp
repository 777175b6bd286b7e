// SPDX-License-Identifier: MIT
// The configuration of a diffusers folder is respected: its pipeline class and scheduler determine the pair's settings,
// and what this program does not support is refused by file and field.
#include "base/families/ltx.h"
#include "engine_cases.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace fb {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A copy of an oracle's pair, to be edited.
class Folders {
public:
  explicit Folders(const fs::path& original) { fs::copy(original, path(), fs::copy_options::recursive); }

  fs::path path() const { return m_folder / "pair"; }

  void edit(const char* file, const Json& changes, const char* model = "large") const {
    const auto target = path() / model / file;
    auto json = Json::parse(std::ifstream(target));
    json.update(changes);
    std::ofstream(target) << json;
  }
  void schedule(const Json& config) const { std::ofstream(path() / "large/scheduler/scheduler_config.json") << config; }

  Result<PairSpec> pair() const { return sharedEngine().pairFromFolders(path() / "large", path() / "small"); }
  std::string complaint() const {
    const auto made = pair();
    return made ? "accepted" : made.error().message;
  }

private:
  TemporaryFolder m_folder;
};

const char* const kScheduler = "scheduler/scheduler_config.json";

Folders wanFolders() { return Folders(oracleFolder("engine_wan") / "wan-tiny"); }
Folders ltxFolders(const char* pair) { return Folders(oracleFolder("engine_ltx") / pair); }

void expectRefused(const Folders& folders, const char* file, const std::string& field) {
  const auto complaint = folders.complaint();
  EXPECT_NE(complaint.find(file), std::string::npos) << complaint;
  EXPECT_NE(complaint.find(field), std::string::npos) << complaint;
}

TEST(WanFolders, GiveTheirSolverAndShift) {
  const auto folders = wanFolders();
  folders.edit(kScheduler, {{"flow_shift", 5.0}});
  auto pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_EQ(pair.value().defaults.sampling.solver, SolverKind::UniPC);
  EXPECT_EQ(pair.value().defaults.sampling.shift, 5);

  folders.schedule({{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"shift", 8.0}});
  pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_EQ(pair.value().defaults.sampling.solver, SolverKind::Euler);
  EXPECT_EQ(pair.value().defaults.sampling.shift, 8);

  folders.schedule({{"_class_name", "DPMSolverMultistepScheduler"},
                    {"prediction_type", "flow_prediction"},
                    {"use_flow_sigmas", true}});
  pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_EQ(pair.value().defaults.sampling.solver, SolverKind::DpmSolverPP);
  EXPECT_EQ(pair.value().defaults.sampling.shift, 1);  // diffusers' own

  fs::remove_all(folders.path() / "large/scheduler");
  EXPECT_TRUE(folders.pair());
}

TEST(WanFolders, TellWhatTheySay) {
  const auto folders = wanFolders();
  folders.edit(kScheduler, {{"flow_shift", 5.0}});
  const auto pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  const auto told = sharedEngine().inspectPipeline(pair.value());
  ASSERT_TRUE(told) << told.error().message;
  ASSERT_TRUE(told.value());
  EXPECT_EQ(told.value()->folder, folders.path() / "large");
  EXPECT_EQ(told.value()->pipeline, "WanPipeline");
  EXPECT_EQ(told.value()->scheduler, "UniPCMultistepScheduler");
  const std::pair<std::string, std::string> shift{"flow_shift", "5.0"};
  EXPECT_EQ(std::ranges::count(told.value()->settings, shift), 1);

  fs::remove_all(folders.path() / "large/scheduler");
  fs::remove(folders.path() / "large/model_index.json");
  EXPECT_FALSE(sharedEngine().inspectPipeline(pair.value()).value());
}

// A file that cannot be read is not absent: without it the folder would make another clip.
TEST(WanFolders, AreRefusedIfAFileCannotBeLookedAtOrWasNotDownloaded) {
  for (const char* file :
       {kScheduler, "model_index.json", "transformer/config.json", "tokenizer/tokenizer_config.json"})
    for (const auto& target : {fs::path("../blobs/unfinished"), fs::path(file).filename()}) {
      const auto folders = wanFolders();
      const auto path = folders.path() / "large" / file;
      fs::remove(path);
      fs::create_symlink(target, path);
      const auto pair = folders.pair();
      const auto checked = pair ? sharedEngine().checkPair(pair.value()) : Status(pair.error());
      ASSERT_FALSE(checked) << path;
      EXPECT_NE(checked.error().message.find(path.string()), std::string::npos) << checked.error().message;
    }
}

TEST(WanFolders, AreRefusedForWhatIsNotFollowed) {
  const std::pair<const char*, Json> schedulers[] = {
      {"EulerDiscreteScheduler", {{"_class_name", "EulerDiscreteScheduler"}}},
      {"prediction_type", {{"prediction_type", "epsilon"}}},
      {"use_flow_sigmas", {{"use_flow_sigmas", false}}},
      {"solver_order", {{"solver_order", 3}}},
      {"solver_type", {{"solver_type", "bh1"}}},
      {"use_karras_sigmas", {{"use_karras_sigmas", true}}},
      {"use_beta_sigmas", {{"use_beta_sigmas", true}}},
      {"disable_corrector", {{"disable_corrector", {0}}}},
      {"final_sigmas_type", {{"final_sigmas_type", "sigma_min"}}},
      {"thresholding", {{"thresholding", true}}},
      {"num_train_timesteps", {{"num_train_timesteps", 500}}},
      {"shift_terminal", {{"shift_terminal", 0.1}}},
      {"above 0", {{"flow_shift", 0}}},
      {"flow_shift", {{"flow_shift", "much"}}},
      {"use_dynamic_shifting", {{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"use_dynamic_shifting", true}}},
      {"stochastic_sampling", {{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"stochastic_sampling", true}}},
      {"invert_sigmas", {{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"invert_sigmas", true}}},
      {"algorithm_type", {{"_class_name", "DPMSolverMultistepScheduler"}, {"algorithm_type", "sde-dpmsolver++"}}},
  };
  for (const auto& [field, changes] : schedulers) {
    const auto folders = wanFolders();
    folders.edit(kScheduler, changes);
    expectRefused(folders, "scheduler_config.json", field);
  }
  for (const char* model : {"large", "small"}) {
    const std::pair<const char*, Json> indices[] = {
        {"WanVACEPipeline", {{"_class_name", "WanVACEPipeline"}}},
        {"second transformer", {{"transformer_2", {"diffusers", "WanTransformer3DModel"}}}},
        {"boundary_ratio", {{"boundary_ratio", 0.875}}},
        {"expand_timesteps", {{"expand_timesteps", true}}},
    };
    for (const auto& [field, changes] : indices) {
      const auto folders = wanFolders();
      folders.edit("model_index.json", changes, model);
      expectRefused(folders, model, field);
    }
  }
}

TEST(LtxFolders, OfTheOldPipelineHaveItsPositionsTextAndLevelsWhateverTheirVae) {
  const auto folders = ltxFolders("ltx-tiny");  // a newer VAE
  auto pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_FALSE(ltx::Settings::of(pair.value()).causalPositions);
  EXPECT_FALSE(ltx::Settings::of(pair.value()).maskedText);
  EXPECT_EQ(pair.value().textLength, 128);
  EXPECT_EQ(pair.value().sigmas.rule, SigmaRule::ResolutionShift);
  SigmaSpec expected;
  expected.rule = SigmaRule::ResolutionShift;
  EXPECT_EQ(pair.value().sigmas, expected);

  // Omitted values are diffusers' defaults.
  folders.schedule({{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"use_dynamic_shifting", true}});
  pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_EQ(pair.value().sigmas.baseShift, 0.5);
  EXPECT_EQ(pair.value().sigmas.maxShift, 1.15);
  EXPECT_EQ(pair.value().sigmas.baseTokens, 256);
  EXPECT_EQ(pair.value().sigmas.terminal, 0);

  // A static shift does not grow with the tokens.
  folders.schedule({{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"shift", 3.0}});
  pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_DOUBLE_EQ(std::exp(pair.value().sigmas.baseShift), 3);
  EXPECT_EQ(pair.value().sigmas.maxShift, pair.value().sigmas.baseShift);
}

TEST(LtxFolders, OfTheConditionPipelineHaveItsOwn) {
  const auto folders = ltxFolders("ltx-tiny-090");  // an older VAE
  folders.edit("model_index.json", {{"_class_name", "LTXConditionPipeline"}});
  folders.schedule({{"_class_name", "FlowMatchEulerDiscreteScheduler"}});
  const auto pair = folders.pair();
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_TRUE(ltx::Settings::of(pair.value()).causalPositions);
  EXPECT_TRUE(ltx::Settings::of(pair.value()).maskedText);
  EXPECT_EQ(pair.value().textLength, 256);
  EXPECT_EQ(pair.value().sigmas.rule, SigmaRule::LinearQuadratic);
}

TEST(LtxFolders, AreRefusedForWhatIsNotFollowed) {
  auto folders = ltxFolders("ltx-tiny-097");
  folders.edit(kScheduler, {{"use_dynamic_shifting", true}});
  expectRefused(folders, "scheduler_config.json", "shifted");
  const auto scheduler = ltxFolders("ltx-tiny");
  scheduler.edit(kScheduler, {{"_class_name", "UniPCMultistepScheduler"},
                              {"prediction_type", "flow_prediction"},
                              {"use_flow_sigmas", true},
                              {"use_dynamic_shifting", false},
                              {"shift_terminal", nullptr}});
  expectRefused(scheduler, "scheduler_config.json", "FlowMatchEulerDiscreteScheduler");
  const auto index = ltxFolders("ltx-tiny");
  index.edit("model_index.json", {{"_class_name", "LTX2Pipeline"}});
  expectRefused(index, "model_index.json", "LTX2Pipeline");
}

}  // namespace
}  // namespace fb
