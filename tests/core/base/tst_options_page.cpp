// SPDX-License-Identifier: MIT
// docs/options.md matches the table of settings. If FB_UPDATE_DOCS is set, it is rewritten instead.
#include "flowblend/request.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fb {
namespace {

constexpr std::string_view kBegin = "<!-- settings: begin -->\n";
constexpr std::string_view kEnd = "<!-- settings: end -->\n";

std::string code(const std::string& text) { return text.empty() ? text : "`" + text + "`"; }

std::string optionsOf(const Setting& setting) {
  std::string names = setting.option;
  if (const auto comma = names.find(','); comma != std::string::npos) names.replace(comma, 1, "`, `");
  return code(names);
}

std::string carriersOf(const Setting& setting) {
  constexpr std::pair<SettingCarrier, const char*> kNames[] = {
      {kInRequest, "request"}, {kInPortable, "metadata"}, {kInPair, "pair"}, {kInPreset, "preset"}};
  std::string names;
  for (const auto& [carrier, name] : kNames)
    if (setting.carriedBy(carrier)) names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
  return setting.presence == SettingPresence::Required ? names + "; always" : names;
}

std::string tableOfSettings() {
  std::string text =
      "| option | in JSON | what it does | takes | default | carried by |\n"
      "|---|---|---|---|---|---|\n";
  for (const auto& setting : kSettings)
    text += fmt::format("| {} | {} | **{}.** {} | {} | {} | {} |\n", optionsOf(setting),
                        setting.carriers == 0 ? "" : code(setting.key), setting.label, setting.help, setting.values(),
                        code(settingText(setting.defaultValue())), carriersOf(setting));
  return text;
}

TEST(OptionsPage, SaysWhatTheTableSays) {
  const auto* root = std::getenv("FB_SOURCE_DIR");
  ASSERT_TRUE(root);
  const auto path = std::string(root) + "/docs/options.md";
  std::stringstream read;
  read << std::ifstream(path).rdbuf();
  const auto page = read.str();
  const auto begin = page.find(kBegin), end = page.find(kEnd);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const auto from = begin + kBegin.size();
  if (std::getenv("FB_UPDATE_DOCS")) {
    std::ofstream(path) << page.substr(0, from) << tableOfSettings() << page.substr(end);
    return;
  }
  EXPECT_EQ(page.substr(from, end - from), tableOfSettings())
      << "docs/options.md and kSettings differ; to write the page: FB_UPDATE_DOCS=1 ctest -R tst_options_page";
}

}  // namespace
}  // namespace fb
