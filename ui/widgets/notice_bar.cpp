// SPDX-License-Identifier: MIT
#include "widgets/notice_bar.h"

#include "theme/style_property.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

// Nobody reads more than this many.
constexpr std::size_t kMaxNotices = 5;

// Screen readers speak an alert when it appears.
QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
  auto* bar = qobject_cast<NoticeBar*>(object);
  return bar ? new QAccessibleWidget(bar, QAccessible::AlertMessage) : nullptr;
}

}  // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_text(new QLabel(this)),
      m_actions{new QPushButton(this), new QPushButton(this)},
      m_close(new QPushButton(this)) {
  QAccessible::installFactory(makeAccessible);
  setObjectName(QStringLiteral("noticeBar"));
  m_text->setObjectName(QStringLiteral("noticeText"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_actions[0]->setObjectName(QStringLiteral("noticeAction"));
  m_actions[1]->setObjectName(QStringLiteral("noticeSecondAction"));
  m_close->setObjectName(QStringLiteral("noticeClose"));
  auto* buttons = new QHBoxLayout;
  m_buttons = buttons;
  buttons->addStretch();
  for (auto* button : m_actions) buttons->addWidget(button);
  buttons->addWidget(m_close);
  m_layout->setContentsMargins(12, 8, 12, 0);
  m_layout->addWidget(m_text, 1);
  m_layout->addLayout(buttons);
  connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
  for (std::size_t i = 0; i < m_actions.size(); ++i)
    connect(m_actions[i], &QPushButton::clicked, this, [this, i] { act(i); });
  retranslate();
  hide();
}

void NoticeBar::act(std::size_t action) {
  std::vector<std::function<void()>> acts;
  if (m_notices.back().matter.isEmpty()) {
    acts.push_back(std::exchange(m_notices.back().actions[action].act, {}));
    dismiss();
  } else {
    for (const auto& notice : m_notices)
      if (!notice.matter.isEmpty() && !notice.actions.empty()) acts.push_back(notice.actions.front().act);
  }
  for (const auto& each : acts)
    if (each) each();
}

void NoticeBar::say(Kind kind, LiveText text, LiveText action, std::function<void()> act) {
  std::vector<Action> actions;
  if (!action().isEmpty()) actions.push_back({std::move(action), std::move(act)});
  add({kind, std::move(text), std::move(actions)});
}

void NoticeBar::warn(LiveText text, std::vector<Action> actions) {
  add({Kind::Warning, std::move(text), std::move(actions)});
  if (!offeredUndo().isEmpty()) Q_EMIT undoOffered();
}

QString NoticeBar::offeredUndo() const {
  if (m_notices.empty() || m_notices.back().actions.empty()) return {};
  const auto& action = m_notices.back().actions.front();
  return action.isUndo ? action.label() : QString();
}

void NoticeBar::undo() {
  if (!offeredUndo().isEmpty()) act(0);
}

void NoticeBar::add(Notice notice) {
  std::erase_if(m_notices, [&](const Notice& before) {
    return before.kind == Kind::Information || (before.text() == notice.text() && before.matter.isEmpty());
  });
  push(std::move(notice));
}

void NoticeBar::stand(const QString& matter, LiveText text, LiveText action, std::function<void()> act) {
  std::erase_if(m_notices, [&](const Notice& notice) { return notice.matter == matter; });
  push({Kind::Warning, std::move(text), {{std::move(action), std::move(act)}}, matter});
}

bool NoticeBar::withdraw(const QString& matter) {
  const auto stood = std::erase_if(m_notices, [&](const Notice& notice) { return notice.matter == matter; });
  showNewest();
  return stood > 0;
}

void NoticeBar::push(Notice notice) {
  m_notices.push_back(std::move(notice));
  const auto passing = [](const Notice& passed) { return passed.matter.isEmpty(); };
  if (static_cast<std::size_t>(std::ranges::count_if(m_notices, passing)) > kMaxNotices)
    m_notices.erase(std::ranges::find_if(m_notices, passing));
  showNewest();
}

void NoticeBar::dropOutdated() {
  std::erase_if(m_notices, [](const Notice& notice) { return notice.kind != Kind::Warning; });
  showNewest();
}

void NoticeBar::dropErrors() {
  std::erase_if(m_notices, [](const Notice& notice) { return notice.kind == Kind::Error; });
  showNewest();
}

void NoticeBar::dismiss() {
  m_notices.pop_back();
  showNewest();
}

void NoticeBar::showNewest() {
  Q_EMIT changed();
  if (m_notices.empty()) return hide();
  const auto& notice = m_notices.back();
  const auto shown = text();
  setStyleProperty(m_text, "role",
                   notice.kind == Kind::Error     ? "error"
                   : notice.kind == Kind::Warning ? "warning"
                                                  : "card");
  m_text->setText(shown);
  m_text->setAccessibleName(shown);
  for (std::size_t i = 0; i < m_actions.size(); ++i) {
    m_actions[i]->setText(i < notice.actions.size() ? notice.actions[i].label() : QString());
    m_actions[i]->setVisible(!m_actions[i]->text().isEmpty());
  }
  m_close->setVisible(notice.matter.isEmpty());
  setAccessibleName(shown);
  arrange();
  show();
}

// The buttons go below a text that would need more than two lines next to them.
void NoticeBar::arrange() {
  const int room = width() - m_buttons->sizeHint().width();
  const bool fits = m_text->fontMetrics().horizontalAdvance(m_text->text()) < 2 * room;
  m_layout->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void NoticeBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

// Notices about lasting problems do not hide each other.
QString NoticeBar::text() const {
  if (m_notices.empty()) return {};
  if (m_notices.back().matter.isEmpty()) return m_notices.back().text();
  QStringList texts;
  for (const auto& notice : m_notices)
    if (!notice.matter.isEmpty()) texts << notice.text();
  return texts.join(QLatin1Char('\n'));
}

void NoticeBar::retranslate() {
  m_close->setText(tr("Dismiss"));
  showNewest();
}

void NoticeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
