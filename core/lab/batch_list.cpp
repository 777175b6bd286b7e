// SPDX-License-Identifier: MIT
#include "base/guarded.h"
#include "flowblend/batch.h"
#include "flowblend/counted.h"
#include "lab/csv.h"
#include "lab/prompt_lines.h"
#include "lab/prompt_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace fb {
namespace {

const Setting& settingOfColumn(std::string name, const std::string& file) {
  std::ranges::replace(name, '-', '_');
  for (const auto& setting : kSettings) {
    if (name != setting.key) continue;
    if (std::ranges::find(kSetByBatch, setting.member) != std::end(kSetByBatch))
      fail(ErrorKind::Invalid, "{}, line 1: \"{}\" cannot be a column", file, name);
    return setting;
  }
  fail(ErrorKind::Invalid,
       "{}, line 1: there is no setting \"{}\"; the columns are named as in docs/options.md, such as "
       "prompt, seed or steps",
       file, name);
}

bool isTable(const std::filesystem::path& file) {
  auto extension = file.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension == ".csv" || extension == ".tsv";
}

std::vector<BatchRow> rowsOfTable(const std::string& text, const std::string& file) {
  const auto table = lab::parseCsv(text, file);
  if (table.empty()) fail(ErrorKind::Invalid, "{} has no row in it", file);
  std::vector<const Setting*> columns;
  for (const auto& name : table.front().cells) {
    if (name.find_first_not_of(" \t") == std::string::npos) {
      columns.push_back(nullptr);
      continue;
    }
    const auto* setting = &settingOfColumn(name, file);
    if (std::ranges::find(columns, setting) != columns.end())
      fail(ErrorKind::Invalid, "{}, line 1: the column \"{}\" is there twice", file, name);
    columns.push_back(setting);
  }
  std::vector<BatchRow> rows;
  for (const auto& line : std::span(table).subspan(1)) {
    if (line.cells.size() > columns.size())
      fail(ErrorKind::Invalid,
           "{}, line {}: {}, but the first row has {}; put quotes around a text with a "
           "separator in it",
           file, line.number, counted(line.cells.size(), "cell"), columns.size());
    BatchRow row{line.number, {}};
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      if (line.cells[i].empty()) continue;
      // Spreadsheets also save columns that have become empty.
      if (!columns[i])
        fail(ErrorKind::Invalid, "{}, line {}: column {} has no name in line {}; name the setting there, or empty it",
             file, line.number, i + 1, table.front().number);
      auto value = columns[i]->parse(line.cells[i]);
      if (!value)
        fail(ErrorKind::Invalid, "{}, line {}: {}: {}", file, line.number, columns[i]->key, value.error().message);
      row.settings.emplace(columns[i]->key, std::move(value).value());
    }
    rows.push_back(std::move(row));
  }
  if (rows.empty()) fail(ErrorKind::Invalid, "{} has no row below its first one", file);
  return rows;
}

// FNV-1a, 64 bits: names must stay the same on every machine and in every version.
std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

// Settings that earlier versions did not have: they must not rename the clips of requests that do not use them.
bool isNewer(const Setting& setting) {
  static const SettingMember members[] = {&SamplingSettings::sigmas, &SamplingSettings::cacheReuseLimit,
                                          &SamplingSettings::cacheRetention};
  return std::ranges::find(members, setting.member) != std::end(members);
}

// What the name says of a setting that shapes the clip; absent: nothing. Numbers of a guard that have no effect count
// as the defaults of the version that brought them, whatever the defaults are now.
std::optional<std::string> namedValue(const Setting& setting, const GenerationRequest& request) {
  const auto guard = request.sampling.guard;
  if (setting.member == SettingMember(&SamplingSettings::guardChange) && guard != GuardRule::OneWay) return {};
  if (setting.member == SettingMember(&SamplingSettings::guardBound) && guard != GuardRule::Verify) return "0.7";
  if (setting.member == SettingMember(&SamplingSettings::guardEvery) && guard != GuardRule::Verify) return "2";
  // Verify returned at first.
  if (setting.member == SettingMember(&SamplingSettings::guardReturns) &&
      (guard != GuardRule::Verify || request.sampling.guardReturns))
    return {};
  if (setting.member == SettingMember(&SamplingSettings::guardSettling) && guard != GuardRule::SrDiffusion) return {};
  if (isNewer(setting) && setting.value(request) == setting.defaultValue()) return {};
  return settingText(setting.effectiveValue(request));
}

// Everything that shapes the clip.
std::string identityOf(const GenerationRequest& request) {
  std::string text;
  for (const auto& setting : kSettings)
    if (const auto value = setting.shapesClip ? namedValue(setting, request) : std::nullopt)
      text += fmt::format("{} {}\n", setting.key, *value);
  GenerationRequest pairAlone;
  pairAlone.pair = request.pair;
  pairAlone.pair.defaults = {};
  return text + toJson(pairAlone);
}

// The prompt's beginning as a part of a file name.
std::string slugOf(std::string_view prompt) {
  constexpr std::size_t kMaxBytes = 48;
  std::string slug;
  for (const char c : prompt) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
    if (byte >= 'A' && byte <= 'Z')
      slug += static_cast<char>(byte - 'A' + 'a');
    else if (letter)
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  if (slug.size() > kMaxBytes) {
    auto end = kMaxBytes;
    // Not within a character.
    while (end > 0 && (static_cast<unsigned char>(slug[end]) & 0xC0) == 0x80) --end;
    slug.resize(end);
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? "clip" : slug;
}

std::string nameOf(const GenerationRequest& request, const std::string& identity) {
  constexpr std::uint64_t kMask = 0xffff'ffff'ffff;
  return fmt::format("{}-s{}-{:012x}", slugOf(request.clip.prompt), request.sampling.seed, hashOf(identity) & kMask);
}

class Clips {
public:
  void add(int line, GenerationRequest request) {
    const auto identity = identityOf(request);
    auto name = nameOf(request, identity);
    const auto [known, isNew] = m_identities.emplace(name, identity);
    if (!isNew && known->second != identity)
      fail(ErrorKind::Invalid, "two different clips would both be called {}; change a word of the prompt", name);
    if (!isNew) return;
    if (m_clips.size() == kMaxBatchClips)
      fail(ErrorKind::Invalid, "the list stands for more than {} clips: split it", kMaxBatchClips);
    m_clips.push_back({line, std::move(request), std::move(name)});
  }
  std::vector<BatchClip> take() && { return std::move(m_clips); }

private:
  std::vector<BatchClip> m_clips;
  std::map<std::string, std::string> m_identities;  // by name
};

void addClips(Clips& clips, const BatchRow& row, GenerationRequest request, int seeds, Alternatives alternatives) {
  const lab::PromptPattern pattern(request.clip.prompt);
  const auto count = pattern.count();
  const auto first = request.sampling.seed;
  if (first > UINT64_MAX - static_cast<std::uint64_t>(seeds - 1))
    fail(ErrorKind::Invalid, "there are no {} from {} on", counted(seeds, "seed"), first);
  const auto written = request.clip.prompt;
  const auto add = [&](std::uint64_t index, std::uint64_t seed) {
    request.clip.prompt = pattern.text(index);
    request.sampling.seed = seed;
    clips.add(row.line, request);
  };
  for (int i = 0; i < seeds; ++i) {
    const auto seed = first + static_cast<std::uint64_t>(i);
    if (alternatives == Alternatives::Random)
      add(hashOf(fmt::format("{}\n{}", seed, written)) % count, seed);
    else
      for (std::uint64_t index = 0; index < count; ++index) add(index, seed);
  }
}

}  // namespace

Result<std::vector<BatchRow>> readBatch(const std::filesystem::path& file) {
  return guarded([&] {
    if (isTable(file)) return rowsOfTable(lab::readList(file), file.string());
    std::vector<BatchRow> rows;
    for (auto& line : lab::readPromptLines(file)) rows.push_back({line.number, {{"prompt", std::move(line.text)}}});
    return rows;
  });
}

Result<std::vector<std::string>> expandPrompt(const std::string& text) {
  return guarded([&] {
    const lab::PromptPattern pattern(text);
    std::vector<std::string> texts;
    for (std::uint64_t index = 0, count = pattern.count(); index < count; ++index) texts.push_back(pattern.text(index));
    return texts;
  });
}

Result<std::vector<BatchClip>> batchClips(const GenerationRequest& base, std::span<const BatchRow> rows, int seeds,
                                          Alternatives alternatives) {
  return guarded([&] {
    if (seeds < 1 || seeds > kMaxBatchSeeds)
      fail(ErrorKind::Invalid, "the number of seeds is {}; it must be from 1 to {}", seeds, kMaxBatchSeeds);
    Clips clips;
    for (const auto& row : rows) {
      auto request = base;
      try {
        valueOrFail(assign(row.settings, request));
        addClips(clips, row, std::move(request), seeds, alternatives);
      } catch (const Failure& failure) {
        auto error = failure.error();
        error.message = fmt::format("line {}: {}", row.line, error.message);
        throw Failure(error);
      }
    }
    return std::move(clips).take();
  });
}

}  // namespace fb
