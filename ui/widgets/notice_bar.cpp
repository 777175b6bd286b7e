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
    : QWidget(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QPushButton(this)) {
  QAccessible::installFactory(makeAccessible);
  setObjectName(QStringLiteral("noticeBar"));
  m_text->setObjectName(QStringLiteral("noticeText"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_action->setObjectName(QStringLiteral("noticeAction"));
  m_close->setObjectName(QStringLiteral("noticeClose"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 0);
  layout->addWidget(m_text, 1);
  layout->addWidget(m_action);
  layout->addWidget(m_close);
  connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
  connect(m_action, &QPushButton::clicked, this, [this] {
    std::vector<std::function<void()>> acts;
    if (m_notices.back().matter.isEmpty()) {
      acts.push_back(std::exchange(m_notices.back().act, {}));
      dismiss();
    } else {
      for (const auto& notice : m_notices)
        if (!notice.matter.isEmpty()) acts.push_back(notice.act);
    }
    for (const auto& act : acts)
      if (act) act();
  });
  retranslate();
  hide();
}

void NoticeBar::say(Kind kind, const QString& text, const QString& action, std::function<void()> act) {
  std::erase_if(m_notices, [&](const Notice& notice) {
    return notice.kind == Kind::Information || (notice.text == text && notice.matter.isEmpty());
  });
  push({kind, text, action, std::move(act)});
}

void NoticeBar::stand(const QString& matter, const QString& text, const QString& action, std::function<void()> act) {
  std::erase_if(m_notices, [&](const Notice& notice) { return notice.matter == matter; });
  push({Kind::Warning, text, action, std::move(act), matter});
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

void NoticeBar::dismiss() {
  m_notices.pop_back();
  showNewest();
}

void NoticeBar::showNewest() {
  if (m_notices.empty()) return hide();
  const auto& notice = m_notices.back();
  const auto shown = text();
  setStyleProperty(m_text, "role",
                   notice.kind == Kind::Error     ? "error"
                   : notice.kind == Kind::Warning ? "warning"
                                                  : "card");
  m_text->setText(shown);
  m_text->setAccessibleName(shown);
  m_action->setText(notice.action);
  m_action->setVisible(!notice.action.isEmpty());
  m_close->setVisible(notice.matter.isEmpty());
  setAccessibleName(shown);
  show();
}

// Notices about lasting problems do not hide each other.
QString NoticeBar::text() const {
  if (m_notices.empty()) return {};
  if (m_notices.back().matter.isEmpty()) return m_notices.back().text;
  QStringList texts;
  for (const auto& notice : m_notices)
    if (!notice.matter.isEmpty()) texts << notice.text;
  return texts.join(QLatin1Char('\n'));
}

void NoticeBar::retranslate() { m_close->setText(tr("Dismiss")); }

void NoticeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
