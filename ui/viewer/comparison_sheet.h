// SPDX-License-Identifier: MIT
// Several clips in one, side by side, each below its label.
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

#include <QImage>
#include <QRect>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>
#include <vector>

namespace fb::ui {

struct ComparisonPart {
  Clip clip;
  QString label;  // such as "A · LSL 40/20 · seed 7"
  QString facts;  // below the label, in one line or, between those separated by " · ", several; may be empty
};

// Frame n shows frame n of every clip, at the first one's rate, until the shortest has ended. Every clip is fitted into
// the size of the first, which is enlarged by a whole factor if it is too small for its label. Two clips are side by
// side; more are in two columns, or all in one row if they are upright. Labels are white on black, so they can be read
// whatever the clips show. Any thread.
class ComparisonSheet {
public:
  // At least one part; none without frames.
  explicit ComparisonSheet(std::vector<ComparisonPart> parts);

  ClipShape shape() const;  // in pixels; both sides are even
  // Where the clip of a part is drawn, and its label above it.
  QRect pictureRect(int part) const;
  QRect labelRect(int part) const;
  std::shared_ptr<const Frame> frame(int index) const;
  // All frames; cancelled if stopped.
  Outcome<Clip> clip(const std::stop_token& stop) const;

private:
  void layOut();
  void paintLabels();

  std::vector<ComparisonPart> m_parts;
  int m_factor = 1;  // by which the first clip is enlarged
  QSize m_picture;
  QSize m_size;
  int m_columns = 1;
  std::vector<QStringList> m_facts;  // of each part, in lines
  int m_lines = 0;                   // of a label with its facts
  int m_line = 0;                    // height of one of them
  int m_gap = 0;
  QImage m_ground;  // with all labels
};

}  // namespace fb::ui
