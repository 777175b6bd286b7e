// SPDX-License-Identifier: MIT
// The settings of a run: the structs that hold them, and one table that gives each member's name, legal values and
// where it is used. JSON, pair documents, presets, the command line, the Studio's form and list of differences,
// validation and docs/options.md all read the table. The end of docs/options.md tells how to add a setting;
// core/base/settings.cpp does not compile if a member has no row.
// Values and constants; safe on any thread.
#pragma once

#include "flowblend/schedule.h"
#include "flowblend/status.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fb {

struct GenerationRequest;
struct PairSpec;

enum class SolverKind { UniPC, Euler, DpmSolverPP };
// Automatic: the best dtype for the device, see resolvedDType().
enum class DType { Automatic, Float32, BFloat16, Float16 };
// How a VAE that computes in float32 (WAN's) decodes: as it is, on a GPU with the numbers of its products rounded to
// TF32 (10 bits of mantissa), or in bfloat16.
enum class DecodePrecision { Exact, Tf32, Bf16 };
// How the transformers multiply weights that are stored in fp8 (e4m3): dequantised, or as they are with activations
// that are rounded to fp8 by rows.
enum class LinearPrecision { Exact, Fp8 };
// When the two models' velocities are compared: never, on the large model's steps (the small one runs too), on all.
enum class ProbePolicy { None, Large, All };
// Which model a LoRA changes; Early and Late: the large one, in that stage only.
enum class LoraTarget { Large, Small, Early, Late };
// By which rule a step may use what its model computed in an earlier one instead of running it (docs/caches.md).
enum class CacheRule { None, EasyCache, TeaCache, MagCache };
// By which rule the large model has a say in when the small one takes over in the middle stage (docs/guard.md).
enum class GuardRule { None, Verify, OneWay, SrDiffusion };
// What happens to a multistep solver's history when the model changes.
enum class HistoryPolicy { Keep, Restart };

// The names in files and on the command line.
std::string_view toString(SolverKind);       // "unipc", "euler", "dpm++"
std::string_view toString(DType);            // "auto", "fp32", "bf16", "fp16"
std::string_view toString(DecodePrecision);  // "exact", "tf32", "bf16"
std::string_view toString(LinearPrecision);  // "exact", "fp8"
std::string_view toString(ProbePolicy);      // "none", "large", "all"
std::string_view toString(HistoryPolicy);    // "keep", "restart"
std::string_view toString(CacheRule);        // "none", "easycache", "teacache", "magcache"
std::string_view toString(GuardRule);        // "none", "verify", "one-way", "srdiffusion"
std::string_view toString(LoraTarget);       // "large", "small", "early", "late"
std::optional<SolverKind> solverFromString(std::string_view);
std::optional<DType> dtypeFromString(std::string_view);
std::optional<DecodePrecision> decodePrecisionFromString(std::string_view);
std::optional<LinearPrecision> linearPrecisionFromString(std::string_view);
std::optional<ProbePolicy> probePolicyFromString(std::string_view);
std::optional<HistoryPolicy> historyPolicyFromString(std::string_view);
std::optional<CacheRule> cacheRuleFromString(std::string_view);
std::optional<GuardRule> guardRuleFromString(std::string_view);
std::optional<LoraTarget> loraTargetFromString(std::string_view);

// An image that a clip passes through.
struct ImageCondition {
  std::filesystem::path file;
  int frame = 0;        // of the clip, 0 or a multiple of the family's frameRatio from -frames to frames - 1
  double strength = 1;  // 0..1: 1 keeps the image as it is
  bool operator==(const ImageCondition&) const = default;
};

// What the clip shows, its size and length.
struct ClipSpec {
  std::string prompt;
  std::string negativePrompt;
  std::vector<ImageCondition> images;
  int width = 832;  // pixels, a multiple of the family's sideMultiple
  int height = 480;
  int frames = 81;  // a multiple of the family's frameRatio, plus 1
  double fps = 16;
  bool operator==(const ClipSpec&) const = default;
};

// From "FILE" (frame 0), "FILE@FRAME" or "FILE@FRAME:STRENGTH". A name that has such an ending itself is the file if it
// exists. Invalid with what is expected.
Result<ImageCondition> imageFromText(const std::string& text);

inline constexpr double kMaxLoraStrength = 10;  // and -10 the least

// A file that changes the weights of one model, and those of the text encoder for what this model sees of the prompts.
struct Lora {
  std::filesystem::path file;
  double strength = 1;  // 0: none
  LoraTarget target = LoraTarget::Large;
  bool operator==(const Lora&) const = default;
};

// From "FILE" (the large model), "FILE:STRENGTH", "FILE@TARGET" or "FILE:STRENGTH@TARGET"; as imageFromText().
Result<Lora> loraFromText(const std::string& text);

// How the trajectory is sampled.
struct SamplingSettings {
  StageSchedule schedule;
  // Sample at half the width and height, upsample the latents and refine them with the large model alone. Needs the
  // pair's upsampler.
  bool twoPass = false;
  SolverKind solver = SolverKind::UniPC;
  HistoryPolicy history = HistoryPolicy::Keep;
  // Noise levels of the run, or of its first pass: decreasing, from at most 1, without the final 0; one for each of the
  // schedule's steps. Empty: by the pair's rule.
  std::vector<double> sigmas;
  double shift = 3.0;                   // flow shift, if the pair's sigma rule has one and sigmas is empty
  double guidance = 5.0;                // classifier-free guidance scale; no negative evaluation at or below 1
  std::optional<double> guidanceSmall;  // the small model's own scale, if it differs
  std::vector<Lora> loras;              // their changes add up; a file may be listed for several targets
  CacheRule cache = CacheRule::None;
  double cacheThreshold = 0.1;  // more: more steps are reused
  int cacheReuseLimit = 2;      // MagCache: reused steps in a row; the default is that of its code for WAN 2.1
  bool cacheRetention = false;  // TeaCache on WAN: with retention steps
  GuardRule guard = GuardRule::None;
  double guardBound = 0.75;   // Verify: relative L2 divergence of the guided velocities below which a check passes
  int guardEvery = 4;         // Verify: steps from one check to the next
  bool guardReturns = false;  // Verify: the small model is checked, too, and the large one may return
  double guardChange = 0.07;  // OneWay: relative change of the predicted clean latents at which the small one begins
  double guardSettling =
      0.01;  // SrDiffusion: by how much less than before its velocity changes when the small one begins
  std::uint64_t seed = 0;
  bool operator==(const SamplingSettings&) const = default;

  double guidanceFor(Model model) const { return model == Model::Small ? guidanceSmall.value_or(guidance) : guidance; }
};

// RunOptions::device: the program chooses the device, see automaticDevice().
inline constexpr auto kAutomaticDevice = "auto";

// How and where a run is executed. Only the dtype and the two precisions affect the clip.
struct RunOptions {
  ProbePolicy probe = ProbePolicy::None;
  // Used by the two transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.
  DType dtype = DType::Automatic;
  LinearPrecision linearPrecision = LinearPrecision::Exact;
  DecodePrecision decodePrecision = DecodePrecision::Exact;
  std::string device = kAutomaticDevice;  // or "cpu", "cuda", "cuda:1"
  double memoryBudget = 0;                // GB of the device's memory that the whole run may use; 0: what is free
  bool hashInputs = false;                // store the SHA-256 of every file that the run reads in its folder
  bool preview = true;                    // send a preview of the predicted clean latents after every step
  std::filesystem::path runFolder;        // empty: nothing is saved for resuming
  int saveEvery = 1;                      // steps between two saved states
  // The run folder keeps the states where the models change for other runs to branch from.
  int keepEvery = 0;                 // also the state after every keepEvery-th step; 0: only those
  double keepLimit = 2;              // GB that they may take; the earliest are deleted first
  std::filesystem::path branchFrom;  // run folder whose first steps this run takes over; empty: none
  int branchAt = 0;                  // how many of them; 0: as many as both runs have in common and are stored
  std::filesystem::path traceFile;   // empty: no trace
  bool operator==(const RunOptions&) const = default;
};

inline constexpr int kMaxSide = 8192;  // pixels
inline constexpr int kMaxFrames = 4097;
inline constexpr int kMaxSteps = 1000;  // the models know 1000 timesteps
// How far apart two noise levels must be at least: nearer ones are the same to a solver in float32.
inline constexpr double kLeastSigmaStep = 1e-5;

// The member of a request's parts that a setting stands for.
template <class Part>
using MemberOf =
    std::variant<bool Part::*, int Part::*, std::uint64_t Part::*, double Part::*, std::optional<double> Part::*,
                 std::string Part::*, std::filesystem::path Part::*, std::vector<ImageCondition> Part::*,
                 std::vector<Lora> Part::*, std::vector<double> Part::*, SolverKind Part::*, HistoryPolicy Part::*,
                 CacheRule Part::*, GuardRule Part::*, ProbePolicy Part::*, DType Part::*, LinearPrecision Part::*,
                 DecodePrecision Part::*>;
using SettingMember =
    std::variant<MemberOf<ClipSpec>, MemberOf<SamplingSettings>, MemberOf<StageSchedule>, MemberOf<RunOptions>>;

// In the order of MemberOf's types; every enum is a Choice.
enum class SettingType { Flag, Whole, Unsigned, Number, OptionalNumber, Text, Path, Images, Loras, Numbers, Choice };

// The value of any setting. Choices by their name, paths as text; monostate: an OptionalNumber that is not set.
using SettingValue = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string,
                                  std::vector<ImageCondition>, std::vector<Lora>, std::vector<double>>;
// Some of the settings by key, as in a preset or on a command line.
using SettingValues = std::map<std::string, SettingValue, std::less<>>;

// The numbers from min to max. Whole numbers: only those of the form base + n * step.
struct NumberRange {
  double min = 0;
  double max = 0;
  bool aboveMin = false;  // min itself is excluded
  int base = 0;
  int step = 1;
  const char* reason = "";  // why the range is narrower than for other requests; empty if it is not

  bool contains(double value) const;
  std::string text() const;  // "from 1 to 240", "above 0 and at most 100", "a multiple of 16 from 16 to 8192"
};

// One of the values of a Choice.
struct SettingChoice {
  const char* name;
  const char* label;
};

// What a setting's legal numbers depend on besides its own range.
enum class SettingGrid { None, Sides, Frames, Steps };
// What a pair must have for a setting to apply.
enum class SettingNeeds { Nothing, ImageInput, Upsampler, FlowShift, GuidanceScale };
// How JSON treats a setting: written if it is not the default; always written; always written and required.
enum class SettingPresence { IfChanged, Written, Required };
// Which documents carry a setting.
enum SettingCarrier : unsigned { kInRequest = 1, kInPortable = 2, kInPair = 4, kInPreset = 8 };

// Marks a text that the Studio shows for translation. Qt's lupdate treats it like QT_TRANSLATE_NOOP.
constexpr const char* translatable(const char* /*context*/, const char* english) { return english; }

// One row of the table.
struct Setting {
  const char* key;          // in JSON and in validation messages
  const char* option = "";  // on the command line, "-p,--prompt"; empty: none
  SettingMember member;
  const char* label;
  const char* help;
  const char* unit = "";
  NumberRange range = {};
  double increment = 1;  // of a spin box
  SettingGrid grid = SettingGrid::None;
  SettingNeeds needs = SettingNeeds::Nothing;
  const char* zeroMeans = "";   // if 0 has a special meaning
  const char* unsetMeans = "";  // OptionalNumber: the key of the setting used in its place
  bool shapesClip = true;       // runs that differ in it make different clips
  unsigned carriers = kInRequest | kInPortable | kInPair | kInPreset;
  SettingPresence presence = SettingPresence::IfChanged;
  // A constant of rules: the key of the Choice that selects one of them. It is written whenever that is not the
  // default, so that a document keeps its meaning when a later version has other constants.
  const char* writtenWith = "";

  SettingType type() const;
  bool carriedBy(SettingCarrier carrier) const { return (carriers & carrier) != 0; }
  std::span<const SettingChoice> choices() const;  // for a Choice
  std::string values() const;                      // "a whole number from 1 to 1000", "unipc, euler or dpm++"
  // The long form of the option: "--prompt".
  std::string_view longOption() const;

  SettingValue value(const GenerationRequest& request) const;
  // The value that is used: if an OptionalNumber is not set, that of the setting named by unsetMeans.
  SettingValue effectiveValue(const GenerationRequest& request) const;
  SettingValue defaultValue() const;
  // Refuses a value of another type and a name that is not one of the choices. problem() checks the range.
  Status assign(const SettingValue& value, GenerationRequest& request) const;
  // Parses a command line value. Numbers are decimal and exact: no octal, no sign before an Unsigned, no locale, no
  // clamping to the type's range. Numbers are separated by commas, images and LoRAs by semicolons, each as
  // imageFromText() and loraFromText() take it; "none" is an empty list.
  Result<SettingValue> parse(std::string_view text) const;

  // The range as narrowed by the request's pair and its other settings.
  NumberRange rangeFor(const GenerationRequest& request) const;
  bool countsFor(const PairSpec& pair) const;
  // Why the request's value is not allowed; empty if it is.
  std::string problem(const GenerationRequest& request) const;
};

// A value for people and for the command line: "23.976", "true", "unipc", "1,0.75,0.5"; empty if not set.
std::string settingText(const SettingValue& value);

// Assigns all of them. Noise levels without a number of steps set that as well.
Status assign(const SettingValues& values, GenerationRequest& request);

// In the order in which JSON writes them. The Studio shows the labels and help texts that are marked translatable.
inline constexpr Setting kSettings[] = {
    {.key = "prompt",
     .option = "-p,--prompt",
     .member = &ClipSpec::prompt,
     .label = translatable("Setting", "Prompt"),
     .help = "What the clip shows.",
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Required},
    {.key = "negative_prompt",
     .option = "-n,--negative-prompt",
     .member = &ClipSpec::negativePrompt,
     .label = translatable("Setting", "Negative prompt"),
     .help = "What the clip should not show. Used only if guidance is above 1.",
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Written},
    {.key = "seed",
     .option = "--seed",
     .member = &SamplingSettings::seed,
     .label = translatable("Setting", "Seed"),
     .help = translatable("Setting", "The same seed and settings produce the same clip."),
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "width",
     .option = "--width",
     .member = &ClipSpec::width,
     .label = translatable("Setting", "Width"),
     .help = "A multiple of 16 for WAN, of 32 for LTX.",
     .unit = "pixels",
     .range = {1, kMaxSide},
     .grid = SettingGrid::Sides,
     .presence = SettingPresence::Required},
    {.key = "height",
     .option = "--height",
     .member = &ClipSpec::height,
     .label = translatable("Setting", "Height"),
     .help = "A multiple of 16 for WAN, of 32 for LTX.",
     .unit = "pixels",
     .range = {1, kMaxSide},
     .grid = SettingGrid::Sides,
     .presence = SettingPresence::Required},
    {.key = "frames",
     .option = "--frames",
     .member = &ClipSpec::frames,
     .label = translatable("Setting", "Frames"),
     .help = "1 more than a multiple of 4 for WAN, of 8 for LTX.",
     .range = {1, kMaxFrames},
     .grid = SettingGrid::Frames,
     .presence = SettingPresence::Required},
    {.key = "fps",
     .option = "--fps",
     .member = &ClipSpec::fps,
     .label = translatable("Setting", "Frames per second"),
     .help = translatable("Setting", "Playback speed of the clip; the frames stay the same."),
     .range = {1, 240},
     .presence = SettingPresence::Required},
    {.key = "sigmas",
     .option = "--sigmas",
     .member = &SamplingSettings::sigmas,
     .label = translatable("Setting", "Noise levels"),
     .help = translatable("Setting",
                          "Noise level at which each step starts, from at most 1 downward, without the final 0, such "
                          "as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. "
                          "Replaces the shift and the number of steps. UniPC and Euler only.")},
    {.key = "steps",
     .option = "--steps",
     .member = &StageSchedule::steps,
     .label = translatable("Setting", "Steps"),
     .help = translatable("Setting", "Number of steps from noise to clip. More take longer and give finer detail."),
     .range = {1, kMaxSteps},
     .grid = SettingGrid::Steps,
     .presence = SettingPresence::Required},
    {.key = "early",
     .option = "--early",
     .member = &StageSchedule::early,
     .label = "Early stage",
     .help = "Fraction of the steps that the large model runs at the start.",
     .range = {0, 1},
     .increment = 0.05,
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Required},
    {.key = "late",
     .option = "--late",
     .member = &StageSchedule::late,
     .label = "Late stage",
     .help = "Fraction of the steps that the large model runs at the end.",
     .range = {0, 1},
     .increment = 0.05,
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Required},
    {.key = "solver",
     .option = "--solver",
     .member = &SamplingSettings::solver,
     .label = translatable("Setting", "Solver"),
     .help = translatable("Setting",
                          "How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and "
                          "need fewer steps."),
     .presence = SettingPresence::Required},
    {.key = "history",
     .option = "--history",
     .member = &SamplingSettings::history,
     .label = translatable("Setting", "Solver history at a switch"),
     .help = translatable("Setting",
                          "A multistep solver remembers earlier velocities. When the other model takes over, keep "
                          "them or start afresh."),
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "shift",
     .option = "--shift",
     .member = &SamplingSettings::shift,
     .label = translatable("Setting", "Shift"),
     .help = translatable("Setting",
                          "A higher shift spends more steps at high noise, where motion and layout take shape. Large "
                          "frames need more shift."),
     .range = {0, 100, true},
     .increment = 0.5,
     .needs = SettingNeeds::FlowShift,
     .presence = SettingPresence::Required},
    {.key = "guidance",
     .option = "--guidance",
     .member = &SamplingSettings::guidance,
     .label = translatable("Setting", "Guidance"),
     .help =
         translatable("Setting",
                      "How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and "
                      "each step costs half as much."),
     .range = {0, 100},
     .increment = 0.5,
     .needs = SettingNeeds::GuidanceScale,
     .presence = SettingPresence::Required},
    {.key = "guidance_small",
     .option = "--guidance-small",
     .member = &SamplingSettings::guidanceSmall,
     .label = translatable("Setting", "Guidance of the small model"),
     .help = translatable("Setting", "By default, both models use the same guidance."),
     .range = {0, 100},
     .increment = 0.5,
     .unsetMeans = "guidance"},
    {.key = "middle_steps",
     .option = "--small-steps",
     .member = &StageSchedule::middleSteps,
     .label = translatable("Setting", "Steps of the small model"),
     .help = "How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.",
     .range = {0, kMaxSteps},
     .zeroMeans = translatable("Setting", "one per interval"),
     .carriers = kInRequest | kInPortable | kInPair},
    {.key = "two_pass",
     .option = "--two-pass",
     .member = &SamplingSettings::twoPass,
     .label = translatable("Setting", "Two passes"),
     .help = translatable("Setting",
                          "Samples at half the width and height, upsamples the latents and refines them with the "
                          "large model."),
     .needs = SettingNeeds::Upsampler,
     .carriers = kInRequest | kInPortable | kInPreset},
    {.key = "cache",
     .option = "--cache",
     .member = &SamplingSettings::cache,
     .label = translatable("Setting", "Cache"),
     .help = translatable("Setting",
                          "Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. "
                          "Faster, but not exactly the same clip.")},
    {.key = "cache_threshold",
     .option = "--cache-threshold",
     .member = &SamplingSettings::cacheThreshold,
     .label = translatable("Setting", "Cache threshold"),
     .help = translatable("Setting", "How much may change before a model runs again. More is faster and less exact."),
     .range = {0, 1},
     .increment = 0.01,
     .zeroMeans = translatable("Setting", "every step is computed"),
     .writtenWith = "cache"},
    {.key = "cache_reuse_limit",
     .option = "--cache-reuse-limit",
     .member = &SamplingSettings::cacheReuseLimit,
     .label = translatable("Setting", "Reused steps in a row"),
     .help = translatable("Setting",
                          "How many steps in a row MagCache may reuse before the model runs again. Other caches have "
                          "no such limit."),
     .range = {1, kMaxSteps},
     .writtenWith = "cache"},
    {.key = "cache_retention",
     .option = "--cache-retention",
     .member = &SamplingSettings::cacheRetention,
     .label = translatable("Setting", "Retention steps"),
     .help = translatable("Setting",
                          "Always computes the first 5 steps, and decides about the others by the modulation of the "
                          "blocks instead of the time embedding. TeaCache on WAN only."),
     .writtenWith = "cache"},
    {.key = "guard",
     .option = "--guard",
     .member = &SamplingSettings::guard,
     .label = translatable("Setting", "Guard"),
     .help = translatable("Setting",
                          "Verify: in the middle stage, the large model goes on until a check, every few steps, finds "
                          "the small one near enough; then that one takes the rest of the stage. Each check costs a "
                          "step of both models. "
                          "One-way: the large model goes on until the clip that it predicts hardly changes from step "
                          "to step; then the small one takes the rest of the stage. SRDiffusion: the same with that "
                          "method's rule, by how the large model's velocity settles.")},
    {.key = "guard_bound",
     .option = "--guard-bound",
     .member = &SamplingSettings::guardBound,
     .label = translatable("Setting", "Guard bound"),
     .help = translatable("Setting",
                          "Verify: how far apart the two velocities may be for the small model to take over, as "
                          "relative L2. Less is nearer to the large model's clip and slower."),
     .range = {0, 10},
     .increment = 0.05,
     .zeroMeans = translatable("Setting", "the large model takes every step"),
     .writtenWith = "guard"},
    {.key = "guard_every",
     .option = "--guard-every",
     .member = &SamplingSettings::guardEvery,
     .label = translatable("Setting", "Steps between checks"),
     .help = translatable("Setting",
                          "Verify: the first step of the middle stage is a check, and then every one after so many "
                          "steps, until a check passes."),
     .range = {1, kMaxSteps},
     .writtenWith = "guard"},
    {.key = "guard_returns",
     .option = "--guard-returns",
     .member = &SamplingSettings::guardReturns,
     .label = translatable("Setting", "The large model may return"),
     .help = translatable("Setting",
                          "Verify: checks go on while the small model takes the steps, one more of its steps apart "
                          "after each that passes, and the large model returns after one that does not. Otherwise, the "
                          "small model is not checked again once it has taken over."),
     .writtenWith = "guard"},
    {.key = "guard_change",
     .option = "--guard-change",
     .member = &SamplingSettings::guardChange,
     .label = translatable("Setting", "Bound of the change"),
     .help =
         translatable("Setting",
                      "One-way: how much the predicted clean latents may still change from one step to the next for "
                      "the small model to take over, as relative L2. Less is nearer to the large model's clip and "
                      "slower."),
     .range = {0, 10},
     .increment = 0.01,
     .zeroMeans = translatable("Setting", "the large model takes every step"),
     .writtenWith = "guard"},
    {.key = "guard_settling",
     .option = "--guard-settling",
     .member = &SamplingSettings::guardSettling,
     .label = translatable("Setting", "Bound of the settling"),
     .help = translatable("Setting",
                          "SRDiffusion: the small model takes over after the first step in which the large model's "
                          "velocity changes less than in the step before, by less than this. Less is nearer to the "
                          "large model's clip and slower."),
     .range = {0, 1},
     .increment = 0.005,
     .zeroMeans = translatable("Setting", "the large model takes every step"),
     .writtenWith = "guard"},
    {.key = "loras",
     .option = "--lora",
     .member = &SamplingSettings::loras,
     .label = translatable("Setting", "LoRAs"),
     .help = "LoRA for one of the two models: FILE for the large one, FILE@small for the small one, FILE@early or "
             "FILE@late for the large one in that stage only. FILE:STRENGTH, FILE:STRENGTH@small and so on with a "
             "strength other than 1, from -10 to 10. May be repeated."},
    {.key = "images",
     .option = "--image",
     .member = &ClipSpec::images,
     .label = translatable("Setting", "Images"),
     .help =
         "Image that the clip passes through: FILE for the first frame, FILE@FRAME for another frame (-1: the last), "
         "FILE@FRAME:STRENGTH with a strength from 0 to 1. May be repeated.",
     .needs = SettingNeeds::ImageInput,
     .carriers = kInRequest | kInPortable},
    {.key = "probe",
     .option = "--probe",
     .member = &RunOptions::probe,
     .label = "Model comparison",
     .help = "When to compare the two models' velocities: never, on the large model's steps, or on all steps.",
     .shapesClip = false,
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "dtype",
     .option = "--dtype",
     .member = &RunOptions::dtype,
     .label = translatable("Setting", "Precision"),
     .help =
         "Dtype of the transformers and the text encoder. auto: bf16 on a GPU of compute capability 8.0 or later, fp16 "
         "on an older one, fp32 on the CPU.",
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "linear_precision",
     .option = "--linear-precision",
     .member = &RunOptions::linearPrecision,
     .label = translatable("Setting", "Precision of fp8 weights"),
     .help =
         "How the transformers multiply weights stored in fp8 (e4m3): exact dequantises them to the dtype of the run; "
         "fp8 multiplies them as they are and rounds what they are multiplied by to fp8 too, which is faster and "
         "changes the clip. Has no effect on other weights, or on a GPU with a compute capability below 8.9 or a dtype "
         "other than bf16.",
     .carriers = kInRequest | kInPortable},
    {.key = "decode_precision",
     .option = "--decode-precision",
     .member = &RunOptions::decodePrecision,
     .label = translatable("Setting", "Decoding precision"),
     .help =
         "How WAN's VAE decodes: exact computes in float32; tf32 is faster on a GPU, which rounds what it multiplies "
         "to "
         "10 bits, and has no effect on the CPU; bf16 computes in bfloat16, with half the memory and the largest "
         "difference. LTX's VAE computes in the dtype of the run; of these, only tf32 has an effect on it, if that is "
         "fp32.",
     .carriers = kInRequest | kInPortable},
    {.key = "device",
     .option = "--device",
     .member = &RunOptions::device,
     .label = "Device",
     .help = "Where the models run: auto, cpu, cuda or cuda:N. auto: the usable GPU with the most free memory, or the "
             "CPU if there is none.",
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "memory_budget",
     .option = "--memory-budget",
     .member = &RunOptions::memoryBudget,
     .label = "Memory budget",
     .help = "How much of the device's memory the whole run may use.",
     .unit = "GB",
     .range = {0, 1'000'000},
     .zeroMeans = "what is free",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "save_every",
     .option = "--save-every",
     .member = &RunOptions::saveEvery,
     .label = "Steps between saved states",
     .help = "Number of steps between two states saved in the run folder.",
     .range = {1, 1'000'000},
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "keep_every",
     .option = "--keep-every",
     .member = &RunOptions::keepEvery,
     .label = "Steps between kept states",
     .help = "Number of steps between two states that the run folder keeps for other runs to branch from, in addition "
             "to those where the models change.",
     .range = {0, 1'000'000},
     .zeroMeans = "only where the models change",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "keep_limit",
     .option = "--keep-limit",
     .member = &RunOptions::keepLimit,
     .label = "Space for kept states",
     .help = "Disk space for the states to branch from. Beyond it, the earliest ones are deleted.",
     .unit = "GB",
     .range = {0, 1'000'000},
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "branch_from",
     .option = "--branch-from",
     .member = &RunOptions::branchFrom,
     .label = "Branch from",
     .help = "Run folder whose first steps are taken over instead of being computed. Settings that are not given are "
             "those of that run.",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "branch_at",
     .option = "--branch-at",
     .member = &RunOptions::branchAt,
     .label = "Branch after step",
     .help = "How many steps are taken over from the other run.",
     .range = {0, kMaxSteps},
     .zeroMeans = "all that both runs have in common, as far as they are stored",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "hash_inputs",
     .option = "--hash-inputs",
     .member = &RunOptions::hashInputs,
     .label = "Full hashes",
     .help = "Records the SHA-256 of every file that the run reads, so that it can continue only with exactly these "
             "files. Otherwise only samples of each file are compared.",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "preview",
     .member = &RunOptions::preview,
     .label = "Previews",
     .help = "Shows a preview of the clip after every step.",
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "run_folder",
     .option = "--run-dir",
     .member = &RunOptions::runFolder,
     .label = "Run folder",
     .help = "Folder that stores the run for resume, decode and export.",
     .shapesClip = false,
     .carriers = 0},
    {.key = "trace_file",
     .option = "--trace",
     .member = &RunOptions::traceFile,
     .label = "Trace",
     .help = "Writes every tensor of the run to this safetensors file.",
     .shapesClip = false,
     .carriers = 0},
};

// Null if there is no such key.
constexpr const Setting* findSetting(std::string_view key) {
  const auto found = std::ranges::find(kSettings, key, [](const Setting& row) { return std::string_view(row.key); });
  return found == std::end(kSettings) ? nullptr : found;
}
// The row of a member: settingOf(&ClipSpec::width).
constexpr const Setting& settingOf(const SettingMember& member) {
  return *std::ranges::find(kSettings, member, &Setting::member);
}

}  // namespace fb
