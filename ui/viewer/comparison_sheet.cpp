// SPDX-License-Identifier: MIT
#include "viewer/comparison_sheet.h"

#include "widgets/frame_image.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cstring>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kLeastWidth = 320;  // of a clip, so that its label can be read
constexpr int kSmallestText = 12, kLargestText = 40, kTextsPerWidth = 36;
constexpr int kMostFactLines = 3;

int evenSide(int side) { return side + side % 2; }

// In as few lines as hold them, the last of which takes what is left.
QStringList wrapped(const QString& facts, const QFontMetrics& metrics, int width) {
  const auto separator = QStringLiteral(" · ");
  QStringList lines;
  for (const auto& fact : facts.split(separator)) {
    const auto longer = lines.isEmpty() ? fact : lines.last() + separator + fact;
    if (lines.isEmpty() || (lines.size() < kMostFactLines && metrics.horizontalAdvance(longer) > width))
      lines << fact;
    else
      lines.last() = longer;
  }
  return lines;
}

// As large as fits, down to the smallest size; beyond that, the text is cut off at its end.
void paintLine(QPainter& painter, const QRect& place, const QString& text, int pixels, bool isBold) {
  QFont font;
  font.setBold(isBold);
  for (font.setPixelSize(pixels); pixels > kSmallestText; font.setPixelSize(--pixels))
    if (QFontMetrics(font).horizontalAdvance(text) <= place.width()) break;
  painter.setFont(font);
  painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
}

std::shared_ptr<const Frame> frameOf(const QImage& image) {
  const auto rgb = image.convertToFormat(QImage::Format_RGB888);
  auto frame = std::make_shared<Frame>();
  frame->width = rgb.width();
  frame->height = rgb.height();
  const auto row = static_cast<std::size_t>(rgb.width()) * 3;
  frame->rgb.resize(row * static_cast<std::size_t>(rgb.height()));
  for (int y = 0; y < rgb.height(); ++y)
    std::memcpy(frame->rgb.data() + row * static_cast<std::size_t>(y), rgb.constScanLine(y), row);
  return frame;
}

}  // namespace

ComparisonSheet::ComparisonSheet(std::vector<ComparisonPart> parts) : m_parts(std::move(parts)) {
  layOut();
  paintLabels();
}

void ComparisonSheet::layOut() {
  const auto& first = m_parts.front().clip;
  m_factor = std::max(1, (kLeastWidth + first.width() - 1) / first.width());
  m_picture = QSize(first.width(), first.height()) * m_factor;
  const int count = static_cast<int>(m_parts.size());
  const bool isUpright = m_picture.height() > m_picture.width();
  constexpr int kColumns = 2;
  m_columns = isUpright ? count : std::min(kColumns, count);
  const int rows = (count + m_columns - 1) / m_columns;
  QFont font;
  font.setPixelSize(std::clamp(m_picture.width() / kTextsPerWidth, kSmallestText, kLargestText));
  m_line = QFontMetrics(font).height();
  m_gap = font.pixelSize() / 2;
  m_lines = 0;
  for (const auto& part : m_parts) {
    m_facts.push_back(wrapped(part.facts, QFontMetrics(font), m_picture.width() - 2 * m_gap));
    m_lines = std::max(m_lines, 1 + static_cast<int>(m_facts.back().size()));
  }
  m_size = {evenSide(m_columns * m_picture.width() + (m_columns - 1) * m_gap),
            evenSide(rows * (m_picture.height() + m_lines * m_line + m_gap) + (rows - 1) * m_gap)};
}

QRect ComparisonSheet::labelRect(int part) const {
  const int column = part % m_columns, row = part / m_columns, height = m_lines * m_line + m_gap;
  return {column * (m_picture.width() + m_gap), row * (m_picture.height() + height + m_gap), m_picture.width(), height};
}

QRect ComparisonSheet::pictureRect(int part) const {
  const auto label = labelRect(part);
  const auto& clip = m_parts[static_cast<std::size_t>(part)].clip;
  const QRect room(QPoint(label.left(), label.top() + label.height()), m_picture);
  QRect place({}, QSize(clip.width(), clip.height()).scaled(m_picture, Qt::KeepAspectRatio));
  place.moveCenter(room.center());
  return place;
}

void ComparisonSheet::paintLabels() {
  m_ground = QImage(m_size, QImage::Format_RGB32);
  m_ground.fill(Qt::black);
  QPainter painter(&m_ground);
  painter.setPen(Qt::white);
  const int pixels = std::clamp(m_picture.width() / kTextsPerWidth, kSmallestText, kLargestText);
  for (int i = 0; i < static_cast<int>(m_parts.size()); ++i) {
    const auto& part = m_parts[static_cast<std::size_t>(i)];
    const auto label = labelRect(i).adjusted(m_gap, m_gap / 2, -m_gap, 0);
    const QRect line(label.topLeft(), QSize(label.width(), m_line));
    paintLine(painter, line, part.label, pixels, true);
    const auto& facts = m_facts[static_cast<std::size_t>(i)];
    for (int k = 0; k < facts.size(); ++k)
      paintLine(painter, line.translated(0, (k + 1) * m_line), facts[k], pixels, false);
  }
}

ClipShape ComparisonSheet::shape() const {
  std::size_t frames = m_parts.front().clip.frames.size();
  for (const auto& part : m_parts) frames = std::min(frames, part.clip.frames.size());
  return {m_size.width(), m_size.height(), static_cast<int>(frames), m_parts.front().clip.fps};
}

std::shared_ptr<const Frame> ComparisonSheet::frame(int index) const {
  auto image = m_ground;
  QPainter painter(&image);
  for (int i = 0; i < static_cast<int>(m_parts.size()); ++i) {
    const auto& frame = m_parts[static_cast<std::size_t>(i)].clip.frames[static_cast<std::size_t>(index)];
    const auto place = pictureRect(i);
    // Whole multiples stay sharp.
    const bool isWhole = place.width() % frame->width == 0 && place.height() % frame->height == 0;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isWhole);
    painter.drawImage(place, frameImage(frame));
  }
  painter.end();
  return frameOf(image);
}

Outcome<Clip> ComparisonSheet::clip(const std::stop_token& stop) const {
  const auto shape = this->shape();
  Clip clip{shape.fps, {}};
  for (int i = 0; i < shape.frames; ++i) {
    if (stop.stop_requested()) return Cancelled{};
    clip.frames.push_back(frame(i));
  }
  return clip;
}

}  // namespace fb::ui
