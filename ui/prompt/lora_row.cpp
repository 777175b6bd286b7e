// SPDX-License-Identifier: MIT
#include "prompt/lora_row.h"

#include "text/setting_words.h"
#include "theme/style_property.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/plain_double_spin_box.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QStringList>
#include <QToolButton>

#include <array>
#include <cmath>

namespace fb::ui {
namespace {

constexpr std::array kTargets = {LoraTarget::Large, LoraTarget::Small, LoraTarget::Early, LoraTarget::Late};
// The slider covers what is usual, in hundredths; the number goes further.
constexpr int kSliderSteps = 100, kSliderEnd = 2 * kSliderSteps;

}  // namespace

LoraRow::LoraRow(const Theme* theme, const Lora& lora, QWidget* parent)
    : QFrame(parent),
      m_lora(lora),
      m_name(new ElidedLabel(Qt::ElideMiddle, this)),
      m_remove(new QToolButton(this)),
      m_target(new QComboBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_strength(new PlainDoubleSpinBox(-kMaxLoraStrength, kMaxLoraStrength, 0.05, 2, this)),
      m_verdict(new QLabel(this)) {
  setObjectName(QStringLiteral("loraRow"));
  m_name->setObjectName(QStringLiteral("loraName"));
  m_remove->setObjectName(QStringLiteral("removeLoraButton"));
  m_remove->setIcon(theme->icon(QStringLiteral("close")));
  m_remove->setProperty("role", "icon");
  m_remove->setFocusPolicy(Qt::StrongFocus);
  m_target->setObjectName(QStringLiteral("loraTargetCombo"));
  for (const auto target : kTargets) m_target->addItem(QString(), static_cast<int>(target));
  m_slider->setObjectName(QStringLiteral("loraStrengthSlider"));
  m_slider->setRange(0, kSliderEnd);
  m_slider->setSingleStep(5);
  m_slider->setPageStep(kSliderSteps / 4);
  m_strength->setObjectName(QStringLiteral("loraStrengthSpin"));
  m_strength->setKeyboardTracking(false);
  m_verdict->setObjectName(QStringLiteral("loraVerdict"));
  m_verdict->setWordWrap(true);
  m_verdict->setTextFormat(Qt::PlainText);
  m_target->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_target->setMinimumWidth(fontMetrics().averageCharWidth() * 10);

  auto* choices = new QHBoxLayout;
  choices->setSpacing(8);
  choices->addWidget(m_target, 3);
  choices->addWidget(m_slider, 3);
  choices->addWidget(m_strength);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(0, 1);
  grid->addWidget(m_name, 0, 0);
  grid->addWidget(m_remove, 0, 1);
  grid->addLayout(choices, 1, 0, 1, 2);
  grid->addWidget(m_verdict, 2, 0, 1, 2);

  connect(m_target, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (m_loading) return;
    m_lora.target = static_cast<LoraTarget>(m_target->itemData(index).toInt());
    setReport({});
    Q_EMIT targetEdited();
  });
  connect(m_slider, &QSlider::valueChanged, this,
          [this](int value) { setStrength(static_cast<double>(value) / kSliderSteps); });
  connect(m_strength, &QDoubleSpinBox::valueChanged, this, &LoraRow::setStrength);
  connect(m_remove, &QToolButton::clicked, this, &LoraRow::removeRequested);
  show(lora);
  retranslate();
}

void LoraRow::show(const Lora& lora) {
  m_loading = true;
  m_target->setCurrentIndex(m_target->findData(static_cast<int>(lora.target)));
  m_slider->setValue(static_cast<int>(std::lround(lora.strength * kSliderSteps)));
  m_strength->setValue(lora.strength);
  m_loading = false;
}

void LoraRow::setLora(const Lora& lora) {
  if (lora.target != m_lora.target) setReport({});
  m_lora = lora;
  show(lora);
}

void LoraRow::setStrength(double strength) {
  if (m_loading || strength == m_lora.strength) return;
  m_lora.strength = strength;
  show(m_lora);
  Q_EMIT strengthEdited();
}

void LoraRow::setReport(const std::optional<LoraReport>& report) {
  m_report = report;
  tell();
}

void LoraRow::tell() {
  m_verdict->setVisible(m_report.has_value());
  if (!m_report) return;
  const bool isProblem = !m_report->problem.empty();
  setStyleProperty(m_verdict, "role", isProblem ? "error" : m_report->unmatched.empty() ? "muted" : "warning");
  if (isProblem) {
    m_verdict->setText(QString::fromStdString(m_report->problem));
    m_verdict->setToolTip({});
    return;
  }
  QStringList words{tr("%1: %2 of %3 layers")
                        .arg(QString::fromStdString(m_report->kinds))
                        .arg(m_report->applied)
                        .arg(m_report->layers)};
  if (m_report->textLayers > 0) words << tr("%1 of them in the text encoder").arg(m_report->textLayers);
  if (m_report->rank > 0) words << tr("rank %1").arg(m_report->rank);
  if (m_report->alpha)
    words << tr("alpha %1").arg(QLocale().toString(*m_report->alpha, 'g', QLocale::FloatingPointShortest));
  else if (m_report->rank > 0)
    words << tr("no alpha: scale 1");
  m_verdict->setText(words.join(QStringLiteral(", ")));
  QStringList unmatched;
  for (const auto& layer : m_report->unmatched) unmatched << QString::fromStdString(layer);
  constexpr int kMaxShown = 20;
  const bool isLong = unmatched.size() > kMaxShown;
  unmatched = unmatched.mid(0, kMaxShown);
  if (isLong) unmatched << QStringLiteral("…");
  m_verdict->setToolTip(
      unmatched.isEmpty() ? QString() : tr("Layers that the model does not have:") + u'\n' + unmatched.join(u'\n'));
}

void LoraRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void LoraRow::retranslate() {
  const auto path = QString::fromStdString(m_lora.file.string());
  const auto name = QFileInfo(path).fileName();
  m_name->setText(name);
  m_name->setToolTip(QDir::toNativeSeparators(path));
  setAccessibleName(tr("LoRA %1").arg(name));
  m_remove->setAccessibleName(tr("Remove %1").arg(name));
  m_remove->setToolTip(tr("The models will no longer use it; the file is not deleted."));
  for (int i = 0; i < m_target->count(); ++i)
    m_target->setItemText(i, loraTargetWord(static_cast<LoraTarget>(m_target->itemData(i).toInt())));
  m_target->setAccessibleName(tr("Target of %1").arg(name));
  m_target->setToolTip(tr("The model that it changes; early and late stage: the large model, in that stage only"));
  for (QWidget* field : std::initializer_list<QWidget*>{m_slider, m_strength}) {
    field->setAccessibleName(tr("Strength of %1").arg(name));
    field->setToolTip(tr("How strongly it changes the model: 1 as it was trained, 0 not at all"));
  }
  m_verdict->setAccessibleName(tr("What %1 does").arg(name));
  tell();
}

}  // namespace fb::ui
