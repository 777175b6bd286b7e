// SPDX-License-Identifier: MIT
// The findings of the GPU check, as a table for people and as JSON for programs. One thread.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace fb::gpu {

class Report {
public:
  Report() = default;
  // Sends its findings through a pipe, each as a line of JSON, instead of keeping them.
  explicit Report(int pipe) : m_pipe(pipe) {}

  // A figure for information, without a limit.
  void figure(const std::string& check, const std::string& what, double value, const std::string& unit);
  // A figure that must not exceed `atMost`; NaN exceeds all.
  void bar(const std::string& check, const std::string& what, double value, double atMost,
           const std::string& unit = "");
  // A fact in words.
  void fact(const std::string& check, const std::string& what, const std::string& text);
  // A condition that must hold.
  void holds(const std::string& check, const std::string& what, bool ok);
  // A check that ended early.
  void failure(const std::string& check, const std::string& why);
  // Sends {what: text} through the pipe, which is no finding.
  void mark(const std::string& what, const std::string& text);
  // A finding that another report has shown and sent.
  void take(nlohmann::json entry);

  bool ok() const { return m_failures == 0; }
  const nlohmann::json& entries() const { return m_entries; }
  // The file is never half written. Throws std::runtime_error.
  void write(const std::filesystem::path& file) const;

private:
  void add(const std::string& check, const std::string& what, const std::string& shown, nlohmann::json entry, bool ok);

  void send(const nlohmann::json& line) const;

  int m_pipe = -1;
  nlohmann::json m_entries = nlohmann::json::array();
  int m_failures = 0;
};

}  // namespace fb::gpu
