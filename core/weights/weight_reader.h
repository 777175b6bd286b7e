// SPDX-License-Identifier: MIT
// Strict loading: a model requests each of its tensors by name and shape; afterwards finish() reports what was missing,
// left over or of the wrong shape. On the meta device nothing is read, so the same model code inspects a checkpoint.
#pragma once

#include "weights/block_stream.h"
#include "weights/checkpoint.h"
#include "weights/dequantize.h"
#include "weights/late_tensor.h"
#include "weights/lora_set.h"
#include "weights/quantization.h"

#include <ATen/ATen.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights {

struct LoadReport {
  std::vector<std::string> missing;
  std::vector<std::string> unexpected;
  std::vector<std::string> misshapen;  // "name: is [2, 3], must be [3, 2]"
  bool ok() const { return missing.empty() && unexpected.empty() && misshapen.empty(); }
};

// Maps the name that the model uses (diffusers' or transformers') to the name in the checkpoint.
using NameMap = std::function<std::string(const std::string&)>;

// How a caller stops the loading of a model and follows it.
struct LoadControl {
  std::stop_token stop;  // noticed between two tensors
  // Receives the share of the model's bytes that has been read, 0..1, on the thread that loads; at most a hundred
  // times.
  std::function<void(double)> progress;
};

// The source of a model's tensors while it is built. One thread only.
class WeightReader {
public:
  virtual ~WeightReader() = default;

  // The tensor in `shape`, on device(), as `keepAs` or as dtype().
  virtual at::Tensor take(const std::string& name, at::IntArrayRef shape,
                          std::optional<at::ScalarType> keepAs = {}) = 0;
  // The same for a matrix that a layer dequantises at every use: quantised weights stay quantised.
  virtual PackedWeight takePacked(const std::string& name, at::IntArrayRef shape,
                                  std::optional<at::ScalarType> keepAs = {}) {
    return unpacked(take(name, shape, keepAs));
  }
  // take() for a tensor that is kept in another order of its dimensions; in main memory, it is read when it is first
  // used. Not between beginBlock() and endBlock().
  virtual LateTensor takeLate(const std::string& name, at::IntArrayRef shape, Order order = {}) {
    return inOrder(take(name, shape), order);
  }
  virtual bool has(const std::string& name) const = 0;
  // Tensors taken between the two calls belong to one block of the model's stack, counted from 0.
  virtual void beginBlock(std::int64_t /*block*/) {}
  virtual void endBlock() {}
  // Copies the blocks to the device when they are used; null if they stay there.
  virtual std::shared_ptr<BlockStream> stream() const { return nullptr; }
  // What LoRAs add at every use to a matrix that was taken, [out, in]; null if nothing.
  virtual std::shared_ptr<const LoraLayer> lora(const std::string& /*name*/, at::IntArrayRef /*shape*/,
                                                at::ScalarType /*dtype*/) {
    return nullptr;
  }
  // The LoRAs of the model; null if it has none.
  virtual std::shared_ptr<LoraSet> loras() const { return nullptr; }
  // Declares a tensor as known but not needed.
  virtual void ignore(const std::string& name) = 0;
  // The same for all tensors whose names in the checkpoint have this prefix: the other models of a single file.
  virtual void ignorePrefix(std::string_view prefix) = 0;

  at::Device device() const { return m_device; }
  at::ScalarType dtype() const { return m_dtype; }

protected:
  WeightReader(at::Device device, at::ScalarType dtype) : m_device(device), m_dtype(dtype) {}

private:
  at::Device m_device;
  at::ScalarType m_dtype;
};

// Dequantises fp8: plain fp8 by its type, scaled fp8 (weights/quantization.h) by multiplying with its scale in float32.
// The checkpoint must outlive the reader, but not the tensors.
class CheckpointReader final : public WeightReader {
public:
  // dtype: the dtype of the tensors unless take() says otherwise. On the meta device, tensors have no data. stream:
  // receives the blocks that do not stay on the device; null: all stay. loras: applied to the tensors; must not merge
  // if blocks are streamed. Throws Failure for a quantisation that this program does not read.
  CheckpointReader(const Checkpoint& checkpoint, NameMap nameMap, at::Device device, at::ScalarType dtype,
                   std::shared_ptr<BlockStream> stream = nullptr, std::shared_ptr<LoraSet> loras = nullptr);

  // total: sizes().total() of the whole model. From now on, take() and takePacked() throw Stopped on a stop.
  void follow(LoadControl control, std::uint64_t total);

  // If missing or misshapen: recorded for finish(), returns zeros. Throws Failure for a scaled weight with a missing or
  // broken scale.
  at::Tensor take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs = {}) override;
  PackedWeight takePacked(const std::string& name, at::IntArrayRef shape,
                          std::optional<at::ScalarType> keepAs = {}) override;
  LateTensor takeLate(const std::string& name, at::IntArrayRef shape, Order order = {}) override;
  bool has(const std::string& name) const override;
  void beginBlock(std::int64_t block) override;
  void endBlock() override;
  std::shared_ptr<BlockStream> stream() const override { return m_stream; }
  std::shared_ptr<const LoraLayer> lora(const std::string& name, at::IntArrayRef shape, at::ScalarType dtype) override;
  std::shared_ptr<LoraSet> loras() const override { return m_loras; }
  void ignore(const std::string& name) override;
  void ignorePrefix(std::string_view prefix) override;

  // For the tensors taken so far.
  const WeightSizes& sizes() const { return m_sizes; }
  // Their names and shapes as the model asked for them.
  const std::map<std::string, std::vector<std::int64_t>>& requested() const { return m_requested; }
  LoadReport report() const;
  // Throws a Failure(Corrupt) with every entry of the report (the first ten of each list) and the file's name.
  void finish() const;

private:
  // What is stored under the name; absent if it is missing or misshapen, which is recorded.
  std::optional<StoredWeight> find(const std::string& name, at::IntArrayRef shape);
  void tellProgress();
  std::uint64_t& sizeHere() { return m_inBlock ? m_sizes.blocks.back() : m_sizes.fixed; }
  bool streams() const { return m_stream && m_stream->isStreaming(); }
  bool changes(const std::string& name) const { return m_loras && m_loras->changes(name); }
  // inBlock: with the block that is being read, in its slot if that is streamed.
  at::Tensor read(const StoredWeight& weight, at::ScalarType as, bool inBlock = true);
  void requireNumbers(const StoredWeight& weight, at::ScalarType as) const;
  at::Tensor readChanged(const std::string& name, const StoredWeight& weight, at::ScalarType as);

  const Checkpoint& m_checkpoint;
  Quantization m_quantization;
  NameMap m_nameMap;
  std::shared_ptr<BlockStream> m_stream;
  std::shared_ptr<LoraSet> m_loras;
  std::shared_ptr<LateReads> m_late;  // null until a tensor is taken so
  LoadControl m_control;
  std::uint64_t m_total = 0;    // bytes; 0: unknown
  std::uint64_t m_percent = 0;  // last told
  WeightSizes m_sizes;
  bool m_inBlock = false;
  std::set<std::string> m_taken;  // names in the checkpoint
  std::map<std::string, std::vector<std::int64_t>> m_requested;
  LoadReport m_problems;  // missing and misshapen so far
};

}  // namespace fb::weights
