// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <random>
#include <string_view>

namespace fb::cli {
namespace {

template <class Range>
std::vector<std::string> names(const Range& values) {
  std::vector<std::string> result;
  for (const auto value : values) result.emplace_back(toString(value));
  return result;
}

constexpr std::array kFormats = {ExportFormat::Mp4H264,  ExportFormat::Mp4H265, ExportFormat::Mp4Av1,
                                 ExportFormat::WebmVp9,  ExportFormat::Gif,     ExportFormat::PngSequence,
                                 ExportFormat::MovProRes};
constexpr std::array kSolvers = {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP};
constexpr std::array kProbes = {ProbePolicy::None, ProbePolicy::Large, ProbePolicy::All};
constexpr std::array kHistories = {HistoryPolicy::Keep, HistoryPolicy::Restart};
constexpr std::array kDTypes = {DType::Float32, DType::BFloat16, DType::Float16};

// The first of flowblending.mp4, flowblending-2.mp4, ... that is free.
std::filesystem::path freeName() {
  std::filesystem::path name = "flowblending.mp4";
  for (int i = 2; std::filesystem::exists(name); ++i) name = fmt::format("flowblending-{}.mp4", i);
  return name;
}

template <class T>
void replace(T& value, const std::optional<T>& given) {
  if (given) value = *given;
}

template <class Number>
bool parse(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// "FILE", "FILE@FRAME" or "FILE@FRAME:STRENGTH". A frame below 0 counts from the end: -1 is the last that the model
// knows a place for.
Result<ImageCondition> imageCondition(const std::string& text, int frames, int ratio) {
  ImageCondition image{text, 0, 1};
  const auto at = text.rfind('@');
  if (at == std::string::npos || std::filesystem::exists(text)) return image;
  image.file = text.substr(0, at);
  const auto place = std::string_view(text).substr(at + 1);
  const auto colon = place.find(':');
  if (!parse(place.substr(0, colon), image.frame) ||
      (colon != std::string_view::npos && !parse(place.substr(colon + 1), image.strength)))
    return Error{ErrorKind::Invalid,
                 fmt::format("--image {}: after the @ stands a frame, or a frame and a strength as in @16:0.5", text)};
  if (image.frame < 0) image.frame = std::max(0, (frames + image.frame) / ratio * ratio);
  return image;
}

}  // namespace

void OutputArguments::addTo(CLI::App& command) {
  command.add_option("-o,--output", output, "Clip to write; its ending names the format (default: flowblending.mp4)");
  command.add_option("--format", format, "Format, where the ending does not tell")
      ->check(CLI::IsMember(names(kFormats)));
  command.add_option("--quality", quality, "0 (small) to 100 (near lossless)")
      ->check(CLI::Range(0, 100))
      ->capture_default_str();
  command.add_flag("--overwrite", overwrite, "Replace the file where it exists");
}

std::filesystem::path OutputArguments::target() const {
  const auto path = output.empty() ? freeName() : output;
  if (!format && !exportFormatForPath(path))
    throw CLI::ValidationError("--output", fmt::format("the ending of {} names no format: use .mp4, .webm, .gif, .mov, "
                                                       ".png, or give --format",
                                                       path.string()));
  if (!overwrite && std::filesystem::exists(path))
    throw CLI::ValidationError("--output",
                               fmt::format("{} exists already: name another file, or give --overwrite", path.string()));
  return path;
}

ExportOptions OutputArguments::options(const std::filesystem::path& target) const {
  ExportOptions options;
  options.format = format ? *exportFormatFromString(*format) : *exportFormatForPath(target);
  options.quality = quality;
  return options;
}

void RequestArguments::addTo(CLI::App& command) {
  auto* models = command.add_option_group("Models", "The built-in pair when none is named");
  auto* document = models->add_option("--pair", pair, "Pair document (JSON)")->check(CLI::ExistingFile);
  auto* largeOption =
      models->add_option("--large", large, "Large model: a diffusers folder, or a file with its transformer")
          ->excludes(document);
  models->add_option("--small", small, "Small model: a diffusers folder, or a file")
      ->excludes(document)
      ->needs(largeOption);
  largeOption->needs("--small");
  models->add_option("--text-encoder", textEncoder, "Text encoder, instead of the pair's");
  models->add_option("--tokenizer", tokenizer, "Tokenizer (folder or spiece.model), instead of the pair's");
  models->add_option("--vae", vae, "VAE, instead of the pair's");
  models->add_option("--image-encoder", imageEncoder, "CLIP image encoder (WAN image-to-video), instead of the pair's");
  models->add_option("--upsampler", upsampler, "Latent upsampler (LTX, two passes), instead of the pair's");

  auto* clip = command.add_option_group("Clip");
  clip->add_option("-p,--prompt", prompt, "What the clip shows");
  clip->add_option("-n,--negative-prompt", negativePrompt, "What it does not show");
  clip->add_option("--image", images,
                   "Image that the clip passes through: FILE for the first frame, FILE@FRAME for another one (-1: "
                   "the last), FILE@FRAME:STRENGTH with 0 to 1; may be repeated");
  clip->add_option("--width", width, "Pixels: a multiple of 16 (WAN) or 32 (LTX)");
  clip->add_option("--height", height, "Pixels: a multiple of 16 (WAN) or 32 (LTX)");
  clip->add_option("--frames", frames, "4n+1 (WAN) or 8n+1 (LTX)");
  clip->add_option("--fps", fps, "Frames a second");
  clip->add_option("--seed", seed, "The same seed gives the same clip (default: random)");

  auto* sampling = command.add_option_group("Sampling", "Defaults come with the pair");
  sampling->add_option("--steps", steps, "Sampling steps");
  sampling->add_option("--guidance", guidance, "Guidance scale; 1 and below: no second pass");
  sampling->add_option("--guidance-small", guidanceSmall, "Guidance scale of the small model, where it differs");
  sampling->add_option("--shift", shift, "Flow shift of the noise schedule");
  sampling->add_option("--solver", solver, "Solver of the flow")->check(CLI::IsMember(names(kSolvers)));
  sampling->add_option("--schedule", schedule, "Which model runs early, middle, late: large or small")
      ->check(CLI::IsMember(names(kSchedulePresets)));
  sampling->add_option("--early", early, "Share of the steps that the large model runs first");
  sampling->add_option("--late", late, "Share of the steps that the large model runs last");
  sampling->add_option("--small-steps", smallSteps,
                       "Steps that the small model takes over its part, where they are fewer than the part's own "
                       "(step-distilled models); 0: as many");
  sampling->add_flag("--two-pass", twoPass,
                     "Sample at half size, upsample the latents and refine them (LTX with an upsampler)");
  sampling->add_option("--history", history, "The solver's memory where the model changes")
      ->check(CLI::IsMember(names(kHistories)));
  sampling->add_option("--probe", probe, "Compare the models' velocities: not, on the large model's steps, on all")
      ->check(CLI::IsMember(names(kProbes)));

  auto* machine = command.add_option_group("Machine");
  machine->add_option("--device", device, "cpu, cuda or cuda:N")->capture_default_str();
  machine
      ->add_option("--dtype", dtype, "Of the transformers and the text encoder (default: fp32 on the CPU, else bf16)")
      ->check(CLI::IsMember(names(kDTypes)));
  machine->add_option("--memory-budget", memoryBudget, "GB that models may fill on the device (default: what is free)");
  machine->add_option("--run-dir", runFolder, "Folder that keeps the run for resume, decode and export");
  machine->add_option("--save-every", saveEvery, "Steps between two saved states")->capture_default_str();
  machine->add_flag("--no-run-dir", keepNothing, "Keep nothing while the run is under way");
  machine->add_option("--trace", traceFile, "Write every tensor of the run to this safetensors file");
}

Result<PairSpec> RequestArguments::pairOfModels() const {
  if (!std::filesystem::is_regular_file(large) && !std::filesystem::is_regular_file(small))
    return pairFromFolders(large, small);
  if (textEncoder.empty())
    return Error{ErrorKind::Invalid,
                 "--large and --small name files, and these hold no text encoder: add --text-encoder, and --tokenizer "
                 "and --vae where no other file holds them"};
  PairSpec parts;
  parts.name = fmt::format("{} and {}", large.stem().string(), small.stem().string());
  parts.large = large;
  parts.small = small;
  parts.textEncoder = textEncoder;
  parts.tokenizer = tokenizer.empty() ? textEncoder : tokenizer;
  parts.vae = vae;
  parts.imageEncoder = imageEncoder;
  parts.upsampler = upsampler;
  return pairFromParts(std::move(parts));
}

Result<PairSpec> RequestArguments::readPairSpec() const {
  auto spec = !pair.empty() ? readPair(pair) : !large.empty() ? pairOfModels() : builtInPair();
  if (!spec) return spec;
  if (!textEncoder.empty()) spec.value().textEncoder = textEncoder;
  if (!tokenizer.empty()) spec.value().tokenizer = tokenizer;
  if (!vae.empty()) spec.value().vae = vae;
  if (!imageEncoder.empty()) spec.value().imageEncoder = imageEncoder;
  if (!upsampler.empty()) spec.value().upsampler = upsampler;
  if (const auto fits = checkPair(spec.value()); !fits) return fits.error();
  return spec;
}

Result<GenerationRequest> RequestArguments::request() const {
  const auto spec = readPairSpec();
  if (!spec) return spec.error();
  auto request = defaultRequest(spec.value());
  replace(request.clip.prompt, prompt);
  replace(request.clip.negativePrompt, negativePrompt);
  replace(request.clip.width, width);
  replace(request.clip.height, height);
  replace(request.clip.frames, frames);
  replace(request.clip.fps, fps);
  replace(request.sampling.guidance, guidance);
  replace(request.sampling.shift, shift);
  replace(request.sampling.schedule.steps, steps);
  replace(request.sampling.schedule.early, early);
  replace(request.sampling.schedule.late, late);
  if (schedule) {
    const int middle = request.sampling.schedule.middleSteps;
    request.sampling.schedule =
        StageSchedule::fromPreset(*schedulePresetFromString(*schedule), request.sampling.schedule.steps, early, late);
    request.sampling.schedule.middleSteps = middle;
  }
  replace(request.sampling.schedule.middleSteps, smallSteps);
  request.sampling.twoPass = twoPass;
  for (const auto& text : images) {
    auto image = imageCondition(text, request.clip.frames, limitsOf(request.pair).frameRatio);
    if (!image) return image.error();
    request.clip.images.push_back(std::move(image).value());
  }
  if (solver) request.sampling.solver = *solverFromString(*solver);
  if (probe) request.options.probe = *probePolicyFromString(*probe);
  if (history) request.sampling.history = *historyPolicyFromString(*history);
  if (guidanceSmall) request.sampling.guidanceSmall = guidanceSmall;
  request.options.device = device;
  request.options.dtype = !dtype.empty() ? *dtypeFromString(dtype) : device == "cpu" ? DType::Float32 : DType::BFloat16;
  request.sampling.seed = seed.value_or(std::random_device{}());
  request.options.preview = false;
  request.options.traceFile = traceFile;
  request.options.saveEvery = saveEvery;
  request.options.memoryBudget = memoryBudget;
  if (!keepNothing) request.options.runFolder = runFolder;
  if (const auto problems = validate(request); !problems.empty())
    return Error{ErrorKind::Invalid, fmt::format("{}", fmt::join(problems, "\n       "))};
  return request;
}

}  // namespace fb::cli
