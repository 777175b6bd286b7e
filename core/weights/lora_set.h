// SPDX-License-Identifier: MIT
// The LoRAs that are applied to one loaded model. A matrix that is resident and not quantised takes them in once, while
// it is loaded; next to any other one they are kept, and the layer adds them at every use. Norms, biases and tables are
// always resident, and are written anew when the strengths change.
#pragma once

#include "weights/lora_fit.h"

#include <ATen/ATen.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace fb::weights {

class LoraSet;

// A LoRA's strengths in the early, middle and late stage.
using LoraStrengths = std::array<double, 3>;

// A file and how strongly it is applied.
struct LoraUse {
  const Checkpoint* checkpoint = nullptr;
  LoraStrengths strengths{};
};
// Those of one model, each file once.
using LoraStack = std::vector<LoraUse>;

// What LoRAs add to a matrix at every use. Its strengths are those of its set.
class LoraLayer {
public:
  // Anything that is not a pair of low rank.
  bool changesWeight() const { return !m_changes.empty(); }
  // The weight changed by that; the same tensor if there is nothing like that.
  at::Tensor changed(const at::Tensor& weight) const;
  // Whether added() adds anything at the current strengths.
  bool adds() const { return m_scales.defined(); }
  // y + sum of strength * scale * B (A x), in y's memory; x: [..., in], y: [..., out].
  at::Tensor added(at::Tensor y, const at::Tensor& x) const;
  // The weight changed by everything: for a table, whose rows are read instead of multiplied.
  at::Tensor whole(const at::Tensor& weight) const;

private:
  friend class LoraSet;

  // One of the concatenated pairs, or one of the other changes.
  struct Pair {
    std::size_t file;
    std::int64_t rank;
    double scale;
  };
  struct Change {
    std::size_t file;
    std::function<at::Tensor(const at::Tensor& weight)> of;  // float32 to float32
    double strength = 0;
  };

  at::Tensor m_down;    // [sum of ranks, in]
  at::Tensor m_up;      // [out, sum of ranks]
  at::Tensor m_scales;  // [sum of ranks], float32; undefined while all strengths are 0
  std::vector<Pair> m_pairs;
  std::vector<Change> m_changes;
};

// Built by the thread that loads the model, then used by one thread at a time.
class LoraSet {
public:
  // uses: the checkpoints must outlive the loading. merges: resident matrices take in what `early` strengths say, which
  // are then those of all stages. Throws Failure if a file does not fit the model.
  LoraSet(const LoraStack& uses, const LoraTargets& targets, bool merges);

  bool merges() const { return m_merges; }
  bool changes(const std::string& tensor) const { return m_terms.contains(tensor); }

  // While loading. On the meta device nothing is read.
  // The changed matrix, in its own dtype.
  at::Tensor merged(const std::string& tensor, const at::Tensor& weight);
  // What is to be added to a matrix that was not merged; null if nothing. bytes: what it takes on the device.
  std::shared_ptr<const LoraLayer> layer(const std::string& tensor, at::IntArrayRef shape, at::Device device,
                                         at::ScalarType dtype, std::uint64_t& bytes);
  // A norm, bias or table; from now on it follows the strengths.
  at::Tensor followed(const std::string& tensor, const at::Tensor& original, std::uint64_t& bytes);

  // After loading: lets go of the files.
  void loaded() { m_terms.clear(); }

  const std::vector<double>& strengths() const { return m_strengths; }
  // In the files' order. Takes no time if they are the current ones.
  void setStrengths(std::span<const double> strengths);
  // How often they have changed.
  std::uint64_t revision() const { return m_revision; }

private:
  struct Term {
    std::size_t file;
    LoraLayerParts parts;
    bool isBias;
  };
  struct Follower {
    at::Tensor live, original;
    struct Difference {
      std::size_t file;
      at::Tensor numbers;  // float32
    };
    std::vector<Difference> differences;
  };

  void apply(LoraLayer& layer) const;
  void apply(const Follower& follower) const;
  double strengthOf(std::size_t file) const { return m_strengths[file]; }

  std::map<std::string, std::vector<Term>> m_terms;  // by the model's tensor
  bool m_merges;
  std::vector<double> m_strengths;
  std::uint64_t m_revision = 0;
  std::set<std::string> m_merged;
  std::vector<std::shared_ptr<LoraLayer>> m_layers;
  std::vector<Follower> m_followers;
};

}  // namespace fb::weights
