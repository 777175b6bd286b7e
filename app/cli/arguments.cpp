// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include "flowblend/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string_view>
#include <tuple>

namespace fb::cli {
namespace {

template <class Range>
std::vector<std::string> names(const Range& values) {
  std::vector<std::string> result;
  result.reserve(std::size(values));
  for (const auto value : values) result.emplace_back(toString(value));
  return result;
}

// The first of flowblending.mp4, flowblending-2.mp4, ... that is free.
std::filesystem::path freeName(std::string_view ending) {
  std::filesystem::path name = fmt::format("flowblending{}", ending);
  std::error_code error;
  // A link that leads nowhere takes a name, too.
  const auto isTaken = [&] { return std::filesystem::exists(std::filesystem::symlink_status(name, error)); };
  for (int i = 2; isTaken(); ++i) name = fmt::format("flowblending-{}{}", i, ending);
  return name;
}

template <class Value>
Result<Value> ofOption(const char* option, Result<Value> value) {
  if (value) return value;
  return Error{value.error().kind, fmt::format("{} {}", option, value.error().message)};
}

// Takes a number from `min` to `max`.
auto takesNumber(const char* option, std::optional<double>& target, double min, double max) {
  return [=, &target](const std::string& text) {
    target = numberFrom<double>(text);
    if (!target || !(*target >= min && *target <= max))
      throw CLI::ValidationError(option, fmt::format("\"{}\" is not a number from {} to {}", text, min, max));
  };
}

// A frame below 0 counts from the end: -1 is the last one at which the model can place an image.
Result<ImageCondition> imageCondition(const std::string& text, int frames, int ratio) {
  auto image = ofOption("--image", imageFromText(text));
  if (image && image.value().frame < 0) {
    auto placed = std::move(image).value();
    placed.frame = std::max(0, (frames + placed.frame) / ratio * ratio);
    return placed;
  }
  return image;
}

// The default shown in an option's help; those of the clip and of sampling come from the pair.
std::string defaultOf(const Setting& setting) {
  if (setting.member == SettingMember(&SamplingSettings::seed)) return "random";
  return !setting.carriedBy(kInPair) && setting.type() != SettingType::Flag ? settingText(setting.defaultValue())
                                                                            : std::string();
}

std::string helpOf(const Setting& setting) {
  const bool isFree =
      setting.type() == SettingType::Text || setting.type() == SettingType::Path || setting.type() == SettingType::Flag;
  const auto fallback = defaultOf(setting);
  return fmt::format("{}{}{}", setting.help, isFree ? "" : fmt::format(" Value: {}.", setting.values()),
                     fallback.empty() ? "" : fmt::format(" Default: {}.", fallback));
}

// Of a model, for the pair's name; that of a folder may contain dots.
std::string nameOf(const std::filesystem::path& model) {
  std::error_code error;
  if (!std::filesystem::is_directory(model, error)) return model.stem().string();
  const auto folder = std::filesystem::canonical(model, error);
  return (error ? model : folder).filename().string();
}

Result<PairSpec> builtInPair(Engine& engine) {
  auto pairs = engine.builtInPairs();
  if (!pairs) return pairs.error();
  return std::move(pairs.value().front());
}

// The constants that only one rule reads; all of the others' rules do, unless none is chosen.
constexpr std::pair<std::string_view, std::string_view> kOnlyOfRule[] = {
    {"cache_reuse_limit", "magcache"}, {"cache_retention", "teacache"}, {"guard_bound", "verify"},
    {"guard_every", "verify"},         {"guard_returns", "verify"},     {"guard_change", "one-way"},
    {"guard_settling", "srdiffusion"}};

// The command with which a run becomes possible that lacks magnitudes for its cache; otherwise empty.
std::string commandForMagnitudes(Engine& engine, const GenerationRequest& request) {
  const auto models = engine.uncalibratedModels(request);
  return models && !models.value().empty()
             ? "\n       measure them with flowblend calibrate and the options of this run"
             : "";
}

}  // namespace

CLI::Option* takeNames(CLI::Option* option, std::vector<std::string> names) {
  const auto description = fmt::format("{{{}}}", fmt::join(names, ","));
  const auto take = [names = std::move(names)](std::string& text) {
    const auto found = std::ranges::find(names, CLI::ignore_case(text), CLI::ignore_case);
    if (found == names.end())
      return fmt::format("\"{}\" is not {}{}{}", text, fmt::join(names.begin(), names.end() - 1, ", "),
                         names.size() > 1 ? " or " : "", names.back());
    text = *found;
    return std::string();
  };
  return option->transform(CLI::Validator(take, description));
}

CLI::Option* addWhole(CLI::App& command, const std::string& names, int& target, int min, int max,
                      const std::string& help) {
  const auto take = [&target, names, min, max](const std::string& text) {
    const auto number = numberFrom<int>(text);
    if (!number || *number < min || *number > max)
      throw CLI::ValidationError(names, fmt::format("\"{}\" is not a whole number from {} to {}", text, min, max));
    target = *number;
  };
  return command
      .add_option_function<std::string>(names, take, fmt::format("{}: {} to {}. Default: {}.", help, min, max, target))
      ->type_name("NUMBER");
}

void FormatArguments::addTo(CLI::App& command, const std::string& formatHelp) {
  takeNames(command.add_option("--format", format, formatHelp), names(kExportFormats));
  auto* ofQuality =
      addWhole(command, "--quality", quality, kMinQuality, kMaxQuality, "From small files to nearly lossless");
  const auto take = [this](const std::string& text) {
    rateFactor = numberFrom<int>(text);
    if (!rateFactor) throw CLI::ValidationError("--crf", fmt::format("\"{}\" is not a whole number", text));
  };
  command
      .add_option_function<std::string>("--crf", take,
                                        "The encoder's own constant rate factor, instead of --quality: 0 to 51 for "
                                        "H.264 and H.265, 0 to 63 for AV1 and VP9. Less looks better.")
      ->type_name("NUMBER")
      ->excludes(ofQuality);
}

ExportOptions FormatArguments::options() const {
  ExportOptions options;
  if (format) options.format = exportFormatFromString(*format);
  options.quality = quality;
  options.rateFactor = rateFactor;
  return options;
}

void OutputArguments::addTo(CLI::App& command) {
  command.add_option("-o,--output", output,
                     "Clip to write; its extension determines the format (default: flowblending.mp4)");
  FormatArguments::addTo(command, "Format, if the extension does not determine it");
  command.add_flag("--overwrite", overwrite, "Replace the file if it exists");
}

std::filesystem::path OutputArguments::target() const {
  const auto named = format ? exportFormatFromString(*format) : std::nullopt;
  auto path = output.empty() ? freeName(fileExtension(named.value_or(ExportFormat::Mp4H264))) : output;
  const auto chosen = named ? named : exportFormatForPath(path);
  if (!chosen)
    throw CLI::ValidationError("--output", fmt::format("the file extension of {} does not determine a format: use "
                                                       ".mp4, .webm, .gif, .mov or .png, or give --format",
                                                       path.string()));
  // A folder may receive the frames of a sequence: the engine knows which of its files are in the way. If it cannot be
  // examined, writing to it reports that.
  std::error_code error;
  const bool takesFrames = chosen == ExportFormat::PngSequence && std::filesystem::is_directory(path, error);
  if (!overwrite && !takesFrames && std::filesystem::exists(path, error))
    throw CLI::ValidationError(
        "--output", fmt::format("{} already exists: choose another file, or give --overwrite", path.string()));
  return path;
}

ExportOptions OutputArguments::options() const {
  auto options = FormatArguments::options();
  options.overwrite = overwrite;
  return options;
}

void ChangeArguments::addTo(CLI::App& command) {
  auto* ofScale = addWhole(command, "--scale", scale, kMinScalePercent, kMaxScalePercent,
                           "Percentage of the clip's size; whole multiples repeat pixels");
  constexpr double kMaxUpscale = 4;
  command
      .add_option_function<std::string>("--upscale", takesNumber("--upscale", upscale, 1, kMaxUpscale),
                                        "Enlarge by this factor, with a Lanczos filter: 1 to 4")
      ->type_name("NUMBER")
      ->excludes(ofScale);
  command
      .add_option_function<std::string>("--fps", takesNumber("--fps", fps, kMinExportFps, kMaxExportFps),
                                        "Frames per second of the file; the clip takes as long as before. Default: "
                                        "those of the clip.")
      ->type_name("NUMBER");
  takeNames(command.add_option("--fps-mode", fpsMode,
                               "How it gets them: by repeating and leaving out frames, or by blending those around "
                               "each time. Default: repeat."),
            names(std::array{RateChange::Repeat, RateChange::Blend}))
      ->needs("--fps");
  command
      .add_option("--audio", audio,
                  "Audio or video file whose sound is added, cut off or followed by silence to the clip's length")
      ->check(CLI::ExistingFile);
  addCropTo(command);
  addPlayTo(command);
  command
      .add_option_function<std::string>(
          "--max-mb", takesNumber("--max-mb", maxMegabytes, kMinMegabytes, kMaxMegabytes),
          "How large an MP4 or WebM may be, in megabytes of 1,000,000 bytes; if need be, the quality is lowered")
      ->type_name("NUMBER");
}

void ChangeArguments::addCropTo(CLI::App& command) {
  const auto takeShape = [this](const std::string& text) {
    crop = cropFromString(text);
    if (!crop)
      throw CLI::ValidationError("--crop",
                                 fmt::format("\"{}\" is not a shape such as 1:1, 9:16, 16:9 or 4:5: two whole "
                                             "numbers from 1 to {}, width and height",
                                             text, kMaxCropPart));
  };
  const auto takeFocus = [this](const std::string& text) {
    const auto comma = std::min(text.find(','), text.size());
    const auto x = numberFrom<double>(std::string_view(text).substr(0, comma));
    const auto y = numberFrom<double>(std::string_view(text).substr(std::min(comma + 1, text.size())));
    const auto isShare = [](std::optional<double> value) { return value && *value >= 0 && *value <= 1; };
    if (!isShare(x) || !isShare(y))
      throw CLI::ValidationError(
          "--crop-focus", fmt::format("\"{}\" is not two numbers from 0 to 1, such as 0.5,0: across and down", text));
    cropFocus = {*x, *y};
  };
  command
      .add_option_function<std::string>("--crop", takeShape,
                                        "Keep only the largest part of this shape: 1:1, 9:16, 16:9, 4:5 or another "
                                        "WIDTH:HEIGHT; before it is enlarged")
      ->type_name("SHAPE");
  command
      .add_option_function<std::string>("--crop-focus", takeFocus,
                                        "Where that part lies, across and down: 0,0 is at the top left, 1,1 at the "
                                        "bottom right. Default: 0.5,0.5.")
      ->type_name("X,Y")
      ->needs("--crop");
}

void ChangeArguments::addPlayTo(CLI::App& command) {
  command.add_flag("--boomerang", boomerang,
                   "Play forwards, then backwards, so that the end leads to the beginning again");
  addWhole(command, "--plays", plays, 1, kMaxPlays, "How often the clip is played, one after the other in the file");
}

void ChangeArguments::applyTo(ExportOptions& options) const {
  options.scalePercent = scale;
  if (upscale) {
    options.scalePercent = static_cast<int>(std::lround(*upscale * 100));
    options.scaleFilter = ScaleFilter::Lanczos;
  }
  options.fps = fps;
  options.rateChange = *rateChangeFromString(fpsMode);
  options.crop = crop;
  if (options.crop && cropFocus) std::tie(options.crop->focusX, options.crop->focusY) = *cropFocus;
  options.boomerang = boomerang;
  options.plays = plays;
  options.maxMegabytes = maxMegabytes;
  options.audio = audio;
}

void SamenessArguments::addMeasureTo(CLI::App& command) {
  takeNames(command.add_option("--by", by,
                               "Measure of sameness; dinov2 and lpips if the sweep was given the weights. Default: "
                               "ssim, or latents if the sweep's clips are not decoded."),
            names(kSamenessMeasures));
  takeNames(command.add_option("--floor", floor,
                               "What counts as no sameness: the large model's clip with another seed, or the small "
                               "model's clip. Default: the one that is further from the large model's clip."),
            names(kSamenessFloors));
}

void SamenessArguments::addTo(CLI::App& command) {
  const auto take = [this](const std::string& text) {
    const auto number = numberFrom<double>(text);
    if (!number || *number > 1)
      throw CLI::ValidationError("--sameness", fmt::format("\"{}\" is not a number up to 1", text));
    asked = *number;
  };
  command
      .add_option_function<std::string>(
          "--sameness", take,
          "How near to the large model's clip: from 0, as far as the floor, to 1, the same. Default: 0.9.")
      ->type_name("NUMBER");
  addMeasureTo(command);
}

void addSetting(CLI::App& group, const Setting& setting, SettingValues& given) {
  if (setting.type() == SettingType::Flag) {
    group.add_flag_callback(
        setting.option, [&] { given[setting.key] = true; }, helpOf(setting));
    return;
  }
  const auto take = [&](const std::string& text) {
    // Its names are known only to the engine.
    auto value = setting.parse(setting.member == SettingMember(&RunOptions::device) ? CLI::ignore_case(text) : text);
    if (!value) throw CLI::ValidationError(std::string(setting.longOption()), value.error().message);
    given[setting.key] = std::move(value).value();
  };
  group.add_option_function<std::string>(setting.option, take, helpOf(setting))
      ->type_name(setting.type() == SettingType::Choice    ? "NAME"
                  : setting.type() == SettingType::Path    ? "PATH"
                  : setting.type() == SettingType::Text    ? "TEXT"
                  : setting.type() == SettingType::Numbers ? "NUMBER,..."
                                                           : "NUMBER");
}

void RequestArguments::addTo(CLI::App& command, std::span<const SettingMember> without) {
  const auto isLeftOut = [&](const SettingMember& member) {
    return std::ranges::find(without, member) != without.end();
  };
  auto* models = command.add_option_group("Models", "The built-in pair if none is given");
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
  auto* sampling = command.add_option_group("Sampling", "Defaults come from the pair");
  auto* run = command.add_option_group("Run");
  groups = {models, clip, sampling, run};
  for (const auto& setting : kSettings) {
    auto* group = std::holds_alternative<MemberOf<ClipSpec>>(setting.member)     ? clip
                  : std::holds_alternative<MemberOf<RunOptions>>(setting.member) ? run
                                                                                 : sampling;
    if (isLeftOut(setting.member)) continue;
    if (setting.type() == SettingType::Images)
      group->add_option(setting.option, images, setting.help)->type_name("FILE");
    else if (setting.type() == SettingType::Loras)
      group->add_option(setting.option, loras, setting.help)->type_name("FILE");
    else if (*setting.option != '\0')
      addSetting(*group, setting, settings);
  }
  if (!isLeftOut(&StageSchedule::early))
    takeNames(sampling->add_option("--schedule", schedule,
                                   "Which model (large or small) runs the early, middle and late stage"),
              names(kSchedulePresets));
  if (!isLeftOut(&RunOptions::runFolder)) run->add_flag("--no-run-dir", keepNothing, "Save nothing during the run");
}

std::string RequestArguments::firstGiven(std::span<const SettingMember> but) const {
  const auto isGiven = [&](const CLI::Option* option) {
    return option->count() > 0 && std::ranges::none_of(but, [&](const SettingMember& member) {
             return option->get_name() == settingOf(member).longOption();
           });
  };
  for (const auto* group : groups)
    if (const auto given = group->get_options(isGiven); !given.empty()) return given.front()->get_name();
  return {};
}

Result<PairSpec> RequestArguments::pairOfModels(Engine& engine) const {
  std::error_code error;
  const bool isLargeFile = std::filesystem::is_regular_file(large, error);
  const bool isSmallFile = std::filesystem::is_regular_file(small, error);
  // A folder that exists but has no text encoder is a transformer's own, or WAN's original release.
  const bool isWhole =
      std::filesystem::is_directory(large / "text_encoder", error) || !std::filesystem::is_directory(large, error);
  if (!isLargeFile && !isSmallFile && isWhole) return engine.pairFromFolders(large, small);
  if (isLargeFile && isSmallFile && textEncoder.empty())
    return Error{ErrorKind::Invalid,
                 "--large and --small are files without a text encoder: add --text-encoder, and also --tokenizer and "
                 "--vae if no other file contains them"};
  PairSpec parts;
  parts.name = fmt::format("{} and {}", nameOf(large), nameOf(small));
  parts.large = large;
  parts.small = small;
  parts.textEncoder = textEncoder;
  parts.tokenizer = tokenizer;
  parts.vae = vae;
  parts.imageEncoder = imageEncoder;
  parts.upsampler = upsampler;
  return engine.pairFromParts(parts);
}

Result<PairSpec> RequestArguments::readPairSpec(Engine& engine, const std::optional<PairSpec>& otherwise) const {
  auto spec = !pair.empty()    ? engine.readPair(pair)
              : !large.empty() ? pairOfModels(engine)
              : otherwise      ? Result<PairSpec>(*otherwise)
                               : builtInPair(engine);
  if (!spec) return spec;
  if (!textEncoder.empty()) spec.value().textEncoder = textEncoder;
  if (!tokenizer.empty()) spec.value().tokenizer = tokenizer;
  if (!vae.empty()) spec.value().vae = vae;
  if (!imageEncoder.empty()) spec.value().imageEncoder = imageEncoder;
  if (!upsampler.empty()) spec.value().upsampler = upsampler;
  if (const auto fits = engine.checkPair(spec.value()); !fits) return fits.error();
  return spec;
}

Result<GenerationRequest> RequestArguments::start(Engine& engine) const {
  const auto branch = settings.find("branch_from");
  if (branch == settings.end()) {
    const auto spec = readPairSpec(engine);
    if (!spec) return spec.error();
    auto request = defaultRequest(spec.value());
    request.sampling.seed = std::random_device{}();
    return request;
  }
  auto parent = engine.inspectRun(settingText(branch->second));
  if (!parent) return parent.error();
  auto request = std::move(parent.value().request);
  auto spec = readPairSpec(engine, request.pair);
  if (!spec) return spec.error();
  request.pair = std::move(spec).value();
  const auto dtype = request.options.dtype;
  request.options = {};
  request.options.dtype = dtype;
  return request;
}

Result<GenerationRequest> RequestArguments::overridden(GenerationRequest request) const {
  request.options.preview = false;
  if (const auto done = assign(settings, request); !done) return done.error();
  auto& stages = request.sampling.schedule;
  if (schedule) {
    const auto share = [this](const char* key, double value) {
      return settings.contains(key) ? std::optional(value) : std::nullopt;
    };
    stages = stages.withPreset(*schedulePresetFromString(*schedule), share("early", stages.early),
                               share("late", stages.late));
  }
  for (const auto& text : images) {
    auto image = imageCondition(text, request.clip.frames, limitsOf(request.pair).frameRatio);
    if (!image) return image.error();
    request.clip.images.push_back(std::move(image).value());
  }
  if (!loras.empty()) request.sampling.loras.clear();
  for (const auto& text : loras) {
    auto lora = ofOption("--lora", loraFromText(text));
    if (!lora) return lora.error();
    request.sampling.loras.push_back(std::move(lora).value());
  }
  if (keepNothing) request.options.runFolder.clear();
  return request;
}

std::vector<std::string> RequestArguments::vainConstants(const GenerationRequest& request) const {
  std::vector<std::string> sentences;
  for (const auto& [key, value] : settings) {
    const auto& setting = *findSetting(key);
    const auto* rules = findSetting(setting.writtenWith);
    if (!rules) continue;
    const auto rule = settingText(rules->value(request));
    const auto* owner = std::ranges::find(kOnlyOfRule, key, &std::pair<std::string_view, std::string_view>::first);
    const bool isShared = owner == std::end(kOnlyOfRule);
    if (rule == settingText(rules->defaultValue()))
      sentences.push_back(fmt::format("{} has no effect without {}{}", setting.longOption(), rules->longOption(),
                                      isShared ? std::string() : fmt::format(" {}", owner->second)));
    else if (!isShared && rule != owner->second)
      sentences.push_back(fmt::format("{} has no effect with {} {}: it belongs to {}", setting.longOption(),
                                      rules->longOption(), rule, owner->second));
  }
  return sentences;
}

Result<GenerationRequest> RequestArguments::request(Engine& engine) const {
  auto begun = start(engine);
  if (!begun) return begun;
  auto made = overridden(std::move(begun).value());
  if (!made) return made;
  const auto& request = made.value();
  if (const auto problems = engine.validate(request); !problems.empty())
    return Error{ErrorKind::Invalid,
                 fmt::format("{}{}", fmt::join(problems, "\n       "), commandForMagnitudes(engine, request))};
  return made;
}

}  // namespace fb::cli
