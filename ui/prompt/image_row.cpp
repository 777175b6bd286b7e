// SPDX-License-Identifier: MIT
#include "prompt/image_row.h"

#include "prompt/prompt_values.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/stepped_spin_box.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

enum Place { First, Last, Chosen };

}  // namespace

ImageRow::ImageRow(const Theme* theme, const QString& file, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_file(file),
      m_thumbnail(new QLabel(this)),
      // The end distinguishes two shots of a series.
      m_name(new ElidedLabel(Qt::ElideMiddle, this)),
      m_remove(new QToolButton(this)),
      m_place(new QComboBox(this)),
      m_frame(new SteppedSpinBox(this)),
      m_strength(new QSpinBox(this)),
      m_problem(new QLabel(this)) {
  setObjectName(QStringLiteral("imageRow"));
  m_name->setObjectName(QStringLiteral("imageName"));
  m_thumbnail->setAlignment(Qt::AlignCenter);
  m_thumbnail->setFixedSize(thumbnailHeight() * 4 / 3, thumbnailHeight());
  m_remove->setObjectName(QStringLiteral("removeImageButton"));
  m_remove->setIcon(theme->icon(QStringLiteral("close")));
  m_remove->setProperty("role", "icon");
  m_remove->setFocusPolicy(Qt::StrongFocus);
  m_place->setObjectName(QStringLiteral("imagePlaceCombo"));
  for (const int place : {First, Last, Chosen}) m_place->addItem(QString(), place);
  m_frame->setObjectName(QStringLiteral("imageFrameSpin"));
  m_strength->setObjectName(QStringLiteral("imageStrengthSpin"));
  m_strength->setRange(0, 100);
  m_strength->setSingleStep(5);
  m_strength->setValue(100);
  m_strength->setKeyboardTracking(false);
  m_problem->setObjectName(QStringLiteral("imageProblem"));
  m_problem->setProperty("role", "error");
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  for (QWidget* field : std::initializer_list<QWidget*>{m_place, m_frame, m_strength}) {
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * 7);
  }

  auto* choices = new QHBoxLayout;
  choices->setSpacing(4);
  choices->addWidget(m_place, 5);
  choices->addWidget(m_frame, 3);
  choices->addWidget(m_strength, 4);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  grid->addWidget(m_thumbnail, 0, 0, 2, 1);
  grid->addWidget(m_name, 0, 1);
  grid->addWidget(m_remove, 0, 2);
  grid->addLayout(choices, 1, 1, 1, 2);
  grid->addWidget(m_problem, 2, 0, 1, 3);

  connect(m_place, &QComboBox::currentIndexChanged, this, &ImageRow::edit);
  connect(m_frame, &QSpinBox::valueChanged, this, &ImageRow::edit);
  connect(m_strength, &QSpinBox::valueChanged, this, &ImageRow::edit);
  connect(m_remove, &QToolButton::clicked, this, &ImageRow::removeRequested);
  updatePlace();
  retranslate();
}

int ImageRow::thumbnailHeight() const { return fontMetrics().height() * 3; }

bool ImageRow::setCondition(const ImageCondition& condition) {
  m_loading = true;
  const bool last = condition.frame == PromptValues::kLastFrame;
  m_place->setCurrentIndex(last ? Last : condition.frame == 0 ? First : Chosen);
  const int frame = last ? m_frame->maximum() : condition.frame;
  m_frame->setNearest(frame);
  m_strength->setValue(static_cast<int>(std::lround(condition.strength * 100)));
  m_loading = false;
  updatePlace();
  return m_frame->value() == frame;
}

ImageCondition ImageRow::condition() const {
  const int place = m_place->currentIndex();
  const int frame = place == First ? 0 : place == Last ? PromptValues::kLastFrame : m_frame->value();
  if (!m_placeable) return {m_file.toStdString(), 0, 1};
  return {m_file.toStdString(), frame, m_strength->value() / 100.};
}

bool ImageRow::setFrames(int frames, int step) {
  m_loading = true;
  const int before = m_frame->value();
  m_frame->setLegal(0, step, 0, std::max(0, frames - 1));
  m_loading = false;
  return m_place->currentIndex() != Chosen || m_frame->value() == before;
}

void ImageRow::setPlaceable(bool placeable) {
  m_placeable = placeable;
  updatePlace();
}

void ImageRow::setThumbnail(const QImage& image, const QSize& size, const QString& problem) {
  const double ratio = devicePixelRatioF();
  QPixmap pixmap;
  if (image.isNull()) {
    const int side = fontMetrics().height() * 3 / 2;
    pixmap = m_theme->icon(problem.isEmpty() ? QStringLiteral("image") : QStringLiteral("error"))
                 .pixmap(QSize(side, side), ratio);
  } else {
    pixmap =
        QPixmap::fromImage(image.scaled(m_thumbnail->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
  }
  m_thumbnail->setPixmap(pixmap);
  m_size = size;
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
  retranslate();
}

void ImageRow::edit() {
  if (m_loading) return;
  updatePlace();
  Q_EMIT edited();
}

void ImageRow::updatePlace() {
  m_place->setVisible(m_placeable);
  m_strength->setVisible(m_placeable);
  m_frame->setVisible(m_placeable && m_place->currentIndex() == Chosen);
}

void ImageRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void ImageRow::retranslate() {
  const QString name = QFileInfo(m_file).fileName();
  m_name->setText(name);
  const QString path = QDir::toNativeSeparators(m_file);
  m_name->setToolTip(m_size.isEmpty() ? path : tr("%1, %2 × %3").arg(path).arg(m_size.width()).arg(m_size.height()));
  setAccessibleName(tr("Image %1").arg(name));
  m_thumbnail->setAccessibleName(tr("Image %1").arg(name));
  m_remove->setAccessibleName(tr("Remove %1").arg(name));
  m_remove->setToolTip(tr("The clip will no longer pass through it; the file is not deleted."));
  m_place->setItemText(First, tr("First frame"));
  m_place->setItemText(Last, tr("Last frame"));
  m_place->setItemText(Chosen, tr("Frame"));
  m_place->setAccessibleName(tr("Position of %1 in the clip").arg(name));
  m_place->setToolTip(tr("Where in the clip the image appears"));
  m_frame->setAccessibleName(tr("Frame of %1").arg(name));
  m_frame->setToolTip(tr("The frame that shows the image: a multiple of %1.").arg(m_frame->singleStep()));
  m_strength->setSuffix(tr(" %", "after the number of the strength"));
  m_strength->setAccessibleName(tr("Strength of %1").arg(name));
  m_strength->setToolTip(tr("100 % keeps the image as it is; lower values let the model change it."));
  m_problem->setAccessibleName(tr("Problem with %1").arg(name));
}

}  // namespace fb::ui
