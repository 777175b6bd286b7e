// SPDX-License-Identifier: MIT
#include "report.h"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace fb::gpu {

void Report::add(const std::string& check, const std::string& what, const std::string& shown, nlohmann::json entry,
                 bool ok) {
  fmt::print("{:<6} {:<14} {:<58} {}\n", ok ? "" : "FAILED", check, what, shown);
  std::fflush(stdout);  // a run that is aborted at its time limit still shows its findings
  entry["check"] = check;
  entry["what"] = what;
  entry["ok"] = ok;
  if (m_pipe >= 0)
    send(entry);
  else
    take(std::move(entry));
}

void Report::take(nlohmann::json entry) {
  if (!entry.value("ok", false)) ++m_failures;
  m_entries.push_back(std::move(entry));
}

void Report::mark(const std::string& what, const std::string& text) { send({{what, text}}); }

void Report::send(const nlohmann::json& line) const {
  const auto text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
  for (std::size_t sent = 0; sent < text.size();) {
    const auto now = ::write(m_pipe, text.data() + sent, text.size() - sent);
    if (now <= 0) throw std::runtime_error("the process that collects the findings is gone");
    sent += static_cast<std::size_t>(now);
  }
}

void Report::figure(const std::string& check, const std::string& what, double value, const std::string& unit) {
  add(check, what, fmt::format("{:.4g} {}", value, unit), {{"value", value}, {"unit", unit}}, true);
}

void Report::bar(const std::string& check, const std::string& what, double value, double atMost,
                 const std::string& unit) {
  add(check, what, fmt::format("{:.3g} {} (at most {:.3g})", value, unit, atMost),
      {{"value", value}, {"unit", unit}, {"at_most", atMost}}, value <= atMost);
}

void Report::fact(const std::string& check, const std::string& what, const std::string& text) {
  add(check, what, text, {{"text", text}}, true);
}

void Report::holds(const std::string& check, const std::string& what, bool ok) {
  add(check, what, ok ? "yes" : "no", {{"holds", ok}}, ok);
}

void Report::failure(const std::string& check, const std::string& why) {
  add(check, "ended early", why, {{"text", why}}, false);
}

void Report::write(const std::filesystem::path& file) const {
  auto temporary = file;
  temporary += ".new";
  std::ofstream out(temporary);
  out << nlohmann::json{{"ok", ok()}, {"entries", m_entries}}.dump(2, ' ', false,
                                                                   nlohmann::json::error_handler_t::replace)
      << '\n';
  std::error_code error;
  if (out.flush()) std::filesystem::rename(temporary, file, error);
  if (!out || error) throw std::runtime_error(fmt::format("cannot write {}", file.string()));
}

}  // namespace fb::gpu
