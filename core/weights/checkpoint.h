// SPDX-License-Identifier: MIT
// A model's weights as they are stored on disk: one file, or shards with an index, presented as one table of tensors.
#pragma once

#include "weights/weights_file.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights {

// Single files that may contain a whole pipeline put this before the transformer's names.
inline constexpr std::string_view kSingleFilePrefix = "model.diffusion_model.";

// Constant after opening; safe on any thread. Copies share the open files.
class Checkpoint {
public:
  // `path`: a .safetensors or GGUF file, an *.index.json, or a folder that contains one of them (an index takes
  // precedence over a single file, and both over GGUF). Reads headers, not data. kSingleFilePrefix is stripped from the
  // names if most have it. Throws Failure; a .pth/.pt/.bin/.ckpt pickle is refused with the reason and what to get
  // instead.
  static Checkpoint open(const std::filesystem::path& path);
  // The same, with the files opened by `openFile`, which may cache them.
  using OpenFile = std::function<std::shared_ptr<const WeightsFile>(const std::filesystem::path&)>;
  static Checkpoint open(const std::filesystem::path& path, const OpenFile& openFile);

  const std::filesystem::path& path() const { return m_path; }
  const std::map<std::string, TensorView>& tensors() const { return m_tensors; }
  const TensorView* find(const std::string& name) const;
  // Header metadata of all files, merged.
  const std::map<std::string, std::string>& metadata() const { return m_metadata; }
  // Text of the config.json next to the weights; empty if there is none.
  const std::string& config() const { return m_config; }
  // The files with the weights, and the config.json next to them.
  std::vector<std::filesystem::path> paths() const;
  int files() const { return static_cast<int>(m_files.size()); }
  // Of the first file.
  Container container() const { return m_files.front()->container; }

  // The identity of what was opened, whatever its name: if two are equal, they give the same model.
  struct Identity {
    std::vector<FileStamp> files;
    std::string config;
    bool operator==(const Identity&) const = default;
  };
  Identity identity() const;

private:
  const WeightsFile& add(std::shared_ptr<const WeightsFile> file);
  void openShards(const std::filesystem::path& index, const OpenFile& openFile);

  std::filesystem::path m_path;
  std::vector<std::shared_ptr<const WeightsFile>> m_files;
  std::map<std::string, TensorView> m_tensors;
  std::map<std::string, std::string> m_metadata;
  std::string m_config;
  std::filesystem::path m_configFile;
};

}  // namespace fb::weights
