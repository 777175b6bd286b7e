// SPDX-License-Identifier: MIT
#include "prompt/calibration_offer.h"

#include "text/durations.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fb::ui {

CalibrationOffer::CalibrationOffer(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_accept(new QPushButton(this)) {
  setObjectName(QStringLiteral("calibrationOffer"));
  setProperty("role", "card");
  m_text->setObjectName(QStringLiteral("calibrationText"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_accept->setObjectName(QStringLiteral("calibrateButton"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->addWidget(m_text);
  layout->addWidget(m_accept, 0, Qt::AlignRight);
  connect(m_accept, &QPushButton::clicked, this, &CalibrationOffer::accepted);
  retranslate();
  hide();
}

void CalibrationOffer::offer(const std::optional<CalibrationCost>& cost, bool isQueued) {
  m_cost = cost;
  m_isQueued = isQueued;
  retranslate();
  setVisible(cost.has_value());
}

void CalibrationOffer::retranslate() {
  m_accept->setText(tr("Calibrate"));
  m_accept->setAccessibleName(tr("Calibrate the models for MagCache"));
  m_accept->setToolTip(tr(
      "Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are "
      "not affected."));
  m_accept->setVisible(!m_isQueued);
  if (!m_cost) return;
  if (m_isQueued) {
    m_text->setText(tr("The models are being measured, or will be: see the queue."));
  } else {
    const auto work = m_cost->models > 1 ? tr("%n step(s) of each model", nullptr, m_cost->steps)
                                         : tr("%n step(s) of one model", nullptr, m_cost->steps);
    const auto taking = m_cost->seconds ? aboutDuration(*m_cost->seconds) : floatingPointOperations(m_cost->flops);
    m_text->setText(tr("Calibrating measures them once, for all later runs: %1, %2.", "steps, time").arg(work, taking));
  }
}

void CalibrationOffer::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
