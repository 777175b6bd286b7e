// SPDX-License-Identifier: MIT
// The Studio is killed at a random moment of a run, and opened again: queue and history are whole, and the run goes on
// to the very frames of a run that nobody disturbed. FB_KILLS says how often (default 3).
#include "models/history_model.h"
#include "models/queue_model.h"
#include "models/queue_runner.h"
#include "models/run_store.h"
#include "shell/studio.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 120'000;

std::unique_ptr<Studio> openStudio(const QString& state, PairSpec& pair) {
  auto studio = std::make_unique<Studio>(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0), state);
  studio->runner()->setRunsFolder(QDir(state).filePath(QStringLiteral("runs")));
  QSignalSpy ready(studio.get(), &Studio::ready);
  studio->start();
  if (!ready.wait(kPatience)) qFatal("the engine did not open");
  pair = ready[0][0].value<PairSpec>();
  return studio;
}

GenerationRequest requestOf(const PairSpec& pair) {
  auto request = defaultRequest(pair);
  request.schedule.steps = 12;
  request.seed = 7;
  return request;
}

// What the killed process does: one finished run, then one that is cut off.
int live(const QString& state) {
  PairSpec pair;
  auto studio = openStudio(state, pair);
  studio->runner()->enqueue(requestOf(pair), RunKind::Generate, QStringLiteral("cut off"));
  studio->runner()->enqueue(requestOf(pair), RunKind::Generate, QStringLiteral("waiting"));
  std::printf("begun\n");
  std::fflush(stdout);
  return QCoreApplication::exec();
}

}  // namespace

class TestKilled : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void goesOnToTheSameFrames() {
    const int kills = std::max(1, qEnvironmentVariableIsSet("FB_KILLS") ? qEnvironmentVariableIntValue("FB_KILLS") : 3);
    std::vector<std::vector<std::uint8_t>> expected;
    for (int round = 0; round <= kills; ++round) {
      QTemporaryDir state;
      qputenv("XDG_STATE_HOME", state.filePath("engine").toUtf8());
      if (round > 0) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--live"), state.path()});
        QVERIFY(process.waitForStarted());
        while (!process.readAllStandardOutput().contains("begun")) QVERIFY(process.waitForReadyRead(kPatience));
        QTest::qWait(static_cast<int>(QRandomGenerator::global()->bounded(1500)));
        process.kill();
        QVERIFY(process.waitForFinished());
      }
      PairSpec pair;
      auto studio = openStudio(state.path(), pair);
      QVERIFY2(studio->store()->problem().isEmpty(), qPrintable(studio->store()->problem()));

      if (round == 0) studio->runner()->enqueue(requestOf(pair));
      const int known = studio->queue()->rowCount() + studio->history()->rowCount();
      QCOMPARE(known, round == 0 ? 1 : 2);
      for (const auto id : studio->runner()->interruptedRuns()) studio->runner()->resume(id);
      studio->runner()->start();
      QTRY_COMPARE_WITH_TIMEOUT(studio->history()->rowCount(), known, kPatience);
      QCOMPARE(studio->queue()->rowCount(), 0);
      // Of every run, also of those that were over before the kill, the frames are read back from its folder.
      for (int row = 0; row < known; ++row) {
        const auto record = studio->history()->record(studio->history()->summary(row).id);
        const auto clip = studio->host()->engine()->loadRunClip(record->request.runFolder);
        QVERIFY2(clip.ok(), clip ? "" : clip.error().message.c_str());
        QCOMPARE(clip.value().frames.size(), std::size_t(17));
        if (expected.empty())
          for (const auto& frame : clip.value().frames) expected.push_back(frame->rgb);
        for (std::size_t i = 0; i < expected.size(); ++i) QVERIFY(clip.value().frames[i]->rgb == expected[i]);
      }
    }
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--live")) return live(arguments.value(2));
  TestKilled test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
