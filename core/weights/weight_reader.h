// SPDX-License-Identifier: MIT
// Strict loading: a model asks for each of its tensors by name and shape; afterwards finish() tells what was missing,
// left over or of another shape. On the meta device nothing is read, so the same model code inspects a checkpoint.
#pragma once

#include "weights/block_stream.h"
#include "weights/checkpoint.h"
#include "weights/dequantize.h"
#include "weights/quantization.h"

#include <ATen/ATen.h>

#include <functional>
#include <optional>
#include <set>
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

// From the name that the model uses (diffusers' or transformers') to the name in the checkpoint.
using NameMap = std::function<std::string(const std::string&)>;

// Where a model's tensors come from while it is built. One thread.
class WeightReader {
public:
  virtual ~WeightReader() = default;

  // The tensor in `shape`, on device(), as `keepAs` or as dtype().
  virtual at::Tensor take(const std::string& name, at::IntArrayRef shape,
                          std::optional<at::ScalarType> keepAs = {}) = 0;
  // The same for a matrix that a layer makes numbers of at every use: what is stored quantised stays so.
  virtual PackedWeight takePacked(const std::string& name, at::IntArrayRef shape,
                                  std::optional<at::ScalarType> keepAs = {}) {
    return unpacked(take(name, shape, keepAs));
  }
  virtual bool has(const std::string& name) const = 0;
  // What is taken between the two belongs to one block of the model's stack, counted from 0.
  virtual void beginBlock(std::int64_t /*block*/) {}
  virtual void endBlock() {}
  // What brings the blocks to the device when they are used; null if they stay there.
  virtual std::shared_ptr<BlockStream> stream() const { return nullptr; }
  // Declares a tensor as known and not needed.
  virtual void ignore(const std::string& name) = 0;
  // The same for all tensors whose names in the checkpoint begin so: the other models of a single file.
  virtual void ignorePrefix(std::string_view prefix) = 0;

  at::Device device() const { return m_device; }
  at::ScalarType dtype() const { return m_dtype; }

protected:
  WeightReader(at::Device device, at::ScalarType dtype) : m_device(device), m_dtype(dtype) {}

private:
  at::Device m_device;
  at::ScalarType m_dtype;
};

// Dequantises fp8: plain by its own type, scaled ones (weights/quantization.h) times their scale in float32. The
// checkpoint must outlive the reader, not the tensors.
class CheckpointReader final : public WeightReader {
public:
  // dtype: what the tensors become unless take() says otherwise. A meta device gives tensors without data. stream:
  // takes the blocks that do not stay on the device; null: all stay. Throws Failure for a quantisation that this
  // program does not read.
  CheckpointReader(const Checkpoint& checkpoint, NameMap nameMap, at::Device device, at::ScalarType dtype,
                   std::shared_ptr<BlockStream> stream = nullptr);

  // Missing or misshapen: noted for finish(), zeros come back. Throws Failure for a scaled weight with a missing or
  // broken scale.
  at::Tensor take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs = {}) override;
  PackedWeight takePacked(const std::string& name, at::IntArrayRef shape,
                          std::optional<at::ScalarType> keepAs = {}) override;
  bool has(const std::string& name) const override;
  void beginBlock(std::int64_t block) override;
  void endBlock() override;
  std::shared_ptr<BlockStream> stream() const override { return m_stream; }
  void ignore(const std::string& name) override;
  void ignorePrefix(std::string_view prefix) override;

  // Of what was taken so far.
  const WeightSizes& sizes() const { return m_sizes; }
  LoadReport report() const;
  // Throws Failure(Corrupt) with every entry of the report (the first ten of each list) and the file's name.
  void finish() const;

private:
  // What is stored under the name; nothing if it is missing or misshapen, which is noted.
  std::optional<StoredWeight> find(const std::string& name, at::IntArrayRef shape);
  std::uint64_t& sizeHere() { return m_inBlock ? m_sizes.blocks.back() : m_sizes.fixed; }
  bool streams() const { return m_stream && m_stream->isStreaming(); }
  at::Tensor read(const StoredWeight& weight, at::ScalarType as);

  const Checkpoint& m_checkpoint;
  Quantization m_quantization;
  NameMap m_nameMap;
  std::shared_ptr<BlockStream> m_stream;
  WeightSizes m_sizes;
  bool m_inBlock = false;
  std::set<std::string> m_taken;  // names in the checkpoint
  LoadReport m_problems;          // missing and misshapen so far
};

}  // namespace fb::weights
