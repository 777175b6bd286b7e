// SPDX-License-Identifier: MIT
#include "shell/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace fb::ui {

NoticeBar::NoticeBar(const Theme*, QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QPushButton(this)) {
  setObjectName(QStringLiteral("noticeBar"));
  m_text->setObjectName(QStringLiteral("noticeText"));
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_action->setObjectName(QStringLiteral("noticeAction"));
  m_close->setObjectName(QStringLiteral("noticeClose"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 0);
  layout->addWidget(m_text, 1);
  layout->addWidget(m_action);
  layout->addWidget(m_close);
  connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
  connect(m_action, &QPushButton::clicked, this, [this] {
    hide();
    if (m_act) m_act();
  });
  m_close->setText(tr("Dismiss"));
  hide();
}

void NoticeBar::say(Kind kind, const QString& text, const QString& action, std::function<void()> act) {
  m_text->setProperty("role", kind == Kind::Error ? "error" : kind == Kind::Warning ? "warning" : "card");
  m_text->style()->unpolish(m_text);
  m_text->style()->polish(m_text);
  m_text->setText(text);
  m_text->setAccessibleName(text);
  m_action->setText(action);
  m_action->setVisible(!action.isEmpty());
  m_act = std::move(act);
  show();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) m_close->setText(tr("Dismiss"));
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
