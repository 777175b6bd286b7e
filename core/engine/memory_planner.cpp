// SPDX-License-Identifier: MIT
#include "engine/memory_planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fb::engine {
namespace {

using weights::Placement;

constexpr std::uint64_t kMegabyte = 1'000'000;
// For the driver's context, the workspaces of matrix products, the rounding of allocations, and other programs' next
// allocations.
constexpr std::uint64_t kDeviceHeadroom = 800 * kMegabyte;
constexpr std::uint64_t kMainHeadroom = 1500 * kMegabyte;

std::uint64_t minus(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : 0; }

// What a run without a budget may use of the device.
std::uint64_t availableOf(const MemorySupply& supply) {
  return minus(supply.free, supply.isCpu ? kMainHeadroom : kDeviceHeadroom);
}

// What a run may use of it.
std::uint64_t limitOf(const MemorySupply& supply) {
  const auto available = availableOf(supply);
  return supply.budget ? std::min(available, supply.budget) : available;
}

std::string problemOf(const char* phase, std::uint64_t needed, const char* wayOut, const MemorySupply& supply) {
  // The needed amount is rounded up and the available one down, so that the sentence is true.
  const auto up = [](std::uint64_t bytes) { return std::ceil(static_cast<double>(bytes) / 1e7) / 100; };
  const auto down = [](std::uint64_t bytes) { return std::floor(static_cast<double>(bytes) / 1e7) / 100; };
  // A raised budget must be enough.
  const bool byBudget = supply.budget && needed <= availableOf(supply);
  return byBudget ? fmt::format("{} needs {:.2f} GB on {}, but the memory budget is {:.2f} GB: raise the budget", phase,
                                up(needed), supply.device, down(supply.budget))
                  : fmt::format("{} needs {:.2f} GB on {}, but only {:.2f} GB of {:.2f} are available: {}", phase,
                                up(needed), supply.device, down(limitOf(supply)), down(supply.total), wayOut);
}

constexpr auto kSmallerClip = "choose a smaller size, fewer frames or another device";

// The models that sampling uses: how many blocks of each stay resident, and whether it has batches.
struct Sampling {
  PartPlace large, small;
};

// Forwards of no more tokens do not occupy a GPU: measured on an H200 with LTX 2B and WAN 1.3B.
constexpr std::int64_t kShortForward = 8192;  // tokens
// A GPU computes a forward with no more work than this about as fast as the host enqueues it. Bytes of the weights
// times tokens: for weights of 16 bits, the number of operations. A replay of more would also delay a stop too long.
constexpr double kShortWork = 12e12;

thread_local std::optional<bool> forcedBatch;

class Planner {
public:
  Planner(const MemoryNeeds& needs, const MemorySupply& supply) : m_needs(needs), m_supply(supply) {
    m_limit = limitOf(supply);
    m_main = minus(supply.mainFree, kMainHeadroom);
  }

  PlannedMemory plan() {
    PlannedMemory planned;
    placeSampling(planned);
    placeText(planned);
    requireRoom("encoding the image", imageWeights(), m_needs.images);
    if (const auto& upsampler = m_needs.upsampler) requireRoom("upsampling", upsamplingWeights(), upsampler->working);
    if (const auto& vae = m_needs.vae; vae.used) requireRoom("decoding", vae.weights.total(), vae.tiledWorking);
    planned.textStays = m_besideSampling;
    describe(planned);
    return planned;
  }

private:
  static std::uint64_t onDevice(const PartNeeds& part, const PartPlace& place) {
    return part.used ? place.placement.deviceBytes(part.weights) + kept(part, place) : 0;
  }
  std::uint64_t samplingWeights(const Sampling& sampling) const {
    return onDevice(m_needs.large, sampling.large) + onDevice(m_needs.small, sampling.small) + vaeBeside();
  }
  static std::uint64_t kept(const PartNeeds& part, const PartPlace& place) {
    return part.used ? part.kept + recorded(part, place) : 0;
  }
  // Held by recordings: the activations of one forward of each kind. With batches, a step may still make single
  // evaluations.
  static std::uint64_t recorded(const PartNeeds& part, const PartPlace& place) {
    if (!place.isReplayed || !part.replay) return 0;
    return working(part, place) + static_cast<std::uint64_t>(part.replay->evaluations - 1) * part.working;
  }
  // Of the VAE, if it is loaded before or between the steps: it stays beside the models.
  std::uint64_t vaeBeside() const {
    return m_needs.preview > 0 || m_needs.images > 0 || m_needs.upsampler ? m_needs.vae.weights.total() : 0;
  }
  // Of what encodes the clip's images.
  std::uint64_t imageWeights() const {
    if (m_needs.images == 0) return 0;
    return m_needs.vae.weights.total() + (m_needs.image.used ? m_needs.image.weights.total() : 0);
  }
  // Of what makes the second pass of the first one's result.
  std::uint64_t upsamplingWeights() const {
    return m_needs.upsampler ? m_needs.vae.weights.total() + m_needs.upsampler->weights.total() : 0;
  }
  void requireRoom(const char* phase, std::uint64_t weights, std::uint64_t working) {
    if (weights + working > m_limit) refuse(phase, weights + working, kSmallerClip);
  }
  static std::uint64_t working(const PartNeeds& part, const PartPlace& place) {
    if (!part.used) return 0;
    return place.isBatched && part.batch ? part.batch->working : part.working;
  }
  std::uint64_t samplingWorking(const Sampling& sampling) const {
    return std::max({working(m_needs.large, sampling.large), working(m_needs.small, sampling.small), m_needs.preview}) +
           m_needs.latents;
  }
  bool fits(const Sampling& sampling) const { return samplingWeights(sampling) + samplingWorking(sampling) <= m_limit; }

  // A stack of one block has nothing to stream.
  static bool canStream(const PartNeeds& part) { return part.used && part.weights.blocks.size() > 1; }

  Placement streamed(const PartNeeds& part, std::int64_t resident) {
    Placement placement{resident, 2, Placement::Source::Memory};
    if (m_supply.isCpu || placement.hostBytes(part.weights) > m_main) placement.source = Placement::Source::Disk;
    return placement;
  }

  // As many blocks of `part` stay resident as `fit` allows.
  template <class Fit>
  Placement mostResident(const PartNeeds& part, const Fit& fit) {
    auto best = streamed(part, 0);
    for (std::int64_t resident = 1; resident < static_cast<std::int64_t>(part.weights.blocks.size()); ++resident)
      if (const auto more = streamed(part, resident); fit(more)) best = more;
    return best;
  }

  void placeSampling(PlannedMemory& planned) {
    Sampling sampling;
    if (!fits(sampling) && canStream(m_needs.large))
      sampling.large.placement = mostResident(
          m_needs.large, [&](const Placement& more) { return fits({.large = {more}, .small = sampling.small}); });
    if (!fits(sampling) && canStream(m_needs.small))
      sampling.small.placement = mostResident(
          m_needs.small, [&](const Placement& more) { return fits({.large = sampling.large, .small = {more}}); });
    if (fits(sampling)) {
      batch(sampling, &Sampling::large, m_needs.large);
      batch(sampling, &Sampling::small, m_needs.small);
      replay(sampling, &Sampling::small, m_needs.small);
      replay(sampling, &Sampling::large, m_needs.large);
    }
    planned.large = sampling.large;
    planned.small = sampling.small;
    m_main = minus(m_main, sampling.large.placement.hostBytes(m_needs.large.weights));
    m_main = minus(m_main, sampling.small.placement.hostBytes(m_needs.small.weights));
    m_sampling = sampling;
    if (!fits(sampling))
      refuse("sampling", samplingWeights(sampling) + samplingWorking(sampling),
             "choose a smaller size, fewer frames or a smaller dtype, or close other programs");
  }

  // Batches of two for the model at `place`, if it gains from them and they fit. What a run began with is kept wherever
  // it fits, even if blocks have to be streamed for that.
  void batch(Sampling& sampling, PartPlace Sampling::*place, const PartNeeds& part) {
    if (!part.used || !part.batch) return;
    const auto apart = (sampling.*place).placement;
    const auto before = part.batch->before;
    const bool streams = apart.streams(part.weights);
    if (!before.value_or(gainsFromBatch(*part.batch, streams, m_supply.isCpu))) return;
    auto batched = sampling;
    const auto fitsWith = [&](const Placement& placement) {
      batched.*place = {.placement = placement, .isBatched = true};
      return fits(batched);
    };
    const bool mayStream = streams || (before && !fitsWith(apart) && canStream(part));
    const auto placement = mayStream ? mostResident(part, fitsWith) : apart;
    if (!fitsWith(placement)) return;
    const auto blocks = static_cast<std::int64_t>(part.weights.blocks.size());
    if (streams && !before && blocks - placement.residentBlocks >= 2 * (blocks - apart.residentBlocks)) return;
    sampling = batched;
  }

  // Replays the forwards of the model at `place`, if the host would take longer than the device and they fit.
  void replay(Sampling& sampling, PartPlace Sampling::*place, const PartNeeds& part) const {
    const auto& now = sampling.*place;
    if (!m_supply.replays || !part.used || !part.replay || now.placement.streams(part.weights)) return;
    const auto rows = (now.isBatched ? 2 : 1) * part.replay->tokens;
    if (rows > kShortForward || static_cast<double>(rows) * static_cast<double>(part.weights.total()) > kShortWork)
      return;
    auto replayed = sampling;
    (replayed.*place).isReplayed = true;
    if (fits(replayed)) sampling = replayed;
  }

  void placeText(PlannedMemory& planned) {
    const auto& text = m_needs.text;
    if (!text.used) return;
    const auto beside = minus(m_limit, samplingWeights(m_sampling) + m_needs.latents);
    const auto fitsIn = [&](std::uint64_t room, const Placement& placement) {
      return placement.deviceBytes(text.weights) + text.working <= room;
    };
    m_besideSampling = true;
    if (fitsIn(beside, {})) return;
    m_besideSampling = false;
    if (fitsIn(m_limit, {})) return;
    if (canStream(text)) {
      const auto least = streamed(text, 0);
      if (fitsIn(m_limit, least)) {
        planned.text.placement = mostResident(text, [&](const Placement& more) { return fitsIn(m_limit, more); });
        return;
      }
    }
    if (m_supply.isCpu) {
      const auto least = canStream(text) ? streamed(text, 0) : Placement();
      refuse("encoding the prompt", least.deviceBytes(text.weights) + text.working, "close other programs");
      return;
    }
    planned.text.onCpu = true;
    if (text.weights.total() + text.working > m_main && canStream(text))
      planned.text.placement = {0, 2, Placement::Source::Disk};
  }

  // The phase that needs most is told: what is done about it helps the others, too.
  void refuse(const char* phase, std::uint64_t needed, const char* wayOut) {
    if (!m_problem.empty() && needed <= m_refused) return;
    m_refused = needed;
    m_problem = problemOf(phase, needed, wayOut, m_supply);
  }

  MemoryPlan::Part partOf(const char* name, const PartNeeds& needs, const PartPlace& place) const {
    MemoryPlan::Part part;
    part.name = name;
    part.dtype = needs.dtype;
    part.bytes = needs.weights.total();
    const bool streams = place.placement.streams(needs.weights);
    part.place = place.onCpu ? MemoryPlan::Place::Main
                 : streams   ? MemoryPlan::Place::Streamed
                             : MemoryPlan::Place::Device;
    part.blocks = static_cast<int>(needs.weights.blocks.size());
    part.residentBlocks = streams ? static_cast<int>(place.placement.residentBlocks) : part.blocks;
    part.readsDisk = streams && place.placement.source == Placement::Source::Disk;
    part.isBatched = place.isBatched;
    part.isReplayed = place.isReplayed;
    const auto bytes = place.placement.deviceBytes(needs.weights);
    part.onDevice = place.onCpu ? 0 : bytes;
    part.inMain = (place.onCpu ? bytes : 0) + (m_supply.isCpu ? 0 : place.placement.hostBytes(needs.weights));
    return part;
  }

  void describe(PlannedMemory& planned) const {
    auto& plan = planned.plan;
    plan.device = m_supply.device;
    plan.total = m_supply.total;
    plan.free = m_supply.free;
    plan.limit = m_limit;
    const auto add = [&](const char* name, const PartNeeds& needs, const PartPlace& place) {
      if (needs.used) plan.parts.push_back(partOf(name, needs, place));
    };
    add("text encoder", m_needs.text, planned.text);
    add("image encoder", m_needs.image, {});
    add("large model", m_needs.large, planned.large);
    add("small model", m_needs.small, planned.small);
    if (m_needs.upsampler) add("upsampler", *m_needs.upsampler, {});
    add("VAE", m_needs.vae, {});

    const auto sampling = samplingWeights(m_sampling);
    const auto text =
        m_needs.text.used && !planned.text.onCpu ? planned.text.placement.deviceBytes(m_needs.text.weights) : 0;
    if (m_needs.text.used) plan.phases.push_back({"encoding", text, planned.text.onCpu ? 0 : m_needs.text.working});
    const auto staying = m_besideSampling ? text : 0;
    const auto weights = staying + sampling - kept();
    // Whatever else is loaded makes way for these.
    if (m_needs.images > 0) plan.phases.push_back({"images", imageWeights(), m_needs.images});
    addSampling(plan, weights);
    if (m_needs.vae.used) {
      const auto others = weights - vaeBeside();
      const auto decoding = planDecoding(m_needs.vae, others, m_supply);
      planned.decoding = decoding;
      plan.decodesAlone = decoding.alone;
      plan.decodesInTiles = decoding.inTiles;
      plan.phases.push_back({"decoding", m_needs.vae.weights.total() + (decoding.alone ? 0 : others),
                             decoding.inTiles ? m_needs.vae.tiledWorking : m_needs.vae.working});
    }
    plan.problem = m_problem;
  }
  // weights: of all that is loaded during sampling.
  void addSampling(MemoryPlan& plan, std::uint64_t weights) const {
    const bool hasLarge = m_needs.large.used, hasSmall = m_needs.small.used;
    // Models are loaded for their first step.
    const bool smallComesLater = hasLarge && hasSmall && !m_needs.comparesEarly;
    const auto later = smallComesLater ? m_sampling.small.placement.deviceBytes(m_needs.small.weights) : 0;
    const auto keptLater = smallComesLater ? kept(m_needs.small, m_sampling.small) : 0;
    bool isEarly = hasLarge;
    const auto add = [&](const char* name, std::uint64_t working) {
      plan.phases.push_back(
          {name, weights - (isEarly ? later : 0), kept() - (isEarly ? keptLater : 0) + m_needs.latents + working});
    };
    const auto large = working(m_needs.large, m_sampling.large), small = working(m_needs.small, m_sampling.small);
    if (hasLarge) add("early", large);
    if (hasLarge && m_needs.preview > 0) add("preview", m_needs.preview);
    isEarly = false;
    if (hasSmall) add("middle", hasLarge && m_needs.sharesMiddle ? std::max(large, small) : small);
    if (!hasLarge && m_needs.preview > 0) add("preview", m_needs.preview);
    if (const auto& upsampler = m_needs.upsampler)
      plan.phases.push_back({"upsampling", upsamplingWeights(), upsampler->working});
    if (hasLarge && (hasSmall || m_needs.upsampler)) add("late", large);
  }
  std::uint64_t kept() const { return kept(m_needs.large, m_sampling.large) + kept(m_needs.small, m_sampling.small); }

  const MemoryNeeds& m_needs;
  const MemorySupply& m_supply;
  std::uint64_t m_limit = 0;
  std::uint64_t m_main = 0;  // main memory that is still free
  Sampling m_sampling;
  bool m_besideSampling = false;  // the text encoder stays loaded during sampling
  std::string m_problem;
  std::uint64_t m_refused = 0;  // what the phase that m_problem tells of needs
};

}  // namespace

bool gainsFromBatch(const PartNeeds::Batch& batch, bool streams, bool isCpu) {
  if (forcedBatch) return *forcedBatch;
  return !isCpu && (streams || batch.tokens <= kShortForward);
}

std::optional<bool> exchangeForcedBatch(std::optional<bool> batched) { return std::exchange(forcedBatch, batched); }

bool takesSteps(const GenerationRequest& request, Model model) {
  const auto& schedule = request.sampling.schedule;
  if (model == Model::Small) return schedule.smallSteps() > 0;
  // A guard lets the large model take steps of the middle stage.
  const bool isGuarded = request.sampling.guard != GuardRule::None && schedule.smallSteps() > 0;
  return schedule.largeSteps() > 0 || isGuarded || request.sampling.twoPass;
}

bool usesModel(const GenerationRequest& request, Model model) {
  switch (request.options.probe) {
    case ProbePolicy::None:
      break;
    case ProbePolicy::Large:
      if (takesSteps(request, Model::Large)) return true;
      break;
    case ProbePolicy::All:
      return true;
  }
  return takesSteps(request, model);
}

PlannedDecoding planDecoding(const PartNeeds& vae, std::uint64_t loaded, const MemorySupply& supply) {
  const auto limit = limitOf(supply), alone = vae.weights.total() + vae.working;
  return {loaded + alone > limit, alone > limit && vae.tiledWorking < vae.working};
}

std::string decodingProblem(const PartNeeds& vae, const MemorySupply& supply) {
  const auto needed = vae.weights.total() + vae.tiledWorking;
  return needed > limitOf(supply) ? problemOf("decoding", needed, kSmallerClip, supply) : std::string();
}

PlannedMemory planMemory(const MemoryNeeds& needs, const MemorySupply& supply) { return Planner(needs, supply).plan(); }

std::string lostBatches(const MemoryNeeds& needs, const PlannedMemory& planned) {
  const auto isLost = [](const PartNeeds& part, const PartPlace& place) {
    return part.used && part.batch && part.batch->before == true && !place.isBatched;
  };
  const bool large = isLost(needs.large, planned.large), small = isLost(needs.small, planned.small);
  if (!large && !small) return {};
  return fmt::format(
      "there is no longer memory to evaluate both prompts in one forward of {}, as in earlier steps, so the clip may "
      "differ slightly from that of an uninterrupted run",
      !small   ? "the large model"
      : !large ? "the small model"
               : "both models");
}

}  // namespace fb::engine
