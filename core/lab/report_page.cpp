// SPDX-License-Identifier: MIT
#include "lab/report_page.h"

#include "flowblend/counted.h"
#include "lab/join.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fb::lab {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--line:#8886;--mark:#2f6fb5;--off:#9a9a9a}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.3rem .7rem;border:1px solid var(--line);text-align:right}
th{font-weight:600}td:first-child,th:first-child{text-align:left}.map td{text-align:center;min-width:5rem}
small{opacity:.75}.clips{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{display:block;min-width:8rem;image-rendering:pixelated}
svg{width:100%;height:auto}svg text{fill:currentColor;font-size:12px}
@media(prefers-color-scheme:dark){:root{--mark:#7db2ea}}
)";

struct Rule {
  const char* name;
  SweepCandidate SweepProposal::*candidate;
  const char* text;
};
constexpr Rule kRules[] = {
    {"Cheapest", &SweepProposal::cheapest, "the cheapest that is near enough"},
    {"Sure", &SweepProposal::sure, "the cheapest that is near enough even at the low end of the interval"},
    {"Knee", &SweepProposal::knee, "from here on, more large steps bring less than on average"},
    {"Paper", &SweepProposal::paper, "below these stages, sameness falls faster than on average"}};

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string settings(const SweepResults& results, const SweepScores& scores) {
  const auto& sweep = results.sweep;
  std::string rows;
  const auto row = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) rows += fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", escaped(name), escaped(value));
  };
  row("Pair", sweep.base.pair.name);
  auto base = sweep.base;
  for (auto& lora : base.sampling.loras) lora.file = lora.file.filename();
  for (const auto& setting : kSettings)
    if (setting.shapesClip && setting.carriedBy(kInPortable) && setting.type() != SettingType::Images &&
        !isSetBySweep(setting))
      row(setting.label, settingText(setting.value(base)));
  row("DINOv2 weights", sweep.perceptual.dinov2.filename().string());
  row("LPIPS weights", sweep.perceptual.lpips.filename().string());
  std::string prompts;
  for (const int prompt : scores.prompts)
    prompts += fmt::format("<li>{}</li>\n", escaped(sweep.prompts.at(static_cast<std::size_t>(prompt))));
  return fmt::format("<details><summary>Settings and prompts</summary><table>{}</table><ol>{}</ol></details>\n", rows,
                     prompts);
}

// Rows: early stage, the longest first; columns: late stage.
std::string heatMap(const SweepScores& scores) {
  std::set<int, std::greater<>> early;
  std::set<int> late;
  for (const auto& score : scores.candidates) {
    if (score.candidate == SweepCandidate{scores.steps, 0} || score.candidate.isRival()) continue;
    early.insert(score.candidate.early);
    late.insert(score.candidate.late);
  }
  const auto share = [&](int steps) { return percent(static_cast<double>(steps) / scores.steps); };
  std::string table = "<table class=map><tr><th>early \\ late</th>";
  for (const int column : late) table += fmt::format("<th>{}</th>", share(column));
  for (const int row : early) {
    table += fmt::format("</tr>\n<tr><th>{}</th>", share(row));
    for (const int column : late) {
      const auto found = std::ranges::find(scores.candidates, SweepCandidate{row, column}, &CandidateScore::candidate);
      if (found == scores.candidates.end()) {
        table += "<td></td>";
        continue;
      }
      const double sameness = scores.sameness(*found);
      table += fmt::format("<td style=\"background:rgba(47,111,181,{:.2f})\">{:.2f}<br><small>{}</small></td>",
                           0.6 * std::clamp(sameness, 0.0, 1.0), sameness, percent(found->cost));
    }
  }
  return table + "</tr></table>\n";
}

// Cost to the right, sameness upward.
std::string frontPlot(const SweepScores& scores, const SweepProposal& proposal) {
  constexpr double kWidth = 720, kHeight = 360, kLeft = 50, kRight = 20, kTop = 20, kBottom = 40;
  double low = 0;
  for (const auto& score : scores.candidates) low = std::min(low, scores.sameness(score));
  const auto x = [&](double cost) { return kLeft + std::clamp(cost, 0.0, 1.0) * (kWidth - kLeft - kRight); };
  const auto y = [&](double sameness) { return kTop + (1 - sameness) / (1 - low) * (kHeight - kTop - kBottom); };
  std::string svg =
      fmt::format("<svg viewBox=\"0 0 {} {}\" role=img aria-label=\"sameness over cost\"><g stroke=\"var(--line)\">",
                  kWidth, kHeight);
  std::string labels, line, dots;
  for (int i = 0; i <= 5; ++i) {
    const double share = i / 5.0, level = low + (1 - low) * share;
    svg += fmt::format("<path d=\"M{0:.1f} {1}V{2}M{3} {4:.1f}H{5}\"/>", x(share), kTop, kHeight - kBottom, kLeft,
                       y(level), kWidth - kRight);
    labels +=
        fmt::format("<text x={:.1f} y={} text-anchor=middle>{}</text><text x={} y={:.1f} text-anchor=end>{:.1f}</text>",
                    x(share), kHeight - kBottom + 16, percent(share), kLeft - 6, y(level) + 4, level);
  }
  for (const auto& score : scores.candidates) {
    const double left = x(score.cost), top = y(scores.sameness(score));
    if (score.isOnFront) line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", left, top);
    const auto* color = score.isOnFront ? "mark" : "off";
    // Rivals are squares.
    const auto dot =
        score.candidate.isRival()
            ? fmt::format("<rect x={:.1f} y={:.1f} width=8 height=8 fill=\"var(--{})\"/>", left - 4, top - 4, color)
            : fmt::format("<circle cx={:.1f} cy={:.1f} r=4 fill=\"var(--{})\"/>", left, top, color);
    dots += fmt::format(
        "<g><title>{}: cost {}, sameness {:.3f} ({:.2f} to {:.2f})</title><path d=\"M{:.1f} {:.1f}V{:.1f}\" "
        "stroke=\"var(--off)\"/>{}</g>",
        boundariesText(score.candidate, scores.steps), percent(score.cost), scores.sameness(score), score.low,
        score.high, left, y(std::max(low, score.low)), y(score.high), dot);
  }
  for (const auto& rule : kRules) {
    const auto& chosen = scores.of(proposal.*rule.candidate);
    dots += fmt::format("<circle cx={:.1f} cy={:.1f} r=8 fill=none stroke=\"var(--mark)\"><title>{}</title></circle>",
                        x(chosen.cost), y(scores.sameness(chosen)), rule.name);
  }
  return svg +
         fmt::format(
             "</g>{}<path d=\"{}\" fill=none stroke=\"var(--mark)\"/>{}<text x={} y={} text-anchor=middle>cost, share "
             "of the large model's</text></svg>\n",
             labels, line, dots, kWidth / 2, kHeight - 4);
}

std::string proposals(const SweepScores& scores, const SweepProposal& proposal) {
  std::string table = fmt::format(
      "<table><tr><th>for a sameness of {} or more</th><th>early / late</th><th>cost</th><th>sameness</th><th>90 % "
      "interval</th></tr>\n",
      proposal.asked);
  for (const auto& rule : kRules) {
    const auto& chosen = scores.of(proposal.*rule.candidate);
    table += fmt::format(
        "<tr><td><b>{}</b><br><small>{}</small></td><td>{}</td><td>{}</td><td>{:.3f}</td><td>{:.2f} to "
        "{:.2f}</td></tr>\n",
        rule.name, rule.text, boundariesText(chosen.candidate, scores.steps), percent(chosen.cost),
        scores.sameness(chosen), chosen.low, chosen.high);
  }
  return table + "</table>\n";
}

std::string candidates(const SweepScores& scores) {
  std::string table = "<table><tr><th>early / late</th><th>cost</th><th>seconds</th>";
  if (scores.has(SamenessMeasure::Rmse)) table += "<th>PSNR</th>";
  for (const auto measure : scores.measures) table += fmt::format("<th>{}</th>", toString(measure));
  table += "</tr>\n";
  for (const auto& score : scores.candidates) {
    table += fmt::format("<tr><td>{}</td><td>{}</td><td>{:.1f}</td>", boundariesText(score.candidate, scores.steps),
                         percent(score.cost), score.seconds);
    if (score.psnr) table += fmt::format("<td>{:.1f}</td>", *score.psnr);
    for (const auto measure : scores.measures)
      table += fmt::format("<td>{:.2f}<br><small>{:.4f}</small></td>", scores.sameness(score, measure),
                           score.distances[static_cast<std::size_t>(measure)]);
    table += "</tr>\n";
  }
  return table + "</table>\n";
}

std::string clipSheet(const ReportPage& page) {
  const auto& prompt = page.results.sweep.prompts.at(static_cast<std::size_t>(page.scores.prompts.front()));
  std::string sheet = fmt::format("<h2>Clips</h2><p>{}, seed {}</p><div class=clips>\n", escaped(prompt),
                                  page.results.sweep.seeds.front());
  for (const auto& [candidate, gif] : page.clips) {
    const auto name = boundariesText(candidate, page.scores.steps);
    if (gif.empty()) {
      sheet += fmt::format("<figure>not decoded<figcaption>{}</figcaption></figure>\n", name);
      continue;
    }
    sheet += fmt::format(
        "<figure><img alt=\"{0}\" src=\"data:image/gif;base64,{1}\"><figcaption>{0}</figcaption></figure>\n", name,
        base64(gif));
  }
  return sheet + "</div>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    unsigned word = 0;
    for (std::size_t k = 0; k < 3; ++k) word = word << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k) text += k <= count ? kDigits[word >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

std::string html(const ReportPage& page) {
  const auto& scores = page.scores;
  const auto title = "Boundaries of " + escaped(page.results.sweep.base.pair.name);
  auto text = fmt::format(
      "<!doctype html>\n<html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{0}"
      "</title><style>{1}</style>\n<h1>{0}</h1>\n<p>{2}, {3} per candidate, {4}. Sameness by {5}: 1 is the "
      "large model's clip, 0 as far from it as {6}. Cost: FLOPs as a share of the large model's.</p>\n",
      title, kStyle, counted(scores.prompts.size(), "prompt"), counted(scores.cells, "clip"),
      counted(scores.steps, "step"), toString(scores.by),
      scores.from == SamenessFloor::OtherSeed ? "its clip with another seed" : "the small model's clip");
  text += proposals(scores, page.proposal);
  text += "<h2>Sameness and cost</h2>\n" + heatMap(scores) + frontPlot(scores, page.proposal);
  if (std::ranges::any_of(scores.candidates, [](const auto& score) { return score.candidate.isRival(); }))
    text +=
        "<p>Squares are rivals, which are no fixed boundaries: the large model alone with fewer steps, or guarded "
        "runs, "
        "whose cost is the mean of what they took. Nothing is proposed from them.</p>\n";
  text += clipSheet(page);
  text +=
      "<h2>All candidates</h2><p>For each measure, sameness and below it the mean distance.</p>\n" + candidates(scores);
  text += settings(page.results, scores);
  return text + fmt::format("<p><small>FlowBlending Studio {}</small></p></html>\n", version());
}

}  // namespace fb::lab
