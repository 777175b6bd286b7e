// SPDX-License-Identifier: MIT
// flowblend sweep: the same prompts with many boundaries.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/list_option.h"
#include "cli/sweep_tables.h"
#include "cli/usage.h"
#include "flowblend/counted.h"
#include "flowblend/deviation.h"
#include "flowblend/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

namespace fb::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// What a sweep decides for each of its runs: the settings that it varies, and the files of the run.
std::vector<SettingMember> notOffered() {
  std::vector<SettingMember> members{&RunOptions::runFolder, &RunOptions::branchFrom, &RunOptions::branchAt,
                                     &RunOptions::keepEvery, &RunOptions::keepLimit,  &RunOptions::traceFile};
  for (const auto& setting : kSettings)
    if (isSetBySweep(setting)) members.push_back(setting.member);
  return members;
}

// What is compared.
constexpr auto kClips = "clips", kLatents = "latents";

struct SweepArguments {
  RequestArguments request;
  fs::path folder;
  std::vector<std::string> prompts;
  fs::path promptFile;
  PerceptualWeights perceptual;
  SweepRivals rivals;
  std::optional<std::vector<double>> guardBounds, guardChanges, guardSettlings;
  std::optional<int> guardEvery;
  std::optional<std::vector<std::uint64_t>> seeds;
  std::optional<std::vector<double>> early, late;
  SamenessArguments sameness;
  std::string measure = kClips;
  bool keepStates = false, onlyPlan = false, csv = false;

  void addTo(CLI::App& command);
};

void SweepArguments::addTo(CLI::App& command) {
  auto* group = command.add_option_group("Sweep");
  group->add_option("--out", folder, "Folder of the sweep; one that exists is continued or extended")->required();
  group->add_option("-p,--prompt", prompts, "What the clips show. May be repeated.")->type_name("TEXT");
  group->add_option("--prompts", promptFile, "File with one prompt per line")->check(CLI::ExistingFile);
  addList(*group, "--seeds", seeds, 0, "Seeds, as in 1,2. Default: 0.");
  addList(*group, "--early", early, 1,
          "Fractions of the steps that the large model runs at the start. Default: 0.1,0.2,0.3,0.4,0.5,0.6.");
  addList(*group, "--late", late, 1,
          "Fractions of the steps that the large model runs at the end. Default: 0,0.03,0.1,0.2.");
  group
      ->add_option("--dinov2", perceptual.dinov2,
                   "Compare the clips by DINOv2, too: its weights as safetensors, a file or a folder. A sweep keeps to "
                   "them; one that has clips already measures these again.")
      ->type_name("PATH");
  group
      ->add_option("--lpips", perceptual.lpips,
                   "The same for LPIPS with VGG16 or AlexNet: network and linear layers in one safetensors file")
      ->type_name("FILE");
  takeNames(group->add_option(
                "--measure", measure,
                "latents: compare the runs by their latents alone and decode nothing. Clips of a sweep that was begun "
                "so are decoded once it goes on without this, and no step is repeated. Default: clips."),
            {kClips, kLatents});
  const auto& bound = settingOf(&SamplingSettings::guardBound).range;
  const auto& every = settingOf(&SamplingSettings::guardEvery).range;
  group
      ->add_option("--rival-steps", rivals.fewerSteps,
                   "Also compare the large model alone with so many smaller numbers of steps, each as much work as "
                   "one of the grid's candidates")
      ->type_name("COUNT")
      ->check(CLI::NonNegativeNumber);
  addList(*group, "--rival-guards", guardBounds, bound.max,
          "Also compare runs with checks and these values of --guard-bound, between the grid's early stage nearest to "
          "40 % and its longest late one");
  addList(*group, "--rival-one-way", guardChanges, settingOf(&SamplingSettings::guardChange).range.max,
          "Also compare runs under the one-way guard with these values of --guard-change, between the grid's shortest "
          "early and longest late stage");
  addList(*group, "--rival-srdiffusion", guardSettlings, settingOf(&SamplingSettings::guardSettling).range.max,
          "The same under the SRDiffusion guard, with these values of --guard-settling");
  group
      ->add_option(
          "--rival-every", guardEvery,
          fmt::format("As --guard-every, of these runs. Default: as in those that the sweep has, otherwise {}.",
                      rivals.guardEvery))
      ->type_name("STEPS")
      ->check(CLI::Range(static_cast<int>(every.min), static_cast<int>(every.max)));
  group->add_flag("--rival-sll", rivals.smallFirst,
                  "Also compare the small model first, with each late stage of the grid");
  sameness.addMeasureTo(*group);
  group->add_flag("--keep-states", keepStates, "Keep the states that candidates added later can branch from");
  group->add_flag("--plan", onlyPlan, "Tell what is still to do and what it costs, and end");
  group->add_flag("--csv", csv, "Write the table at the end as CSV");
  request.addTo(command, notOffered());
}

// How a stored sweep goes on whose files were moved.
std::string wayToMovedFiles(const SweepArguments& arguments) {
  return fmt::format(
      "; if models were moved: flowblend sweep --out {} with --pair, or --large and --small, or the part "
      "that was moved, where they are now",
      shellWord(arguments.folder));
}

// The stored sweep's base, or the pair's defaults, overridden by what was given.
Result<GenerationRequest> baseOf(Engine& engine, const SweepArguments& arguments, const std::optional<Sweep>& stored) {
  const auto& given = arguments.request;
  auto pair = given.readPairSpec(engine, stored ? std::optional(stored->base.pair) : std::nullopt);
  if (!pair) {
    auto error = pair.error();
    if (stored && given.pair.empty() && given.large.empty()) error.message += wayToMovedFiles(arguments);
    return error;
  }
  auto base = stored ? stored->base : defaultRequest(pair.value());
  base.pair = std::move(pair).value();
  if (!given.images.empty()) base.clip.images.clear();
  return given.overridden(std::move(base));
}

// sweep: without them, as from joinedWithStored(), or with them.
SweepRivals rivalsFor(const Sweep& sweep, const SweepArguments& arguments) {
  auto rivals = arguments.rivals;
  rivals.guardBounds = arguments.guardBounds.value_or(std::vector<double>());
  rivals.guardChanges = arguments.guardChanges.value_or(std::vector<double>());
  rivals.guardSettlings = arguments.guardSettlings.value_or(std::vector<double>());
  const auto checked = std::ranges::find(sweep.candidates, GuardRule::Verify, &SweepCandidate::guard);
  rivals.guardEvery =
      arguments.guardEvery.value_or(checked == sweep.candidates.end() ? rivals.guardEvery : checked->guardEvery);
  return rivals;
}

// Guards that a sweep of an earlier version, or with another grid, has elsewhere than a new one would.
void tellRivals(Reporter& reporter, const Sweep& sweep, const SweepArguments& arguments, const CostEstimate& run) {
  const auto rivals = rivalsFor(sweep, arguments);
  auto grid = sweep;
  std::erase_if(grid.candidates, [](const SweepCandidate& candidate) { return candidate.isGuarded(); });
  const auto kept = rivalsOf(sweep, rivals, run), usual = rivalsOf(grid, rivals, run);
  const int steps = sweep.base.sampling.schedule.steps;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i] != usual[i])
      reporter.warning(fmt::format("the sweep keeps to the guards that it has: {} instead of {}",
                                   boundariesText(kept[i], steps), boundariesText(usual[i], steps)));
}

Result<Sweep> sweepOf(Engine& engine, const SweepArguments& arguments) {
  std::optional<Sweep> stored;
  if (auto found = storedSweep(arguments.folder))
    stored = std::move(found).value();
  else if (found.error().kind != ErrorKind::NotFound)
    return found.error();
  Sweep sweep;
  auto base = baseOf(engine, arguments, stored);
  if (!base) return base.error();
  sweep.base = std::move(base).value();
  sweep.prompts = arguments.prompts;
  if (!arguments.promptFile.empty()) {
    auto more = readPrompts(arguments.promptFile);
    if (!more) return more.error();
    sweep.prompts.insert(sweep.prompts.end(), more.value().begin(), more.value().end());
  }
  sweep.seeds = arguments.seeds.value_or(stored ? std::vector<std::uint64_t>() : std::vector<std::uint64_t>{0});
  // If one boundary is given for a stored sweep, the grid is extended along it alone.
  if (!stored || arguments.early || arguments.late)
    sweep.candidates = sweepGrid(sweep.base.sampling.schedule.steps,
                                 arguments.early.value_or(std::vector{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}),
                                 arguments.late.value_or(std::vector{0.0, 0.03, 0.1, 0.2}));
  sweep.perceptual = arguments.perceptual;
  sweep.latentsOnly = arguments.measure == kLatents;
  if (sweep.latentsOnly && sweep.perceptual != PerceptualWeights())
    return Error{ErrorKind::Invalid,
                 "--dinov2 and --lpips compare clips, and --measure latents decodes none: leave one of them out"};
  const auto joined = joinedWithStored(sweep, arguments.folder);
  if (!joined) return joined;
  const auto rivals = rivalsFor(joined.value(), arguments);
  for (const auto& [option, values] :
       {std::pair("--rival-one-way", &rivals.guardChanges), std::pair("--rival-srdiffusion", &rivals.guardSettlings)})
    if (std::ranges::find(*values, 0.) != values->end())
      return Error{ErrorKind::Invalid,
                   fmt::format("{}: with 0, the large model takes every step, which the sweep compares already; give "
                               "values above 0",
                               option)};
  return withRivals(engine, joined.value(), rivals);
}

// Why the table at the end could not be made; empty if it can be.
std::string measureProblem(const Sweep& sweep, SamenessMeasure by) {
  if (sweep.latentsOnly && by != SamenessMeasure::Latents)
    return fmt::format("--by {} needs clips, and --measure latents decodes none: leave one of them out", toString(by));
  const bool lacks = (by == SamenessMeasure::Dinov2 && sweep.perceptual.dinov2.empty()) ||
                     (by == SamenessMeasure::Lpips && sweep.perceptual.lpips.empty());
  return lacks ? fmt::format("--by {0} needs weights: give them with --{0}", toString(by)) : std::string();
}

Json amountJson(const SweepPlan::Amount& amount, const SweepPlan& plan) {
  return {{"runs", amount.runs},
          {"large_steps", amount.largeSteps},
          {"small_steps", amount.smallSteps},
          {"sampling_flops", amount.sampling},
          {"flops", amount.flops},
          {"large_only_runs", amount.flops / plan.run.totalLargeOnly},
          {"sampling_large_only_runs", amount.sampling / plan.run.samplingLargeOnly},
          {"seconds", amount.seconds ? Json(*amount.seconds) : Json()}};
}

std::string amountText(const SweepPlan::Amount& amount, const SweepPlan& plan, std::size_t prompts) {
  const double runs = amount.flops / plan.run.totalLargeOnly, sampling = amount.sampling / plan.run.samplingLargeOnly;
  return fmt::format(
      "{}, {} and {}, {}: as much as {:.1f} runs of the large model, {:.2f} per prompt "
      "(sampling alone: {:.2f} times its sampling){}",
      counted(amount.runs, "run"), counted(amount.largeSteps, "large step"), counted(amount.smallSteps, "small step"),
      humanFlops(amount.flops), runs, runs / static_cast<double>(prompts), sampling / static_cast<double>(prompts),
      amount.seconds ? fmt::format(", about {}", humanTime(*amount.seconds)) : std::string());
}

void tellPlan(Reporter& reporter, const Sweep& sweep, const SweepPlan& plan) {
  const auto rivals = sweep.candidates.size() - sweep.fixedBoundaries().size();
  auto text =
      fmt::format("{}, {}, {}, among them each model alone{}\nwhole sweep: {}", counted(sweep.prompts.size(), "prompt"),
                  counted(sweep.seeds.size(), "seed"), counted(sweep.candidates.size(), "candidate"),
                  rivals > 0 ? fmt::format(" and {}", counted(rivals, "rival")) : std::string(),
                  amountText(plan.whole, plan, sweep.prompts.size()));
  const auto isGuarded = [](const SweepCandidate& candidate) { return candidate.isGuarded(); };
  if (std::ranges::any_of(sweep.candidates, isGuarded))
    text += "\n(guarded runs are counted as if the small model took over as early as it can; most cost more)";
  if (sweep.latentsOnly) text += "\nlatents alone are compared; no clip is decoded";
  const auto steps = [](const SweepPlan::Amount& amount) { return amount.largeSteps + amount.smallSteps; };
  // Runs that are sampled, but not decoded, are all still to do.
  if (plan.isFinished())
    text += "\nnothing is left to do";
  else if (plan.left.runs < plan.whole.runs || steps(plan.left) < steps(plan.whole))
    text += "\nstill to do: " + amountText(plan.left, plan, sweep.prompts.size());
  if (plan.remeasured > 0) text += fmt::format("\nclips to measure again: {}", plan.remeasured);
  reporter.happened("plan", text,
                    {{"prompts", sweep.prompts.size()},
                     {"seeds", sweep.seeds},
                     {"candidates", sweep.candidates.size()},
                     {"rivals", rivals},
                     {"whole", amountJson(plan.whole, plan)},
                     {"left", amountJson(plan.left, plan)},
                     {"latents_only", sweep.latentsOnly},
                     {"remeasured", plan.remeasured}});
}

class Progress : public RunReporting<SweepSink> {
public:
  Progress(Reporter& reporter, const Sweep& sweep) : RunReporting(reporter), m_sweep(sweep) {}

  void runStarted(const SweepPlan::Step& step, int index, int count) override {
    const auto& run = step.run;
    m_started = run;
    std::string shared;
    if (step.largeSteps + step.smallSteps == 0)
      shared = ", sampled before";
    else if (step.shared > 0)
      shared = fmt::format(", {} shared", counted(step.shared, "step"));
    m_reporter.happened("run", fmt::format("run {} of {}: {}{}{}", index + 1, count, nameOf(run), shared, timeLeft()),
                        {{"run", run.name()},
                         {"index", index},
                         {"count", count},
                         {"shared_steps", step.shared},
                         {"done", m_progress.done},
                         {"seconds_left", secondsLeft()}});
  }
  void decodingStarted(const SweepRun& run, int index, int count) override {
    m_started = run;
    m_reporter.happened("decoding",
                        fmt::format("decoding run {} of {}: {}{}", index + 1, count, nameOf(run), timeLeft()),
                        {{"run", run.name()},
                         {"index", index},
                         {"count", count},
                         {"done", m_progress.done},
                         {"seconds_left", secondsLeft()}});
  }
  void sweepProgress(const SweepProgress& progress) override { m_progress = progress; }
  void runMeasured(const SweepRecord& record) override {
    if (record.run.candidate == m_sweep.largeOnly() && !record.isFloor()) return;
    // Runs of an earlier call that are measured again were not announced as started, so their line needs their name.
    auto text = record.run == m_started || record.isFloor() ? "  " : fmt::format("  {}: ", nameOf(record.run));
    Json json{{"run", record.run.name()}, {"reference_seed", record.referenceSeed}};
    if (record.clip) {
      text += fmt::format("SSIM {:.3f}, PSNR {:.1f} dB, ", record.clip->ssim, record.clip->psnr);
      json["ssim"] = record.clip->ssim;
      json["psnr"] = record.clip->psnr;
    }
    text += fmt::format("latents {:.3f}", record.latents);
    json["latents"] = record.latents;
    forEachPerceptual(
        [&](const char* name, const std::optional<double>& distance) {
          if (!distance) return;
          text += fmt::format(", {} {:.3f}", name, *distance);
          json[name] = *distance;
        },
        record.perceptual);
    if (record.isFloor()) text += fmt::format(" between seeds {} and {}", record.referenceSeed, record.run.seed);
    m_reporter.happened("measured", text, json);
  }
  void statesRemoved(std::uint64_t bytes) override { m_removed += bytes; }
  std::uint64_t removed() const { return m_removed; }
  // Share of the work. Runs that are decoded after others count with their steps before they are measured.
  double done() const { return m_progress.done; }

private:
  std::string nameOf(const SweepRun& run) const {
    return fmt::format("prompt {}, seed {}, {}", run.prompt + 1, run.seed,
                       boundariesText(run.candidate, m_sweep.base.sampling.schedule.steps));
  }

  std::string timeLeft() const {
    return m_progress.secondsLeft ? fmt::format(", about {} left", humanTime(*m_progress.secondsLeft)) : std::string();
  }
  Json secondsLeft() const { return m_progress.secondsLeft ? Json(*m_progress.secondsLeft) : Json(); }

  const Sweep& m_sweep;
  SweepRun m_started;
  SweepProgress m_progress;
  std::uint64_t m_removed = 0;
};

std::uint64_t sizeOf(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code none;
    if (entry->is_regular_file(none)) bytes += entry->file_size(none);
  }
  return bytes;
}

// Constants with which a probe alone proposes boundaries, if the sweep's runs of the large model were probed.
void keepConstants(Reporter& reporter, const SweepArguments& arguments, const SweepResults& results) {
  const auto profile = sweepProbe(arguments.folder);
  if (!profile) return reporter.warning(profile.error().message);
  if (profile.value().cells.empty()) return;
  const auto fits = fitDeviations(results, profile.value(), arguments.sameness.from());
  if (!fits) return reporter.warning("a probe alone cannot propose boundaries: " + fits.error().message);
  for (const auto& fit : fits.value())
    if (const auto kept = keepDeviation(fit); !kept) return reporter.warning(kept.error().message);
  reporter.happened("fitted", "from now on, flowblend probe proposes boundaries by what this sweep measured",
                    {{"measures", fits.value().size()}});
}

int finish(Reporter& reporter, const SweepArguments& arguments, const SweepResults& results, std::uint64_t removed) {
  const auto scores = scoreSweep(results, arguments.sameness.measureOf(results), arguments.sameness.from());
  if (!scores) return reportFailure(reporter, scores.error());
  keepConstants(reporter, arguments, results);
  const auto size = sizeOf(arguments.folder);
  const auto table = arguments.csv ? scoreCsv(scores.value()) : scoreTable(scores.value());
  auto closing = fmt::format("{}: {}; {} of states were deleted; boundaries: flowblend propose {}",
                             arguments.folder.string(), humanBytes(static_cast<double>(size)),
                             humanBytes(static_cast<double>(removed)), shellWord(arguments.folder));
  if (results.sweep.latentsOnly)
    closing += fmt::format("; to decode the clips: flowblend sweep --out {}", shellWord(arguments.folder));
  auto json = toJson(scores.value());
  json["sweep"] = arguments.folder.string();
  json["bytes"] = size;
  json["bytes_removed"] = removed;
  reporter.result(arguments.csv ? table : table + "\n" + closing, json);
  return kDone;
}

// The command that goes on with the sweep; empty if nothing of it was stored.
std::string wayOnWith(const SweepArguments& arguments, const Sweep& sweep) {
  if (!storedSweep(arguments.folder)) return {};
  return fmt::format("; continue with: flowblend sweep --out {}{}", shellWord(arguments.folder),
                     sweep.latentsOnly ? " --measure latents" : "");
}

int sweep(Program& program, const SweepArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  auto& engine = program.engine();
  const auto made = sweepOf(engine, arguments);
  if (!made) return reportFailure(*reporter, made.error());
  const auto by = arguments.sameness.given();
  if (const auto problem = by ? measureProblem(made.value(), *by) : std::string(); !problem.empty())
    return reportFailure(*reporter, {ErrorKind::Invalid, problem});
  const auto plan = planSweep(engine, made.value(), arguments.folder);
  if (!plan) return reportFailure(*reporter, plan.error());
  for (const auto& sentence : arguments.request.vainConstants(made.value().base)) reporter->warning(sentence);
  tellRivals(*reporter, made.value(), arguments, plan.value().run);
  tellPlan(*reporter, made.value(), plan.value());
  if (arguments.onlyPlan) return kDone;
  Progress progress(*reporter, made.value());
  const auto outcome =
      runSweep(engine, made.value(), arguments.folder, {arguments.keepStates}, progress, program.control);
  const auto wayOn = wayOnWith(arguments, made.value());
  if (outcome.cancelled()) {
    reporter->cancelled(
        fmt::format("stopped after {} of {}, {:.0f} % of the work{}", outcome.stepsDone(),
                    counted(plan.value().left.runs, "run"), std::floor(100 * progress.done()), wayOn),
        {{"runs_done", outcome.stepsDone()}, {"done", progress.done()}, {"sweep", arguments.folder.string()}});
    return kCancelled;
  }
  if (outcome.failed()) {
    auto error = outcome.error();
    // What was refused would be refused again.
    if (exitCodeFor(error) != kBadInput) error.message += wayOn;
    return reportFailure(*reporter, error);
  }
  return finish(*reporter, arguments, outcome.value(), progress.removed());
}

}  // namespace

void addSweep(Program& program) {
  auto* command = program.parser.add_subcommand(
      "sweep", "Sample prompts with many boundaries, and measure how near each clip is to the large model's");
  const auto arguments = std::make_shared<SweepArguments>();
  arguments->addTo(*command);
  command->callback([&program, arguments] { program.chosen = [=, &program] { return sweep(program, *arguments); }; });
}

}  // namespace fb::cli
