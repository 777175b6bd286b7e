// SPDX-License-Identifier: MIT
// A sweep's report on paper: what the web page of flowblend/sweep_report.h says, drawn, since Qt's text layout knows
// neither its pictures nor its style sheet.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/sweep_report.h"

#include <QImage>
#include <QSizeF>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

class QPainter;

namespace fb::ui {

struct PaperReport {
  SweepResults results;
  SweepScores scores;
  SweepProposal proposal;
  // Of the first scored prompt and seed: frames of a candidate's clip, from its beginning to its end.
  std::vector<std::pair<SweepCandidate, std::vector<QImage>>> clips;
  bool isUndecoded = false;  // whether some have no clip, though they are sampled
};

// Draws it from the painter's origin on, in points; page: width and height of what may be drawn on. newPage is called
// before each page but the first. Returns the number of pages. Any thread.
int paintReport(QPainter& painter, const QSizeF& page, const PaperReport& report, const std::function<void()>& newPage);

// As writeSweepReport(), as a PDF file of A4 pages. Any thread.
Outcome<Done> writePdfReport(Engine& engine, const QString& sweep, const QString& file,
                             const SweepReportOptions& options, RunControl& control);

}  // namespace fb::ui
