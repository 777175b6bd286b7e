// SPDX-License-Identifier: MIT
// The settings of a run: the structs that hold them, and one table that says of each member how it is called, what it
// may be and where it counts. JSON, pair documents, presets, the command line, the Studio's form and list of
// differences, validation and docs/options.md all read the table. How to add a setting stands at the end of
// docs/options.md; core/base/settings.cpp does not compile while a member lacks its row.
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
// Automatic: as the device computes best, see resolvedDType().
enum class DType { Automatic, Float32, BFloat16, Float16 };
// How a GPU multiplies the float32 numbers of a decoder: as they are, or rounded to TF32 (10 bits of mantissa).
enum class DecodePrecision { Exact, Tf32 };
// When the two models' velocities are compared: never, on the large model's steps (the small one shadows), on all.
enum class ProbePolicy { None, Large, All };
// What happens to a multistep solver's history where the model changes.
enum class HistoryPolicy { Keep, Restart };

// The names in files and on the command line.
std::string_view toString(SolverKind);       // "unipc", "euler", "dpm++"
std::string_view toString(DType);            // "auto", "fp32", "bf16", "fp16"
std::string_view toString(DecodePrecision);  // "exact", "tf32"
std::string_view toString(ProbePolicy);      // "none", "large", "all"
std::string_view toString(HistoryPolicy);    // "keep", "restart"
std::optional<SolverKind> solverFromString(std::string_view);
std::optional<DType> dtypeFromString(std::string_view);
std::optional<DecodePrecision> decodePrecisionFromString(std::string_view);
std::optional<ProbePolicy> probePolicyFromString(std::string_view);
std::optional<HistoryPolicy> historyPolicyFromString(std::string_view);

// An image that a clip passes through.
struct ImageCondition {
  std::filesystem::path file;
  int frame = 0;        // of the clip, 0 or a multiple of the family's frameRatio from -frames to frames - 1
  double strength = 1;  // 0..1: 1 keeps the image as it is
  bool operator==(const ImageCondition&) const = default;
};

// What the clip shows and its form.
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

// How the trajectory is sampled.
struct SamplingSettings {
  StageSchedule schedule;
  // Sample at half of width and height, upsample the latents and refine them by the large model alone. Needs the pair's
  // upsampler.
  bool twoPass = false;
  SolverKind solver = SolverKind::UniPC;
  HistoryPolicy history = HistoryPolicy::Keep;
  double shift = 3.0;                   // flow shift, if the pair's sigma rule has one
  double guidance = 5.0;                // classifier-free guidance scale; no negative evaluation at or below 1
  std::optional<double> guidanceSmall;  // the small model's own scale, if it differs
  std::uint64_t seed = 0;
  bool operator==(const SamplingSettings&) const = default;

  double guidanceFor(Model model) const { return model == Model::Small ? guidanceSmall.value_or(guidance) : guidance; }
};

// RunOptions::device: the program chooses, see automaticDevice().
inline constexpr auto kAutomaticDevice = "auto";

// How and where a run is carried out. Of these the dtype and the precision of decoding alone shape the clip.
struct RunOptions {
  ProbePolicy probe = ProbePolicy::None;
  // Of the two transformers and the text encoder, and of an LTX VAE; a WAN VAE runs in float32.
  DType dtype = DType::Automatic;
  DecodePrecision decodePrecision = DecodePrecision::Exact;
  std::string device = kAutomaticDevice;  // or "cpu", "cuda", "cuda:1"
  double memoryBudget = 0;                // GB of the device's memory that models may fill; 0: what is free
  bool hashInputs = false;                // note SHA-256 of every file that the run reads; for a run folder
  bool preview = true;                    // send a preview of the predicted clean latents after every step
  std::filesystem::path runFolder;        // empty: nothing is kept for resuming
  int saveEvery = 1;                      // steps between two saved states
  std::filesystem::path traceFile;        // empty: no trace
  bool operator==(const RunOptions&) const = default;
};

inline constexpr int kMaxSide = 8192;  // pixels
inline constexpr int kMaxFrames = 4097;
inline constexpr int kMaxSteps = 1000;  // the models know 1000 timesteps

// Which member of a request's parts a setting is.
template <class Part>
using MemberOf = std::variant<bool Part::*, int Part::*, std::uint64_t Part::*, double Part::*,
                              std::optional<double> Part::*, std::string Part::*, std::filesystem::path Part::*,
                              std::vector<ImageCondition> Part::*, SolverKind Part::*, HistoryPolicy Part::*,
                              ProbePolicy Part::*, DType Part::*, DecodePrecision Part::*>;
using SettingMember =
    std::variant<MemberOf<ClipSpec>, MemberOf<SamplingSettings>, MemberOf<StageSchedule>, MemberOf<RunOptions>>;

// In the order of MemberOf's types; every enum is a Choice.
enum class SettingType { Flag, Whole, Unsigned, Number, OptionalNumber, Text, Path, Images, Choice };

// The value of any setting. Choices by their name, paths as text; monostate: an OptionalNumber that is not set.
using SettingValue =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, std::vector<ImageCondition>>;
// Some of the settings by key: what a preset names, what a command line gives.
using SettingValues = std::map<std::string, SettingValue, std::less<>>;

// The numbers from min to max. Whole numbers: those of them that are base + n * step.
struct NumberRange {
  double min = 0;
  double max = 0;
  bool aboveMin = false;  // min itself is left out
  int base = 0;
  int step = 1;
  const char* reason = "";  // why it is narrower than for other requests; empty: it is not

  bool contains(double value) const;
  std::string text() const;  // "from 1 to 240", "above 0 and at most 100", "a multiple of 16 from 16 to 8192"
};

// One of the names that a Choice may have.
struct SettingChoice {
  const char* name;
  const char* label;
};

// On what a setting's legal numbers depend besides its own range.
enum class SettingGrid { None, Sides, Frames, Steps };
// What a pair must have for a setting to count.
enum class SettingNeeds { Nothing, ImageInput, Upsampler, FlowShift, GuidanceScale };
// How JSON treats a setting: written where it is not the default; always written; always written and to be read.
enum class SettingPresence { IfChanged, Written, Required };
// Which documents carry a setting.
enum SettingCarrier : unsigned { kInRequest = 1, kInPortable = 2, kInPair = 4, kInPreset = 8 };

// Marks a text that the Studio shows, for the translators. Qt's lupdate takes it for QT_TRANSLATE_NOOP.
constexpr const char* translatable(const char* /*context*/, const char* english) { return english; }

// One row of the table.
struct Setting {
  const char* key;          // in JSON, and in what validation says
  const char* option = "";  // on the command line, "-p,--prompt"; empty: none
  SettingMember member;
  const char* label;
  const char* help;
  const char* unit = "";
  NumberRange range = {};
  double increment = 1;  // of a spin box
  SettingGrid grid = SettingGrid::None;
  SettingNeeds needs = SettingNeeds::Nothing;
  const char* zeroMeans = "";   // where 0 says something else than a number
  const char* unsetMeans = "";  // OptionalNumber: the key of the setting that then counts in its place
  bool shapesClip = true;       // runs that differ in it make different clips
  unsigned carriers = kInRequest | kInPortable | kInPair | kInPreset;
  SettingPresence presence = SettingPresence::IfChanged;

  SettingType type() const;
  bool carriedBy(SettingCarrier carrier) const { return (carriers & carrier) != 0; }
  std::span<const SettingChoice> choices() const;  // of a Choice
  std::string values() const;                      // "a whole number from 1 to 1000", "unipc, euler or dpm++"
  // Of the short and the long option the long one: "--prompt".
  std::string_view longOption() const;

  SettingValue value(const GenerationRequest& request) const;
  // The value as SettingGrid and unsetMeans leave it: of an OptionalNumber that is not set, what counts in its place.
  SettingValue effectiveValue(const GenerationRequest& request) const;
  SettingValue defaultValue() const;
  // Refuses a value of another type, and a name that is none of the choices. The range is validation's matter.
  Status assign(const SettingValue& value, GenerationRequest& request) const;
  // From the command line. Numbers are decimal and exact: no octal, no sign before an Unsigned, no locale, no rounding
  // into the type's range. Not for Images.
  Result<SettingValue> parse(std::string_view text) const;

  // What the request's pair, and its other settings, leave of the range.
  NumberRange rangeFor(const GenerationRequest& request) const;
  bool countsFor(const PairSpec& pair) const;
  // Why the request's value cannot be; empty: it can.
  std::string problem(const GenerationRequest& request) const;
};

// A value for people and for the command line: "23.976", "true", "unipc"; empty where nothing is set.
std::string settingText(const SettingValue& value);

// Sets all of them, in the table's order.
Status assign(const SettingValues& values, GenerationRequest& request);

// In the order in which JSON writes them. Labels and helps that are marked are shown by the Studio.
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
     .help = "What the clip does not show. Used if guidance is above 1.",
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Written},
    {.key = "seed",
     .option = "--seed",
     .member = &SamplingSettings::seed,
     .label = translatable("Setting", "Seed"),
     .help = translatable("Setting", "The same seed and settings make the same clip."),
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
     .help = translatable("Setting", "How fast the clip plays; the frames stay the same."),
     .range = {1, 240},
     .presence = SettingPresence::Required},
    {.key = "steps",
     .option = "--steps",
     .member = &StageSchedule::steps,
     .label = translatable("Setting", "Steps"),
     .help = translatable("Setting", "How many steps lead from noise to clip. More take longer and show finer detail."),
     .range = {1, kMaxSteps},
     .grid = SettingGrid::Steps,
     .presence = SettingPresence::Required},
    {.key = "early",
     .option = "--early",
     .member = &StageSchedule::early,
     .label = "Early stage",
     .help = "Share of the steps that the large model runs first.",
     .range = {0, 1},
     .increment = 0.05,
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Required},
    {.key = "late",
     .option = "--late",
     .member = &StageSchedule::late,
     .label = "Late stage",
     .help = "Share of the steps that the large model runs last.",
     .range = {0, 1},
     .increment = 0.05,
     .carriers = kInRequest | kInPortable | kInPair,
     .presence = SettingPresence::Required},
    {.key = "solver",
     .option = "--solver",
     .member = &SamplingSettings::solver,
     .label = translatable("Setting", "Solver"),
     .help = translatable("Setting",
                          "How a step follows from the velocity. UniPC and DPM++ look back at earlier steps and need "
                          "fewer of them."),
     .presence = SettingPresence::Required},
    {.key = "history",
     .option = "--history",
     .member = &SamplingSettings::history,
     .label = translatable("Setting", "Solver history at a switch"),
     .help = translatable("Setting",
                          "A multistep solver remembers earlier velocities. Keep them where the other model takes "
                          "over, or start afresh there."),
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "shift",
     .option = "--shift",
     .member = &SamplingSettings::shift,
     .label = translatable("Setting", "Shift"),
     .help = translatable("Setting",
                          "Spends more of the steps at high noise, where motion and layout are settled. Large frames "
                          "want more shift."),
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
                      "How strongly the clip follows the prompt. At 1 or below, the negative prompt is unused and a "
                      "step costs half."),
     .range = {0, 100},
     .increment = 0.5,
     .needs = SettingNeeds::GuidanceScale,
     .presence = SettingPresence::Required},
    {.key = "guidance_small",
     .option = "--guidance-small",
     .member = &SamplingSettings::guidanceSmall,
     .label = translatable("Setting", "Guidance of the small model"),
     .help = translatable("Setting", "By default both models use the same guidance."),
     .range = {0, 100},
     .increment = 0.5,
     .unsetMeans = "guidance",
     .carriers = kInRequest | kInPortable | kInPair},
    {.key = "middle_steps",
     .option = "--small-steps",
     .member = &StageSchedule::middleSteps,
     .label = translatable("Setting", "Steps of the small model"),
     .help = "How many steps the small model takes over its part. Fewer, longer steps are for step-distilled models.",
     .range = {0, kMaxSteps},
     .zeroMeans = translatable("Setting", "as many as its part has"),
     .carriers = kInRequest | kInPortable | kInPair},
    {.key = "two_pass",
     .option = "--two-pass",
     .member = &SamplingSettings::twoPass,
     .label = translatable("Setting", "Two passes"),
     .help = translatable("Setting",
                          "Samples at half of width and height, enlarges the latents and refines them with the large "
                          "model."),
     .needs = SettingNeeds::Upsampler,
     .carriers = kInRequest | kInPortable | kInPreset},
    {.key = "images",
     .option = "--image",
     .member = &ClipSpec::images,
     .label = translatable("Setting", "Images"),
     .help = "Image that the clip passes through: FILE for the first frame, FILE@FRAME for another one (-1: the last), "
             "FILE@FRAME:STRENGTH with 0 to 1; may be repeated.",
     .needs = SettingNeeds::ImageInput,
     .carriers = kInRequest | kInPortable},
    {.key = "probe",
     .option = "--probe",
     .member = &RunOptions::probe,
     .label = "Comparison of the models",
     .help = "Compares the models' velocities: never, on the large model's steps, or on all.",
     .shapesClip = false,
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "dtype",
     .option = "--dtype",
     .member = &RunOptions::dtype,
     .label = translatable("Setting", "Precision"),
     .help =
         "Of the transformers and the text encoder. auto: bf16 on a GPU of compute capability 8.0 or later, fp16 on "
         "an older one, fp32 on the CPU.",
     .carriers = kInRequest | kInPortable,
     .presence = SettingPresence::Required},
    {.key = "decode_precision",
     .option = "--decode-precision",
     .member = &RunOptions::decodePrecision,
     .label = translatable("Setting", "Precision of decoding"),
     .help = "How a GPU multiplies the float32 numbers of the VAE that decodes: exact, or as tf32, which is faster and "
             "rounds them to 10 bits. Without effect on the CPU and on a VAE in bf16 or fp16.",
     .carriers = kInRequest | kInPortable},
    {.key = "device",
     .option = "--device",
     .member = &RunOptions::device,
     .label = "Device",
     .help = "Where the models run: auto, cpu, cuda or cuda:N. auto: the usable GPU with the most free memory, else "
             "the CPU.",
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "memory_budget",
     .option = "--memory-budget",
     .member = &RunOptions::memoryBudget,
     .label = "Memory budget",
     .help = "How much of the device's memory models may fill.",
     .unit = "GB",
     .range = {0, 1'000'000},
     .zeroMeans = "what is free",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "save_every",
     .option = "--save-every",
     .member = &RunOptions::saveEvery,
     .label = "Steps between saved states",
     .help = "Steps between two states that the run folder keeps.",
     .range = {1, 1'000'000},
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "hash_inputs",
     .option = "--hash-inputs",
     .member = &RunOptions::hashInputs,
     .label = "Whole hashes",
     .help = "Notes the SHA-256 of every whole file that the run reads, so that it can only go on with the very same. "
             "Otherwise samples of them are compared.",
     .shapesClip = false,
     .carriers = kInRequest},
    {.key = "preview",
     .member = &RunOptions::preview,
     .label = "Previews",
     .help = "A preview of the clip after every step.",
     .shapesClip = false,
     .carriers = kInRequest,
     .presence = SettingPresence::Written},
    {.key = "run_folder",
     .option = "--run-dir",
     .member = &RunOptions::runFolder,
     .label = "Run folder",
     .help = "Folder that keeps the run for resume, decode and export.",
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
// The row of a member, as in settingOf(&ClipSpec::width).
constexpr const Setting& settingOf(const SettingMember& member) {
  return *std::ranges::find(kSettings, member, &Setting::member);
}

}  // namespace fb
