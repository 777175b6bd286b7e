// SPDX-License-Identifier: MIT
// A cache uses what a model computed in an earlier step again instead of running the model. docs/caches.md has the
// rules and their sources.
#pragma once

#include "flowblend/request.h"
#include "sampling/velocity_field.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fb::sampling {

struct CachePlan {
  CacheRule rule = CacheRule::None;
  double threshold = 0;  // of the accumulated error below which a step is reused; 0: none is
  // TeaCache: from the change of its signal to the error, by Model; highest power first. Empty: every step is computed.
  std::array<std::vector<double>, 2> polynomials;
  bool retains = false;  // TeaCache: with retention steps at the start; the last step need not be computed
  // MagCache: by Model, of a pass with any number of steps. An evaluation without a curve is computed in every step.
  std::array<MagnitudeCurves, 2> curves;
  int reuseLimit = 0;  // MagCache: steps in a row
  // If set, every step is computed, and this is told each evaluation's value for such a curve.
  std::function<void(const std::string& evaluation, int step, double ratio)> measured;
};

// What MagCache has accumulated for one guidance evaluation since it was last computed.
struct MagnitudeState {
  double ratio = 1;  // of the size that the residual would have now to that of the one that is reused
  double error = 0;
  int reused = 0;  // steps in a row
  int step = -1;   // of the pass, in which the evaluation was last made
};

// Everything that a cache remembers between two steps. A value: it can be copied, saved and restored. Inputs,
// velocities and EasyCache's residuals are float32 and flat, in the family's order.
struct CacheState {
  CacheRule rule = CacheRule::None;
  std::optional<Model> model;  // whose outputs these are; absent: nothing is remembered
  Stage stage = Stage::Early;  // that they were made in
  double error = 0;            // accumulated since the last computed step
  // How fast the velocity changed with the latents between the last two computed steps (EasyCache).
  std::optional<double> rate;
  at::Tensor lastInput;                        // of the previous step; TeaCache: its signal, float32
  at::Tensor computedInput, computedVelocity;  // of the last computed step, without guidance
  // Of each guidance evaluation: velocity - input. TeaCache and MagCache: what the blocks add to the tokens, in the
  // model's dtype.
  std::map<std::string, at::Tensor> residuals;
  std::map<std::string, MagnitudeState> magnitudes;  // of each guidance evaluation
  std::string file;                                  // that it was read from, for messages

  void moveTo(at::Device device);
};

weights::NamedTensors toTensors(const CacheState& state);
// values: the number of elements of the latents. What only a model can check is checked when it is used. Throws
// Failure(Corrupt), naming `file`.
CacheState cacheStateFromTensors(const weights::NamedTensors& tensors, std::int64_t values, const std::string& file);

// One step's use of the cache. A default-constructed one is off: everything is computed.
class StepCache {
public:
  struct Position {
    Model model = Model::Large;
    Stage stage = Stage::Early;
    int step = 0;   // of the pass
    int steps = 0;  // that the pass has

    bool isLast() const { return step + 1 == steps; }
  };

  StepCache() = default;
  // What `state` remembers is dropped if it is another model's or another stage's: the LoRAs may differ.
  StepCache(const CachePlan& plan, const CacheState& state, const Position& position);

  // One guidance evaluation of a step.
  struct Evaluation {
    std::string name;  // evaluations of the same name can be reused for each other
    at::Tensor input;  // what the model sees of the latents, float32
    // TeaCache: what it compares from step to step, float32; and the shape of what passes through the blocks.
    std::function<at::Tensor()> signal;
    std::vector<std::int64_t> tokens;
    // Gives the velocity in the shape of input. residual: null: the whole model runs; undefined: it does, and sets what
    // the blocks added to the tokens; defined: that is used instead of the blocks.
    std::function<at::Tensor(at::Tensor* residual)> forward;
  };
  // The conditional evaluation is the first one: it decides, and the others follow; with MagCache, each decides for
  // itself. The result may be float32 instead of the model's dtype. An evaluation that the last computed step did not
  // have is computed in any case.
  at::Tensor velocity(const Evaluation& evaluation);
  // Gives the velocities of several evaluations, one after another along the first dimension, each in the shape of its
  // input. residual: null, or undefined: it is set in the same way.
  using Together = std::function<at::Tensor(at::Tensor* residual)>;
  // The velocities of a step's evaluations, in their order. If all of them are computed, `together` computes them,
  // unless it is empty; otherwise each is made by itself.
  std::vector<at::Tensor> velocities(std::span<const Evaluation> evaluations, const Together& together);

  // From now on, conditional() is the velocity of the step's conditional evaluation.
  void keepConditional() { m_keepsConditional = true; }
  // In the shape of the evaluation's input; undefined if it is not kept, or was not evaluated yet.
  const at::Tensor& conditional() const { return m_conditional; }

  // Whether all evaluations so far were, so that no block of the model ran.
  bool isReused() const { return m_reused > 0 && m_reused == m_evaluations; }
  int reusedEvaluations() const { return m_reused; }
  // What the next step remembers.
  const CacheState& state() const { return m_state; }

private:
  enum class Decision { None, Compute, Reuse };

  // Whether the evaluation is computed; if so, its residual is dropped.
  void decide(const Evaluation& evaluation);
  bool isRemembered(const Evaluation& evaluation) const;
  at::Tensor evaluated(const Evaluation& evaluation);
  at::Tensor ofModel(const Evaluation& evaluation);
  at::Tensor ofBlocks(const Evaluation& evaluation);
  at::Tensor measure(const Evaluation& evaluation);
  bool reuses(const Evaluation& evaluation);
  bool reusesByMagnitude(const std::string& evaluation);
  // MagCache's ratio for this step of the pass; 0 if it is not known.
  double ratioNow(const std::string& evaluation) const;
  // What this step adds to the error.
  double change(const at::Tensor& now, const at::Tensor& last) const;
  void learn(const at::Tensor& input, const at::Tensor& velocity);
  // Throws Failure(Corrupt) if what was read from a file does not fit.
  void requireShape(const at::Tensor& remembered, at::IntArrayRef shape) const;

  CachePlan m_plan;
  CacheState m_state;
  Position m_position;
  Decision m_decision = Decision::None;
  std::string m_decider;  // the evaluation that decided
  int m_evaluations = 0, m_reused = 0;
  bool m_keepsConditional = false;
  at::Tensor m_conditional;
};

// Steps at the start of a pass with this many that are always computed. retains: CachePlan::retains.
int computedAtStart(CacheRule rule, bool retains, int steps);
// Whether its last step is, too.
bool computesLast(CacheRule rule, bool retains);

// A step of a pass, before it is done.
struct PlannedStep {
  StepCache::Position position;
  int interval = 0;  // that it begins with
  double timestep = 0;
  std::vector<std::string> evaluations{"conditional"};  // names of its guidance evaluations, the conditional one first
};
// What a step reuses.
struct Reuse {
  int evaluations = 0;  // all that it makes
  int reused = 0;

  bool isWhole() const { return reused > 0 && reused == evaluations; }
};
// What the steps reuse, if it is known before they are done: with MagCache, and with TeaCache if its signal depends on
// the timestep alone. MagCache uses no signal.
std::vector<Reuse> foreseen(const CachePlan& plan, const std::vector<PlannedStep>& steps,
                            const std::function<at::Tensor(Model, double timestep)>& signal);

}  // namespace fb::sampling
