// SPDX-License-Identifier: MIT
#include "shell/taskbar_progress.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVariantMap>

using namespace fb::ui;

class TestTaskbarProgress : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void onUpdate(const QString& application, const QVariantMap& properties) {
    m_heard.emplace_back(application, properties);
  }

private Q_SLOTS:
  // A separate session bus for the test, whether or not this machine has one.
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                    QStringLiteral("--print-address=1"), QStringLiteral("--address=unix:dir=") + m_folder.path()});
    QVERIFY2(m_daemon.waitForStarted(), qPrintable(m_daemon.errorString()));
    QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }));
    m_address = QString::fromLocal8Bit(m_daemon.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLocal8Bit());
    QVERIFY2(QDBusConnection::sessionBus().isConnected(),
             qPrintable(QDBusConnection::sessionBus().lastError().message()));
  }
  void cleanupTestCase() {
    QDBusConnection::disconnectFromBus(QStringLiteral("qt_default_session_bus"));
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
  }
  void init() { m_heard.clear(); }

  void theMessageIsWhatTaskBarsRead() {
    const auto message = TaskbarProgress::message(QStringLiteral("flowblending-studio"), .25);
    QCOMPARE(message.type(), QDBusMessage::SignalMessage);
    QCOMPARE(message.interface(), QStringLiteral("com.canonical.Unity.LauncherEntry"));
    QCOMPARE(message.member(), QStringLiteral("Update"));
    QVERIFY(message.path().startsWith('/'));
    QCOMPARE(message.arguments().size(), 2);
    QCOMPARE(message.arguments()[0].toString(), QStringLiteral("application://flowblending-studio.desktop"));
    const auto properties = message.arguments()[1].toMap();
    // The readers ask for a double and a bool, nothing that can be turned into one.
    QCOMPARE(properties["progress"].typeId(), int(QMetaType::Double));
    QCOMPARE(properties["progress"].toDouble(), .25);
    QCOMPARE(properties["progress-visible"].typeId(), int(QMetaType::Bool));
    QVERIFY(properties["progress-visible"].toBool());
  }

  void noProgressTakesTheBarAway() {
    const auto properties = TaskbarProgress::message(QStringLiteral("x"), {}).arguments()[1].toMap();
    QVERIFY(!properties["progress-visible"].toBool());
    QCOMPARE(properties["progress"].typeId(), int(QMetaType::Double));
  }

  void theBusHearsEachPercentOnceAndTheEnd() {
    // A connection of the listener's own, as a task bar has: on the shared one, Qt holds back what comes in first and
    // may deliver it after what came later.
    auto bus = QDBusConnection::connectToBus(m_address, QStringLiteral("listener"));
    QVERIFY(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"), this,
                        SLOT(onUpdate(QString, QVariantMap))));
    {
      TaskbarProgress progress(QStringLiteral("tst"));
      progress.setProgress({});
      for (const double done : {.5, .501, .52}) progress.setProgress(done);
    }
    QTRY_COMPARE(m_heard.size(), std::size_t(3));
    QCOMPARE(m_heard[1].second["progress"].toDouble(), .52);
    QVERIFY(!m_heard[2].second["progress-visible"].toBool());
    QDBusConnection::disconnectFromBus(QStringLiteral("listener"));
  }

private:
  QTemporaryDir m_folder;
  QProcess m_daemon;
  QString m_address;
  std::vector<std::pair<QString, QVariantMap>> m_heard;
};

QTEST_GUILESS_MAIN(TestTaskbarProgress)
#include "tst_taskbar_progress.moc"
