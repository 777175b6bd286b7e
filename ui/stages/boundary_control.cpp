// SPDX-License-Identifier: MIT
#include "stages/boundary_control.h"

#include "text/durations.h"
#include "theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>
#include <optional>

namespace fb::ui {
namespace {

constexpr int kSliderWidth = 110;  // minimum, if it shares a row

std::optional<double> percentIn(QString text) {
  text.remove(QLatin1Char('%'));
  bool ok = false;
  const double value = QLocale().toDouble(text.trimmed(), &ok);
  if (!ok || value < 0 || value > 100) return {};
  return value;
}

}  // namespace

StageSlider::StageSlider(const Theme* theme, QWidget* parent) : QSlider(Qt::Horizontal, parent), m_theme(theme) {
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageSlider::mousePressEvent(QMouseEvent* event) {
  m_held = true;
  QSlider::mousePressEvent(event);
}

void StageSlider::mouseReleaseEvent(QMouseEvent* event) {
  QSlider::mouseReleaseEvent(event);
  m_held = false;
  Q_EMIT letGo();
}

void StageSlider::paintEvent(QPaintEvent*) {
  QStyleOptionSlider option;
  initStyleOption(&option);
  const auto handle = QRectF(style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this));
  const auto& colors = m_theme->colors();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  constexpr double kGroove = 5, kKnob = 7;
  const QRectF groove(1, (height() - kGroove) / 2, width() - 2, kGroove);
  auto rest = colors.textMuted;
  rest.setAlpha(60);
  painter.setBrush(rest);
  painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
  auto filled = groove;
  if (invertedAppearance())
    filled.setLeft(handle.center().x());
  else
    filled.setRight(handle.center().x());
  painter.setBrush(isEnabled() ? colors.large : colors.textMuted);
  painter.drawRoundedRect(filled, kGroove / 2, kGroove / 2);

  const QPointF center(std::clamp(handle.center().x(), kKnob + 1, width() - kKnob - 1), height() / 2.);
  if (hasFocus()) {
    painter.setPen(QPen(colors.focus, 2));
    painter.setBrush(colors.panel);
    painter.drawEllipse(center, kKnob + 1, kKnob + 1);
  }
  const bool light = !colors.dark;
  painter.setPen(light ? QPen(colors.textMuted, 1) : QPen(Qt::NoPen));
  painter.setBrush(!isEnabled() ? colors.textMuted : light ? colors.panel : colors.text);
  painter.drawEllipse(center, hasFocus() ? kKnob - 2 : kKnob, hasFocus() ? kKnob - 2 : kKnob);
}

ShareSpinBox::ShareSpinBox(QWidget* parent) : QSpinBox(parent) {
  // "4" while typing "40" is not a change.
  setKeyboardTracking(false);
  setAlignment(Qt::AlignHCenter);
}

QString ShareSpinBox::textFromValue(int value) const {
  return percent(maximum() > 0 ? static_cast<double>(value) / maximum() : 0, decimals());
}

int ShareSpinBox::valueFromText(const QString& text) const {
  // The displayed text is rounded: reading it back must not change the value.
  if (text == textFromValue(value())) return value();
  return static_cast<int>(std::lround(percentIn(text).value_or(0) / 100 * maximum()));
}

QValidator::State ShareSpinBox::validate(QString& text, int&) const {
  if (percentIn(text)) return QValidator::Acceptable;
  for (const auto letter : text)
    if (!letter.isDigit() && !letter.isSpace() && !QStringLiteral("%.,").contains(letter)) return QValidator::Invalid;
  return QValidator::Intermediate;
}

BoundaryControl::BoundaryControl(Side side, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_side(side),
      m_layout(new QGridLayout(this)),
      m_label(new QLabel(this)),
      m_slider(new StageSlider(theme, this)),
      m_share(new ShareSpinBox(this)),
      m_steps(new QLabel(this)) {
  const bool early = side == Side::Early;
  m_slider->setObjectName(early ? QStringLiteral("earlySlider") : QStringLiteral("lateSlider"));
  m_share->setObjectName(early ? QStringLiteral("earlyShare") : QStringLiteral("lateShare"));
  // The late stage grows from the right, as it does in the plot.
  m_slider->setInvertedAppearance(!early);
  m_slider->setPageStep(5);
  m_label->setBuddy(m_share);
  for (auto* label : {m_label, m_steps}) label->setProperty("role", "muted");
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setHorizontalSpacing(8);
  m_layout->setVerticalSpacing(2);
  setStacked(false);
  connect(m_slider, &QSlider::valueChanged, this,
          [this](int value) { m_slider->isHeld() ? Q_EMIT moved(value) : Q_EMIT committed(value, false); });
  connect(m_slider, &StageSlider::letGo, this, [this] { Q_EMIT committed(m_slider->value(), true); });
  connect(m_share, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT committed(value, false); });
  retranslate();
}

void BoundaryControl::setStacked(bool stacked) {
  for (QWidget* widget : {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_slider),
                          static_cast<QWidget*>(m_share), static_cast<QWidget*>(m_steps)})
    m_layout->removeWidget(widget);
  const int row = stacked ? 1 : 0, column = stacked ? 0 : 1;
  if (stacked)
    m_layout->addWidget(m_label, 0, 0, 1, 3);
  else
    m_layout->addWidget(m_label, 0, 0);
  m_layout->addWidget(m_slider, row, column);
  m_layout->addWidget(m_share, row, column + 1);
  m_layout->addWidget(m_steps, row, column + 2);
  for (int i = 0; i < 4; ++i) m_layout->setColumnStretch(i, i == column ? 1 : 0);
}

void BoundaryControl::setCompact(bool compact) {
  if (m_isCompact == compact) return;
  m_isCompact = compact;
  m_slider->setVisible(!compact);
  m_steps->setVisible(!compact);
  retranslate();
}

int BoundaryControl::oneRowWidth() const {
  return m_label->sizeHint().width() + kSliderWidth + m_share->sizeHint().width() + m_steps->minimumWidth() +
         3 * m_layout->horizontalSpacing();
}

void BoundaryControl::setStage(int stageSteps, int steps) {
  const QSignalBlocker slider(m_slider), share(m_share);
  m_slider->setRange(0, steps);
  m_share->setRange(0, steps);
  m_slider->setValue(stageSteps);
  m_share->setValue(stageSteps);
  showSteps();
}

void BoundaryControl::showSteps() {
  m_steps->setText(stepCount(m_share->value()));
  // As wide as the longest, so that the slider does not move while it is dragged.
  m_steps->setMinimumWidth(m_steps->fontMetrics().horizontalAdvance(stepCount(m_share->maximum())) + 4);
}

void BoundaryControl::retranslate() {
  if (m_side == Side::Early) {
    m_label->setText(tr("Large &until"));
    m_slider->setAccessibleName(tr("Early stage of the large model, in steps"));
    m_share->setAccessibleName(tr("Early stage of the large model, share of the steps"));
    m_slider->setToolTip(
        tr("The early stage settles structure and motion. A longer one stays closer to the large "
           "model; a shorter one is faster."));
  } else {
    m_label->setText(tr("Large again f&or the last"));
    m_slider->setAccessibleName(tr("Late stage of the large model, in steps"));
    m_share->setAccessibleName(tr("Late stage of the large model, share of the steps"));
    m_slider->setToolTip(tr("The late stage adds fine detail. Here the models differ again."));
  }
  if (m_isCompact) m_label->setText(m_side == Side::Early ? tr("Early") : tr("Late"));
  m_share->setToolTip(m_slider->toolTip());
  // Rewrites the fraction in the number format of the language.
  m_share->setRange(m_share->minimum(), m_share->maximum());
  showSteps();
}

void BoundaryControl::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
}

}  // namespace fb::ui
