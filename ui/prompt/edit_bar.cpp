// SPDX-License-Identifier: MIT
#include "prompt/edit_bar.h"

#include "theme/theme.h"
#include "widgets/elided_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace fb::ui {
namespace {

constexpr int kIcon = 14;

}  // namespace

EditBar::EditBar(const Theme* theme, QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new ElidedLabel(Qt::ElideRight, this)),
      m_save(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
  setObjectName(QStringLiteral("editBar"));
  setProperty("role", "card");
  m_text->setObjectName(QStringLiteral("editText"));
  m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_save->setObjectName(QStringLiteral("saveEditButton"));
  m_save->setProperty("role", "primary");
  m_cancel->setObjectName(QStringLiteral("cancelEditButton"));
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_save);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(8, 8, 8, 8);
  grid->addWidget(m_icon, 0, 0);
  grid->addWidget(m_text, 0, 1);
  grid->addLayout(buttons, 1, 0, 1, 2);
  grid->setColumnStretch(1, 1);
  const auto paint = [this, theme] { m_icon->setPixmap(theme->icon(QStringLiteral("edit")).pixmap(kIcon)); };
  connect(theme, &Theme::changed, this, paint);
  connect(m_save, &QPushButton::clicked, this, &EditBar::saved);
  connect(m_cancel, &QPushButton::clicked, this, &EditBar::cancelled);
  paint();
  retranslate();
  hide();
}

void EditBar::begin(const QString& title) {
  m_title = title.simplified();
  retranslate();
  show();
}

void EditBar::retranslate() {
  const auto text = tr("Editing in the queue: %1").arg(m_title);
  m_text->setText(text);
  m_text->setAccessibleName(text);
  m_text->setToolTip(text);
  m_save->setText(tr("Save"));
  m_save->setToolTip(tr("The queued run gets these settings and keeps its place"));
  m_save->setAccessibleName(tr("Save the queued run"));
  m_cancel->setText(tr("Cancel"));
  m_cancel->setToolTip(tr("Leave the queued run as it is"));
  m_cancel->setAccessibleName(tr("Cancel editing"));
}

void EditBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
