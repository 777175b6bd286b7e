// SPDX-License-Identifier: MIT
#include "stages/run_switch.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace fb::ui {
namespace {

enum Button { Running, Next };

}  // namespace

RunSwitch::RunSwitch(QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this)) {
  setObjectName(QStringLiteral("runSwitch"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  for (const auto id : {Running, Next}) {
    auto* button = new QPushButton(this);
    button->setObjectName(id == Running ? QStringLiteral("showRunning") : QStringLiteral("showNext"));
    button->setCheckable(true);
    button->setProperty("role", "segment");
    m_buttons->addButton(button, id);
    row->addWidget(button);
  }
  setNext(false);
  connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(id == Next); });
  retranslate();
  hide();
}

void RunSwitch::setNext(bool next) { m_buttons->button(next ? Next : Running)->setChecked(true); }

QWidgetList RunSwitch::focusOrder() const { return {m_buttons->button(Running), m_buttons->button(Next)}; }

void RunSwitch::retranslate() {
  const auto say = [this](Button id, const QString& text, const QString& name, const QString& tip) {
    auto* button = m_buttons->button(id);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(tip);
  };
  say(Running, tr("Running"), tr("Stages of the running clip"),
      tr("The stages of the running clip; boundaries ahead of it can still be moved"));
  say(Next, tr("Next"), tr("Stages of the next clip"),
      tr("The stages of the next clip: what Generate adds to the queue"));
}

void RunSwitch::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
