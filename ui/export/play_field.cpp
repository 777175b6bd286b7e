// SPDX-License-Identifier: MIT
#include "export/play_field.h"

#include "flowblend/export.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace fb::ui {

PlayField::PlayField(QWidget* parent)
    : QWidget(parent), m_boomerang(new QCheckBox(this)), m_plays(new QSpinBox(this)), m_words(new QLabel(this)) {
  m_boomerang->setObjectName(QStringLiteral("boomerangCheck"));
  m_plays->setObjectName(QStringLiteral("playsSpin"));
  m_plays->setRange(1, kMaxPlays);
  m_words->setObjectName(QStringLiteral("playWords"));
  m_words->setProperty("role", "muted");
  m_words->setWordWrap(true);
  m_words->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_boomerang, 1);
  row->addWidget(m_plays);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(row);
  layout->addWidget(m_words);
  setFocusProxy(m_boomerang);
  connect(m_boomerang, &QCheckBox::toggled, this, &PlayField::changed);
  connect(m_plays, &QSpinBox::valueChanged, this, &PlayField::changed);
}

bool PlayField::isBoomerang() const { return m_boomerang->isChecked(); }

int PlayField::plays() const { return m_plays->value(); }

void PlayField::setPlaying(bool boomerang, int plays) {
  const QSignalBlocker check(m_boomerang), spin(m_plays);
  m_boomerang->setChecked(boomerang);
  m_plays->setValue(plays);
}

void PlayField::setLength(const QString& words) {
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty() && (isBoomerang() || plays() > 1));
}

void PlayField::retranslate() {
  m_boomerang->setText(tr("Forwards and backwards"));
  m_boomerang->setToolTip(tr("After its last frame, the clip goes back to its second one, so that it can begin again"));
  m_plays->setPrefix(tr("Times: "));
  m_plays->setAccessibleName(tr("How often the clip is played in the file"));
}

}  // namespace fb::ui
