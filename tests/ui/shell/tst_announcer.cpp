// SPDX-License-Identifier: MIT
#include "shell/announcer.h"

#include "settings/settings.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

class TestAnnouncer : public QObject {
  Q_OBJECT
private:
  QTemporaryDir m_folder;
  Settings m_settings{m_folder.filePath("studio.ini")};
  QWidget m_window;
  NoticeBar m_notice{&m_window};
  QStatusBar m_status{&m_window};
  Announcer m_announcer{{&m_window, &m_notice, &m_status, &m_settings}};

private Q_SLOTS:
  void saysInPassing() {
    m_announcer.say("Saved.", std::chrono::milliseconds(30));
    QCOMPARE(m_status.currentMessage(), QString("Saved."));
    QTRY_VERIFY(m_status.currentMessage().isEmpty());
    QVERIFY(m_notice.text().isEmpty());
  }

  // A message that is read while the language changes is read on in the new one, and for no longer than it would be.
  void whatIsSaidFollowsTheLanguage() {
    QString language = "en";
    m_announcer.say([&] { return language == "en" ? QString("Done.") : QString("Fertig."); },
                    std::chrono::milliseconds(600));
    language = "de";
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&m_status, &change);
    QCOMPARE(m_status.currentMessage(), QString("Fertig."));
    QTRY_VERIFY(m_status.currentMessage().isEmpty());
    // What is over, or has been replaced by another message, does not come back.
    QApplication::sendEvent(&m_status, &change);
    QVERIFY(m_status.currentMessage().isEmpty());
    m_announcer.say([&] { return language; });
    m_status.showMessage("of the menu");
    QApplication::sendEvent(&m_status, &change);
    QCOMPARE(m_status.currentMessage(), QString("of the menu"));
    m_status.clearMessage();
  }

  // "Paused": not while it goes on.
  void whatIsSaidUntilAStartEndsWithIt() {
    m_announcer.sayUntilStart("Paused.");
    QCOMPARE(m_status.currentMessage(), QString("Paused."));
    m_announcer.dropOutdated();
    QVERIFY(m_status.currentMessage().isEmpty());
    // What was said or shown since then stays.
    m_announcer.sayUntilStart("Paused.");
    m_announcer.say("Saved.");
    m_announcer.dropOutdated();
    QCOMPARE(m_status.currentMessage(), QString("Saved."));
    m_announcer.sayUntilStart("Paused.");
    m_status.showMessage("of the menu");
    m_announcer.dropOutdated();
    QCOMPARE(m_status.currentMessage(), QString("of the menu"));
    m_status.clearMessage();
  }

  void notifiesOnlySomebodyWhoIsElsewhereAndWantsIt() {
    QSignalSpy notified(&m_announcer, &Announcer::notified);
    QVERIFY(!m_window.isActiveWindow());
    m_announcer.notifyIfAway("Finished: a star");
    QCOMPARE(notified.count(), 1);
    QCOMPARE(notified[0][0].toString(), QString("Finished: a star"));
    m_settings.setNotifyWhenDone(false);
    m_announcer.notifyIfAway("Finished: a ring");
    QCOMPARE(notified.count(), 1);
    m_settings.setNotifyWhenDone(true);
    m_window.show();
    m_window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_window));
    m_announcer.notifyIfAway("Finished: a ring");
    QCOMPARE(notified.count(), 1);
    m_window.hide();
  }

  void tellsAnErrorWithItsPlaceAndAWayOut() {
    m_announcer.tellError("clip.mp4", {ErrorKind::Unsupported, "clip.mp4 is no clip"});
    QVERIFY2(m_notice.text().contains(": clip.mp4\n"), qPrintable(m_notice.text()));
    QVERIFY2(m_notice.text().contains("clip.mp4 is no clip"), qPrintable(m_notice.text()));
  }

  void warningsStayWhenARunBegins() {
    m_announcer.warn("The settings could not be read.");
    m_announcer.tellError("clip.mp4", {ErrorKind::Io, "cannot read"});
    m_announcer.dropOutdated();
    QCOMPARE(m_notice.text(), QString("The settings could not be read."));
  }

  void anOfferCanBeTaken() {
    int taken = 0;
    m_announcer.offer("The queue waits.", "Resume", [&] { ++taken; });
    QCOMPARE(m_notice.text(), QString("The queue waits."));
    m_notice.findChild<QPushButton*>("noticeAction")->click();
    QCOMPARE(taken, 1);
    QVERIFY(m_notice.text() != "The queue waits.");
  }
};

QTEST_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
