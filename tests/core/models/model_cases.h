// SPDX-License-Identifier: MIT
// What the models' tests share: the oracle's files, the error measure, models loaded as the engine loads them.
#pragma once

#include "base/failure.h"
#include "temporary_folder.h"
#include "weights/checkpoint.h"
#include "weights/tensor_file.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace fb::models {

// Where tests/oracle/models_wan.py wrote. "../" leads to the files of another oracle, also if this one has not run.
inline std::filesystem::path oracle(const std::string& name) {
  const char* folder = std::getenv("FB_ORACLE_DIR");
  if (!folder) fail(ErrorKind::NotFound, "FB_ORACLE_DIR is not set; run this test by ctest");
  return (std::filesystem::path(folder) / "models" / name).lexically_normal();
}

inline double relativeError(const at::Tensor& got, const at::Tensor& expected) {
  if (got.sizes() != expected.sizes()) return std::numeric_limits<double>::infinity();
  const auto want = expected.to(at::kDouble);
  const auto error = ((got.to(at::kDouble) - want).norm() / want.norm()).item<double>();
  return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
}

// A model with all its tensors, and nothing else in the checkpoint.
template <class Model, class Config>
Model load(const weights::Checkpoint& checkpoint, const weights::NameMap& names, at::ScalarType dtype) {
  weights::CheckpointReader reader(checkpoint, names, at::kCPU, dtype);
  Model model(Config::detect(checkpoint), reader);
  reader.finish();
  return model;
}

// Modified copies of checkpoints, one at a time, removed with the object.
class ScratchFolder {
public:
  // The model in `folder` of the oracle with its tensors changed by `edit`.
  weights::Checkpoint edited(const std::filesystem::path& folder,
                             const std::function<void(weights::NamedTensors&)>& edit) const {
    weights::NamedTensors tensors;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".safetensors") tensors = weights::loadTensors(entry.path()).tensors;
      if (entry.path().filename() == "config.json")
        std::filesystem::copy_file(entry.path(), m_folder / "config.json",
                                   std::filesystem::copy_options::overwrite_existing);
    }
    edit(tensors);
    return of(tensors);
  }
  weights::Checkpoint of(const weights::NamedTensors& tensors) const {
    weights::saveTensors(m_folder / "model.safetensors", tensors);
    return weights::Checkpoint::open(m_folder.path());
  }

private:
  TemporaryFolder m_folder;
};

// The error that `work` throws; a test failure if it does not.
inline Error errorOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.error();
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

}  // namespace fb::models
