// SPDX-License-Identifier: MIT
#include "shell/announcer.h"

#include "settings/settings.h"
#include "text/error_sentences.h"

#include <QApplication>
#include <QEvent>
#include <QStatusBar>
#include <QSystemTrayIcon>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace fb::ui {

Announcer::Announcer(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  m_parts.status->installEventFilter(this);
}

void Announcer::say(LiveText sentence, std::chrono::milliseconds time) {
  m_said = std::move(sentence);
  m_endsAtStart = false;
  m_until.setRemainingTime(time);
  showSaid();
}

void Announcer::sayUntilStart(LiveText sentence) {
  say(std::move(sentence));
  m_endsAtStart = true;
}

void Announcer::showSaid() {
  m_shown = m_said();
  // A time of 0 would be for ever.
  m_parts.status->showMessage(m_shown, std::max(1, static_cast<int>(m_until.remainingTime())));
}

bool Announcer::isSaidShown() const { return !m_shown.isEmpty() && m_parts.status->currentMessage() == m_shown; }

bool Announcer::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::LanguageChange && object == m_parts.status && isSaidShown()) showSaid();
  return QObject::eventFilter(object, event);
}

void Announcer::offer(LiveText sentence, LiveText action, std::function<void()> act) {
  m_parts.notice->say(NoticeBar::Kind::Information, std::move(sentence), std::move(action), std::move(act));
}

void Announcer::inform(LiveText sentence) { m_parts.notice->say(NoticeBar::Kind::Information, std::move(sentence)); }

void Announcer::warn(LiveText sentence) { m_parts.notice->say(NoticeBar::Kind::Warning, std::move(sentence)); }

void Announcer::offerWays(LiveText sentence, std::vector<NoticeBar::Action> ways) {
  m_parts.notice->warn(std::move(sentence), std::move(ways));
}

void Announcer::stand(const QString& matter, LiveText sentence, LiveText action, std::function<void()> act) {
  m_parts.notice->stand(matter, std::move(sentence), std::move(action), std::move(act));
}

void Announcer::withdraw(const QString& matter, LiveText sentence) {
  if (m_parts.notice->withdraw(matter)) say(std::move(sentence));
}

void Announcer::tellError(LiveText what, const Error& error) {
  m_parts.notice->say(NoticeBar::Kind::Error, [what = std::move(what), error] {
    return QStringLiteral("%1: %2\n%3").arg(errorText(error).headline, what(), errorSentences(error));
  });
}

void Announcer::notifyIfAway(const QString& sentence) {
  auto* window = m_parts.window;
  if (!m_parts.settings->notifyWhenDone() || window->isActiveWindow()) return;
  QApplication::alert(window);
  Q_EMIT notified(sentence);
  if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
  auto* tray = new QSystemTrayIcon(window->windowIcon(), window);
  tray->show();
  // Desktops may interpret what looks like a tag.
  auto plain = sentence;
  plain.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('>'), QChar(0x203a));
  tray->showMessage(window->windowTitle(), plain, window->windowIcon());
  QTimer::singleShot(std::chrono::seconds(20), tray, &QObject::deleteLater);
}

void Announcer::dropOutdated() {
  m_parts.notice->dropOutdated();
  if (std::exchange(m_endsAtStart, false) && isSaidShown()) m_parts.status->clearMessage();
}

void Announcer::dropErrors() { m_parts.notice->dropErrors(); }

}  // namespace fb::ui
