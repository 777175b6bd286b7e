// SPDX-License-Identifier: MIT
#include "stages/stage_note.h"

#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fb::ui {
namespace {

constexpr int kIcon = 14, kRemoveIcon = 12;

}  // namespace

StageNote::StageNote(const Theme* theme, const char* icon, const char* name, QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QToolButton(this)),
      m_remove(new QToolButton(this)) {
  const auto prefix = QLatin1String(name);
  setObjectName(prefix + QLatin1String("Line"));
  setProperty("role", "card");
  m_text->setObjectName(prefix + QLatin1String("Text"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_action->setObjectName(prefix + QLatin1String("Action"));
  m_action->setProperty("role", "note");
  m_action->hide();
  m_remove->setObjectName(prefix + QLatin1String("Remove"));
  m_remove->setIcon(theme->icon(QStringLiteral("close")));
  m_remove->setProperty("role", "note");
  m_remove->setIconSize(QSize(kRemoveIcon, kRemoveIcon));
  // A line as high as its text: the plot below needs the room.
  for (auto* button : {m_action, m_remove}) button->setFocusPolicy(Qt::StrongFocus);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 0, 2, 0);
  row->setSpacing(6);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  row->addWidget(m_action);
  row->addWidget(m_remove);
  const auto paint = [this, theme, image = QString::fromLatin1(icon)] {
    m_icon->setPixmap(theme->icon(image).pixmap(kIcon));
  };
  connect(theme, &Theme::changed, this, paint);
  connect(m_action, &QToolButton::clicked, this, &StageNote::acted);
  connect(m_remove, &QToolButton::clicked, this, &StageNote::removed);
  paint();
  hide();
}

QWidgetList StageNote::focusOrder() const { return {m_action, m_remove}; }

void StageNote::setText(const QString& text, const QString& tip) {
  m_text->setText(text);
  m_text->setToolTip(tip);
  m_text->setAccessibleName(text);
}

void StageNote::setAction(const QString& text, const QString& name, const QString& tip) {
  m_action->setText(text);
  m_action->setAccessibleName(name);
  m_action->setToolTip(tip);
  m_action->setVisible(!text.isEmpty());
}

void StageNote::setRemoval(const QString& name, const QString& tip) {
  m_remove->setAccessibleName(name);
  m_remove->setToolTip(tip);
}

void StageNote::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
