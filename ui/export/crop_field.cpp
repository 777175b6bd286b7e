// SPDX-License-Identifier: MIT
#include "export/crop_field.h"

#include "export/crop_view.h"
#include "text/durations.h"
#include "theme/style_property.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace fb::ui {
namespace {

// Their places in the list, after "As the clip is".
constexpr std::array kShapes = {Crop{1, 1}, Crop{9, 16}, Crop{16, 9}, Crop{4, 5}};
constexpr int kWhole = 0, kOther = 1 + static_cast<int>(kShapes.size());

}  // namespace

CropField::CropField(QWidget* parent)
    : QWidget(parent),
      m_shape(new QComboBox(this)),
      m_numbers(new QWidget(this)),
      m_width(new QSpinBox(m_numbers)),
      m_height(new QSpinBox(m_numbers)),
      m_view(new CropView(this)),
      m_words(new QLabel(this)) {
  for (int i = kWhole; i <= kOther; ++i) m_shape->addItem(QString());
  m_shape->setObjectName(QStringLiteral("cropCombo"));
  m_width->setObjectName(QStringLiteral("cropWidthSpin"));
  m_height->setObjectName(QStringLiteral("cropHeightSpin"));
  m_view->setObjectName(QStringLiteral("cropView"));
  m_words->setObjectName(QStringLiteral("cropWords"));
  m_words->setWordWrap(true);
  for (auto* spin : {m_width, m_height}) {
    spin->setRange(1, kMaxCropPart);
    spin->setKeyboardTracking(false);
  }
  m_width->setValue(4);
  m_height->setValue(3);
  auto* numbers = new QHBoxLayout(m_numbers);
  numbers->setContentsMargins(0, 0, 0, 0);
  numbers->setSpacing(8);
  numbers->addWidget(m_width, 1);
  numbers->addWidget(new QLabel(QStringLiteral(":"), m_numbers));
  numbers->addWidget(m_height, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(m_shape);
  layout->addWidget(m_numbers);
  layout->addWidget(m_view);
  layout->addWidget(m_words);
  setFocusProxy(m_shape);
  const auto change = [this] {
    refresh();
    Q_EMIT changed();
  };
  connect(m_shape, &QComboBox::currentIndexChanged, this, change);
  for (auto* spin : {m_width, m_height}) connect(spin, &QSpinBox::valueChanged, this, change);
  connect(m_view, &CropView::moved, this, [this, change](double x, double y) {
    m_focusX = x;
    m_focusY = y;
    change();
  });
}

bool CropField::isOther() const { return m_shape->currentIndex() == kOther; }

std::optional<Crop> CropField::crop() const {
  const int index = m_shape->currentIndex();
  if (index <= kWhole) return std::nullopt;
  auto crop = isOther() ? Crop{m_width->value(), m_height->value()} : kShapes[static_cast<std::size_t>(index - 1)];
  crop.focusX = m_focusX;
  crop.focusY = m_focusY;
  return crop;
}

void CropField::setCrop(const std::optional<Crop>& crop) {
  const QSignalBlocker shape(m_shape), width(m_width), height(m_height);
  int index = kWhole;
  if (crop) {
    m_focusX = crop->focusX;
    m_focusY = crop->focusY;
    const auto found = std::ranges::find_if(
        kShapes, [&](const Crop& known) { return known.width == crop->width && known.height == crop->height; });
    index = 1 + static_cast<int>(found - kShapes.begin());
    if (found == kShapes.end()) {
      m_width->setValue(crop->width);
      m_height->setValue(crop->height);
    }
  }
  m_shape->setCurrentIndex(index);
  refresh();
}

void CropField::setClip(const ClipShape& shape, ExportFormat format) {
  m_clip = shape;
  m_format = format;
  refresh();
}

void CropField::setPicture(const QImage& picture) { m_view->setPicture(picture); }

bool CropField::isGood() const {
  const auto chosen = crop();
  if (!chosen || m_clip.width < 1 || m_clip.height < 1) return true;
  const auto part = croppedPart(m_clip.width, m_clip.height, *chosen, m_format);
  return std::min(part.width, part.height) >= kMinCropSide;
}

void CropField::refresh() {
  const auto chosen = crop();
  const bool isShown = chosen && m_clip.width > 0 && m_clip.height > 0;
  m_numbers->setVisible(isOther());
  m_view->setVisible(isShown);
  m_words->setVisible(isShown);
  if (isShown)
    m_view->setPart({m_clip.width, m_clip.height}, croppedPart(m_clip.width, m_clip.height, *chosen, m_format));
  refreshTexts();
}

void CropField::refreshTexts() {
  const auto chosen = crop();
  if (!chosen || m_clip.width < 1 || m_clip.height < 1) return;
  const auto part = croppedPart(m_clip.width, m_clip.height, *chosen, m_format);
  const auto left = fb::ui::frameSize(part.width, part.height);
  const auto whole = fb::ui::frameSize(m_clip.width, m_clip.height);
  setStyleProperty(m_words, "role", isGood() ? "muted" : "error");
  m_words->setText(isGood() ? tr("Keeps %1 of %2 pixels.").arg(left, whole)
                            : tr("Of %1 pixels, this shape leaves only %2. Choose another one.").arg(whole, left));
  m_view->setAccessibleDescription(tr("%1 across, %2 down").arg(percent(chosen->focusX), percent(chosen->focusY)));
}

void CropField::retranslate() {
  m_shape->setItemText(kWhole, tr("The whole picture"));
  m_shape->setItemText(kOther, tr("Other shape"));
  for (std::size_t i = 0; i < kShapes.size(); ++i)
    m_shape->setItemText(static_cast<int>(i) + 1, QString::fromStdString(cropShape(kShapes[i])));
  m_shape->setAccessibleName(tr("Crop"));
  m_shape->setToolTip(tr("Keeps the largest part of this shape, before the clip is enlarged"));
  m_width->setAccessibleName(tr("Width of the shape"));
  m_height->setAccessibleName(tr("Height of the shape"));
  m_view->setAccessibleName(tr("Part of the picture that stays"));
  m_view->setToolTip(tr("Drag the frame, or move it with the arrow keys"));
  refreshTexts();
}

}  // namespace fb::ui
