// SPDX-License-Identifier: MIT
// One Studio per state folder, and what a second start passes to the first one.
#include "files/state_folder.h"
#include "shell/single_instance.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <cstdio>
#include <future>

using namespace fb::ui;

namespace {

constexpr auto kPatience = std::chrono::seconds(20);

unsigned modeOf(const QString& path) {
  struct stat status {};
  return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

int claimUntilKilled(const QString& path) {
  StateFolder folder(path);
  const bool claimed = folder.claim();
  SingleInstance instance(path);
  std::printf("%s\n", claimed && instance.listen() ? "claimed" : "refused");
  std::fflush(stdout);
  return QCoreApplication::exec();
}

}  // namespace

class TestSingleInstance : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_dir;
  QString path(const QString& name = QStringLiteral("state")) const { return m_dir->filePath(name); }

  // As in the second process, which does not share this one's event loop.
  static std::future<bool> handOver(const QString& folder, const QStringList& files,
                                    std::chrono::milliseconds patience = kPatience) {
    return std::async(std::launch::async, [=] { return SingleInstance::handOver(folder, files, patience); });
  }
  static bool answer(std::future<bool>& answer) {
    if (!QTest::qWaitFor([&] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 30'000))
      qFatal("no answer");
    return answer.get();
  }

private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void aFolderHasOneOwnerUntilItsProcessEnds() {
    QProcess owner;
    owner.start(QCoreApplication::applicationFilePath(), {"--claim", path()});
    QVERIFY(owner.waitForReadyRead(30'000));
    QCOMPARE(owner.readAllStandardOutput(), QByteArray("claimed\n"));
    StateFolder second(path());
    QVERIFY(!second.claim());
    QVERIFY(!second.claim());
    // As in a power failure: nothing is cleaned up.
    owner.kill();
    QVERIFY(owner.waitForFinished());
    QVERIFY(QFile::exists(path() + "/studio.lock"));
    QVERIFY(second.claim());
    SingleInstance instance(path());
    QVERIFY(instance.listen());
    auto handed = handOver(path(), {});
    QVERIFY(answer(handed));
  }

  void filesAreHandedToTheFirst_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("a short name") << "state";
    QTest::newRow("a name longer than sockets may have") << QString(200, 'n') + "/" + QString(200, 'm');
    QTest::newRow("letters of many kinds") << QStringLiteral("Zustände 状态 '\"");
  }
  void filesAreHandedToTheFirst() {
    QFETCH(QString, folder);
    StateFolder state(path(folder));
    QVERIFY(state.claim());
    SingleInstance instance(state.path());
    QSignalSpy handed(&instance, &SingleInstance::handedOver);
    QVERIFY(instance.listen());
    const QStringList files{"/clips/a.mp4", QStringLiteral("/clips/ä 状.json"), QString(5000, 'x')};
    auto first = handOver(state.path(), files);
    QVERIFY(answer(first));
    auto second = handOver(state.path(), {});
    QVERIFY(answer(second));
    QCOMPARE(handed.count(), 2);
    QCOMPARE(handed[0][0].toStringList(), files);
    QVERIFY(handed[1][0].toStringList().isEmpty());
  }

  void whoDoesNotAnswerIsNotWaitedForWithoutEnd() {
    StateFolder state(path());
    auto nobody = handOver(path(), {}, std::chrono::milliseconds(1));
    QVERIFY(!answer(nobody));
    QLocalServer deaf;
    QVERIFY(deaf.listen(path() + "/studio.socket"));
    auto silence = handOver(path(), {"/clips/a.mp4"}, std::chrono::milliseconds(50));
    QVERIFY(!answer(silence));
  }

  // Files that would be lost are not accepted.
  void whoLeavesTakesNothing() {
    StateFolder state(path());
    SingleInstance instance(path());
    QSignalSpy handed(&instance, &SingleInstance::handedOver);
    QVERIFY(instance.listen());
    instance.stopListening();
    auto late = handOver(path(), {"/clips/a.mp4"}, std::chrono::milliseconds(50));
    QVERIFY(!answer(late));
    QCOMPARE(handed.count(), 0);
  }

  void whatIsNoMessageOpensNothing() {
    StateFolder state(path());
    SingleInstance instance(path());
    QSignalSpy handed(&instance, &SingleInstance::handedOver);
    QVERIFY(instance.listen());
    for (const auto& bytes : {QByteArray("GET / HTTP/1.1\r\n\r\n and more of it"), QByteArray(2 << 20, '\xff')}) {
      QLocalSocket socket;
      socket.connectToServer(path() + "/studio.socket");
      QVERIFY(socket.waitForConnected());
      socket.write(bytes);
      QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(handed.count(), 0);
  }

  void isItsOwnersAlone() {
    const auto before = ::umask(022);
    QVERIFY(QDir().mkpath(path("old")));
    QVERIFY(QDir().mkpath(path("documents")));
    for (const auto* name : {"old/studio.sqlite", "documents/letter.odt"}) {
      QFile file(path(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const StateFolder made(path("deep/state")), old(path("old")), documents(path("documents"));
    ::umask(before);
    QCOMPARE(modeOf(path("deep/state")), 0700u);
    QCOMPARE(modeOf(path("old")), 0700u);
    // A folder of somebody else's does not change because a state is put into it.
    QCOMPARE(modeOf(path("documents")), 0755u);
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--claim")) return claimUntilKilled(arguments.value(2));
  TestSingleInstance test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_single_instance.moc"
