// SPDX-License-Identifier: MIT
#include "lab/report_pdf.h"

#include "flowblend/settings.h"
#include "lab/heat_colors.h"
#include "lab/sweep_words.h"
#include "text/durations.h"
#include "text/setting_words.h"
#include "widgets/frame_image.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFont>
#include <QFontMetricsF>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStringList>
#include <QTextOption>

#include <algorithm>
#include <filesystem>
#include <set>

namespace fb::ui {
namespace {

constexpr int kText = 9, kSmall = 7, kHeading = 13, kTitle = 18;
constexpr double kGap = 10, kCellGap = 4, kFooter = 16;
constexpr int kMarginMillimetres = 15;
constexpr int kPointsPerInch = 72;
constexpr std::size_t kPictures = 3;  // of a clip
const QColor kInk(0x20, 0x20, 0x20), kMuted(0x70, 0x70, 0x70), kLine(0xc8, 0xc8, 0xc8), kMark(0x2f, 0x6f, 0xb5);

struct PaperWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::PaperWords)
};

QFont fontOf(int size, bool bold = false) {
  QFont font;
  font.setPixelSize(size);
  font.setBold(bold);
  return font;
}

// Fills pages from above.
class Sheet {
public:
  Sheet(QPainter& painter, const QSizeF& page, QString footer, const std::function<void()>& newPage)
      : m_painter(painter), m_page(page), m_footer(std::move(footer)), m_newPage(newPage) {
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    footLine();
  }

  QPainter& painter() { return m_painter; }
  double width() const { return m_page.width(); }
  int pages() const { return m_pages; }
  double y() const { return m_y; }
  void advance(double height) { m_y += height; }

  // Whether a page was begun because there is too little room left.
  bool need(double height) {
    if (m_y + height <= m_page.height() - kFooter || m_y <= 0) return false;
    m_newPage();
    ++m_pages;
    m_y = 0;
    footLine();
    return true;
  }

  void heading(const QString& text, int size = kHeading) {
    // Not by itself at the end of a page.
    need(5 * size);
    if (m_y > 0) m_y += kGap;
    paragraph(text, size, true);
    m_y += kGap / 3;
  }

  void paragraph(const QString& text, int size = kText, bool bold = false, const QColor& color = kInk) {
    m_painter.setFont(fontOf(size, bold));
    const QTextOption wrap = [] {
      QTextOption option;
      option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
      return option;
    }();
    const auto bounds = m_painter.boundingRect(QRectF(0, 0, width(), 10 * m_page.height()), text, wrap);
    if (need(std::min(bounds.height(), m_page.height() - kFooter))) m_painter.setFont(fontOf(size, bold));
    m_painter.setPen(color);
    m_painter.drawText(QRectF(0, m_y, width(), bounds.height()), text, wrap);
    m_y += bounds.height() + 2;
  }

  // The first row is the head, and is repeated on each page. The first column takes what the others leave.
  void table(const QList<QStringList>& rows, int size = kText) {
    if (rows.isEmpty()) return;
    const QFontMetricsF metrics(fontOf(size)), bold(fontOf(size, true));
    QList<double> widths(rows.front().size(), 0);
    for (const auto& row : rows)
      for (qsizetype i = 0; i < row.size(); ++i)
        widths[i] = std::max({widths[i], metrics.horizontalAdvance(row[i]) + 2 * kCellGap,
                              &row == &rows.front() ? bold.horizontalAdvance(row[i]) + 2 * kCellGap : 0.});
    double others = 0;
    for (qsizetype i = 1; i < widths.size(); ++i) others += widths[i];
    // Wider than the page: smaller, down to what is still legible.
    constexpr int kSmallest = 4;
    constexpr double kFirstShare = .2;
    if (others > (1 - kFirstShare) * width() && size > kSmallest) return table(rows, size - 1);
    widths[0] = std::min(widths[0], width() - others);
    const double height = metrics.height() + 3;
    for (qsizetype i = 0; i < rows.size(); ++i) {
      if (need(height) && i > 0) row(rows.front(), widths, fontOf(size, true), height);
      row(rows[i], widths, fontOf(size, i == 0), height);
    }
    m_y += kGap / 2;
  }

private:
  void row(const QStringList& cells, const QList<double>& widths, const QFont& font, double height) {
    m_painter.setFont(font);
    double x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
      const QRectF cell(x, m_y, widths[i], height);
      m_painter.setPen(kInk);
      const auto text = QFontMetricsF(font).elidedText(cells[i], Qt::ElideRight, widths[i] - kCellGap);
      m_painter.drawText(cell.adjusted(kCellGap / 2, 0, -kCellGap / 2, 0),
                         Qt::AlignVCenter | (i == 0 ? Qt::AlignLeft : Qt::AlignRight), text);
      x += widths[i];
    }
    m_painter.setPen(QPen(kLine, .5));
    m_painter.drawLine(QPointF(0, m_y + height), QPointF(x, m_y + height));
    m_y += height;
  }

  void footLine() {
    m_painter.setFont(fontOf(kSmall));
    m_painter.setPen(kMuted);
    const QRectF line(0, m_page.height() - kFooter + 4, width(), kFooter - 4);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_footer);
    m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number(static_cast<qint64>(m_pages)));
  }

  QPainter& m_painter;
  QSizeF m_page;
  QString m_footer;
  const std::function<void()>& m_newPage;
  double m_y = 0;
  int m_pages = 1;
};

void drawProposals(Sheet& sheet, const PaperReport& report) {
  const auto& scores = report.scores;
  sheet.heading(PaperWords::tr("Proposed for a sameness of %1").arg(number(report.proposal.asked, 2)));
  QList<QStringList> rows{{PaperWords::tr("rule"), PaperWords::tr("boundaries"), PaperWords::tr("work"),
                           PaperWords::tr("sameness"), PaperWords::tr("90 % interval")}};
  for (const auto rule : kProposalRules) {
    const auto& score = scores.of(candidateOf(report.proposal, rule));
    rows << QStringList{QStringLiteral("%1 %2").arg(ruleSymbol(rule)).arg(ruleLabel(rule)),
                        candidateWords(score.candidate, scores.steps), percent(score.cost),
                        number(scores.sameness(score), 3),
                        QStringLiteral("%1 – %2").arg(number(score.low, 2), number(score.high, 2))};
  }
  sheet.table(rows);
  for (const auto rule : kProposalRules)
    sheet.paragraph(QStringLiteral("%1 %2: %3").arg(ruleSymbol(rule)).arg(ruleLabel(rule), ruleReason(rule)), kSmall,
                    false, kMuted);
}

// Columns: early stage; rows: late one, the longest above, as in the window.
void drawMap(Sheet& sheet, const PaperReport& report) {
  const auto& scores = report.scores;
  std::set<int> early;
  std::set<int, std::greater<>> late;
  double low = 1;
  for (const auto& score : scores.candidates) {
    if (score.candidate.isRival() || score.candidate == SweepCandidate{scores.steps, 0}) continue;
    early.insert(score.candidate.early);
    late.insert(score.candidate.late);
    low = std::min(low, scores.sameness(score));
  }
  constexpr double kMostWidth = 64, kHeight = 30, kMostLow = .95;
  low = std::clamp(low, 0., kMostLow);
  const double width = std::min(kMostWidth, sheet.width() / static_cast<double>(early.size() + 1));
  sheet.heading(PaperWords::tr("Sameness and work by the two stages"));
  sheet.paragraph(PaperWords::tr("Columns: large until this share of the steps; rows: large again for the last."),
                  kSmall, false, kMuted);
  sheet.need(kHeight * static_cast<double>(late.size() + 1));
  auto& painter = sheet.painter();
  const auto share = [&](int part) { return percent(static_cast<double>(part) / scores.steps); };
  const auto write = [&](const QRectF& cell, const QString& text, const QColor& color) {
    painter.setPen(color);
    painter.setFont(fontOf(kText));
    painter.drawText(cell, Qt::AlignCenter, text);
  };
  double x = width;
  for (const int column : early) {
    write({x, sheet.y(), width, kHeight / 2}, share(column), kMuted);
    x += width;
  }
  sheet.advance(kHeight / 2);
  for (const int row : late) {
    sheet.need(kHeight);
    write({0, sheet.y(), width, kHeight}, share(row), kMuted);
    x = 0;
    for (const int column : early) {
      x += width;
      const auto found = std::ranges::find(scores.candidates, SweepCandidate{column, row}, &CandidateScore::candidate);
      if (found == scores.candidates.end()) continue;
      const double sameness = scores.sameness(*found);
      const auto ground = heatColor(std::clamp((sameness - low) / (1 - low), 0., 1.));
      const QRectF cell(x + 1, sheet.y() + 1, width - 2, kHeight - 2);
      painter.fillRect(cell, ground);
      QString marks;
      for (const auto rule : kProposalRules)
        if (candidateOf(report.proposal, rule) == found->candidate) marks += ruleSymbol(rule);
      write(cell.adjusted(0, 0, 0, -cell.height() / 2),
            QStringLiteral("%1 %2").arg(number(sameness, 2), marks).trimmed(), inkOn(ground));
      write(cell.adjusted(0, cell.height() / 2, 0, 0), percent(found->cost), inkOn(ground));
    }
    sheet.advance(kHeight);
  }
}

void drawFront(Sheet& sheet, const PaperReport& report) {
  const auto& scores = report.scores;
  constexpr double kHeight = 210, kLeft = 34, kBelow = 28, kAbove = 14;
  double low = 0, most = 1;
  for (const auto& score : scores.candidates) {
    low = std::min(low, scores.sameness(score));
    most = std::max(most, score.cost);
  }
  sheet.heading(PaperWords::tr("Sameness over work"));
  sheet.need(kHeight);
  auto& painter = sheet.painter();
  const QRectF area(kLeft, sheet.y() + kAbove, sheet.width() - kLeft - kGap, kHeight - kAbove - kBelow);
  const auto at = [&](double cost, double sameness) {
    return QPointF(area.left() + cost / most * area.width(),
                   area.bottom() - (sameness - low) / (1 - low) * area.height());
  };
  painter.setFont(fontOf(kSmall));
  constexpr int kLines = 5;
  for (int i = 0; i <= kLines; ++i) {
    const double cost = most * i / kLines, sameness = low + (1 - low) * i / kLines;
    painter.setPen(QPen(kLine, .5));
    painter.drawLine(at(cost, low), at(cost, 1));
    painter.drawLine(at(0, sameness), at(most, sameness));
    painter.setPen(kMuted);
    painter.drawText(QRectF(at(cost, low) + QPointF(-20, 2), QSizeF(40, 10)), Qt::AlignCenter, percent(cost));
    painter.drawText(QRectF(at(0, sameness) + QPointF(-kLeft, -5), QSizeF(kLeft - 4, 10)),
                     Qt::AlignRight | Qt::AlignVCenter, number(sameness, 1));
  }
  painter.drawText(QRectF(area.left(), area.bottom() + 13, area.width(), 12), Qt::AlignCenter,
                   PaperWords::tr("Work, as a share of the large model's"));
  QPolygonF front;
  for (const auto& score : scores.candidates) {
    const auto point = at(score.cost, scores.sameness(score));
    if (score.isOnFront) front << point;
    painter.setPen(QPen(kLine, 1));
    painter.drawLine(at(score.cost, std::max(low, score.low)), at(score.cost, std::max(low, score.high)));
    painter.setPen(QPen(score.isOnFront ? kMark : kMuted, 1));
    painter.setBrush(score.isOnFront ? QBrush(kMark) : QBrush(Qt::white));
    if (score.candidate.isRival())
      painter.drawRect(QRectF(point - QPointF(3, 3), QSizeF(6, 6)));
    else
      painter.drawEllipse(point, 3, 3);
    QString marks;
    for (const auto rule : kProposalRules)
      if (candidateOf(report.proposal, rule) == score.candidate) marks += ruleSymbol(rule);
    painter.setPen(kInk);
    painter.drawText(QRectF(point + QPointF(-30, -15), QSizeF(60, 10)), Qt::AlignCenter, marks);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(kMark, 1));
  painter.drawPolyline(front);
  sheet.advance(kHeight);
  if (std::ranges::any_of(scores.candidates, [](const auto& score) { return score.candidate.isRival(); }))
    sheet.paragraph(
        PaperWords::tr("Squares are rivals, from which nothing is proposed: the large model alone with fewer "
                       "steps, or guarded runs."),
        kSmall, false, kMuted);
}

void drawClips(Sheet& sheet, const PaperReport& report) {
  if (report.clips.empty() && !report.isUndecoded) return;
  const auto& sweep = report.results.sweep;
  sheet.heading(PaperWords::tr("Clips"));
  if (report.isUndecoded) sheet.paragraph(PaperWords::tr("Not all clips are decoded."), kText, false, kMuted);
  if (report.clips.empty()) return;
  sheet.paragraph(QString::fromStdString(sweep.prompts.at(static_cast<std::size_t>(report.scores.prompts.front()))),
                  kText, false, kMuted);
  constexpr int kColumns = 2;
  const double column = (sheet.width() - kGap) / kColumns;
  const auto& first = report.clips.front().second.front();
  const double width = (column - 2 * kCellGap) / kPictures;
  const double height = width * first.height() / std::max(1, first.width()), whole = height + kText + 2 * kCellGap + 4;
  auto& painter = sheet.painter();
  for (std::size_t i = 0; i < report.clips.size(); ++i) {
    const auto& [candidate, pictures] = report.clips[i];
    const auto place = static_cast<int>(i) % kColumns;
    if (place == 0) {
      if (i > 0) sheet.advance(whole);
      sheet.need(whole);
    }
    double x = place * (column + kGap);
    painter.setFont(fontOf(kText));
    painter.setPen(kInk);
    painter.drawText(QRectF(x, sheet.y(), column, kText + 4), Qt::AlignLeft | Qt::AlignVCenter,
                     candidateWords(candidate, report.scores.steps));
    for (const auto& picture : pictures) {
      painter.drawImage(QRectF(x, sheet.y() + kText + 4, width, height), picture);
      x += width + kCellGap;
    }
  }
  sheet.advance(whole);
}

void drawCandidates(Sheet& sheet, const PaperReport& report) {
  const auto& scores = report.scores;
  sheet.heading(PaperWords::tr("All candidates"));
  sheet.paragraph(PaperWords::tr("Sameness by each measure, and the mean distance."), kSmall, false, kMuted);
  QStringList head{PaperWords::tr("boundaries"), PaperWords::tr("work"), PaperWords::tr("seconds")};
  if (scores.has(SamenessMeasure::Rmse)) head << QStringLiteral("PSNR");
  for (const auto by : scores.measures) head << measureLabel(by);
  QList<QStringList> rows{head};
  for (const auto& score : scores.candidates) {
    QStringList row{candidateWords(score.candidate, scores.steps), percent(score.cost), number(score.seconds, 1)};
    if (score.psnr) row << number(*score.psnr, 1);
    for (const auto by : scores.measures)
      row << QStringLiteral("%1 · %2").arg(number(scores.sameness(score, by), 2),
                                           number(score.distances[static_cast<std::size_t>(by)], 4));
    rows << row;
  }
  sheet.table(rows, kSmall);
}

void drawSettings(Sheet& sheet, const PaperReport& report) {
  const auto& sweep = report.results.sweep;
  sheet.heading(PaperWords::tr("Settings and prompts"));
  auto base = sweep.base;
  for (auto& lora : base.sampling.loras) lora.file = lora.file.filename();
  const auto line = [&](const QString& name, const QString& value) {
    if (!value.isEmpty()) sheet.paragraph(QStringLiteral("%1: %2").arg(name, value));
  };
  for (const auto& setting : kSettings)
    if (setting.shapesClip && setting.carriedBy(kInPortable) && setting.type() != SettingType::Images &&
        !isSetBySweep(setting))
      line(settingLabel(setting), QString::fromStdString(settingText(setting.value(base))));
  line(QStringLiteral("DINOv2"), QString::fromStdString(sweep.perceptual.dinov2.filename().string()));
  line(QStringLiteral("LPIPS"), QString::fromStdString(sweep.perceptual.lpips.filename().string()));
  sheet.advance(kGap / 2);
  for (const int prompt : report.scores.prompts)
    sheet.paragraph(QStringLiteral("%1. %2")
                        .arg(prompt + 1)
                        .arg(QString::fromStdString(sweep.prompts.at(static_cast<std::size_t>(prompt)))));
}

// First, middle and last frame.
std::vector<QImage> picturesOf(const Clip& clip) {
  std::vector<QImage> pictures;
  const auto last = clip.frames.size() - 1;
  std::set<std::size_t> frames;
  for (std::size_t i = 0; i < kPictures; ++i) frames.insert(last * i / (kPictures - 1));
  constexpr int kMostSide = 480;
  for (const auto frame : frames) {
    const auto image = frameImage(clip.frames[frame]);
    pictures.push_back(std::max(image.width(), image.height()) > kMostSide
                           ? image.scaled(kMostSide, kMostSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                           : image.copy());
  }
  return pictures;
}

Error cannotWrite(const QString& file, const QString& reason) {
  return {ErrorKind::Io, "cannot write " + file.toStdString() + ": " + reason.toStdString()};
}

}  // namespace

int paintReport(QPainter& painter, const QSizeF& page, const PaperReport& report,
                const std::function<void()>& newPage) {
  const auto& scores = report.scores;
  const auto title =
      PaperWords::tr("Boundaries of %1").arg(QString::fromStdString(report.results.sweep.base.pair.name));
  Sheet sheet(painter, page,
              QStringLiteral("%1 · FlowBlending Studio %2").arg(title, QString::fromStdString(version())), newPage);
  sheet.paragraph(title, kTitle, true);
  sheet.paragraph(PaperWords::tr("Measured on %n prompt(s).", nullptr, static_cast<int>(scores.prompts.size())));
  sheet.paragraph(PaperWords::tr("Sameness by: %1. 1 is the large model's clip; 0 is as far from it as %2.")
                      .arg(measureLabel(scores.by), floorLabel(scores.from)));
  drawProposals(sheet, report);
  drawMap(sheet, report);
  drawFront(sheet, report);
  drawClips(sheet, report);
  drawCandidates(sheet, report);
  drawSettings(sheet, report);
  return sheet.pages();
}

Outcome<Done> writePdfReport(Engine& engine, const QString& sweep, const QString& file,
                             const SweepReportOptions& options, RunControl& control) {
  const auto results = readSweepResults(sweep.toStdString());
  if (!results) return results.error();
  const auto scores = scoreSweep(results.value(), options.by, options.from);
  if (!scores) return scores.error();
  // Before the clips are read.
  if (!options.overwrite && QFileInfo::exists(file))
    return cannotWrite(file, QStringLiteral("a file of this name exists"));
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) return cannotWrite(file, out.errorString());
  PaperReport report{results.value(), scores.value(), propose(scores.value(), options.sameness), {}};
  for (const auto& score : scores.value().candidates) {
    if (control.stopToken().stop_requested()) return Cancelled{};
    const SweepRun run{scores.value().prompts.front(), results.value().sweep.seeds.front(), score.candidate};
    // Its folder may have been removed; the record is enough for everything else.
    const auto folder = clipFolder(sweep, run);
    std::error_code none;
    if (!std::filesystem::is_directory(folder, none)) continue;
    if (const auto found = engine.inspectRun(folder); found && found.value().sampled && !found.value().decoded) {
      report.isUndecoded = true;
      continue;
    }
    const auto clip = engine.loadRunClip(folder);
    if (!clip) return clip.error();
    if (!clip.value().frames.empty()) report.clips.emplace_back(score.candidate, picturesOf(clip.value()));
  }
  {
    QPdfWriter writer(&out);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
                          QPageLayout::Millimeter);
    writer.setCreator(QStringLiteral("FlowBlending Studio"));
    writer.setTitle(QString::fromStdString(results.value().sweep.base.pair.name));
    QPainter painter;
    if (!painter.begin(&writer)) return cannotWrite(file, out.errorString());
    const double scale = static_cast<double>(writer.resolution()) / kPointsPerInch;
    painter.scale(scale, scale);
    paintReport(painter, writer.pageLayout().paintRectPoints().size(), report, [&writer] { writer.newPage(); });
    if (!painter.end()) return cannotWrite(file, out.errorString());
  }
  if (!out.commit()) return cannotWrite(file, out.errorString());
  return Done{};
}

}  // namespace fb::ui
