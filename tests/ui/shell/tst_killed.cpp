// SPDX-License-Identifier: MIT
// The Studio is killed at a random moment and restarted: queue and history are intact, an export has left nothing that
// looks like a clip but is not one, and the run continues to exactly the frames of an uninterrupted run. The moments
// alternate: while a run is sampling, while the queue is being written continuously, while a clip is being exported.
// FB_KILLS is the total number (default 3). The seed and each of the moments are printed; FB_SEED sets it.
#include "export_work_of.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "seed.h"
#include "session/export_session.h"
#include "shell/studio.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <utility>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 120'000;
constexpr int kExportedFrames = 40;

enum class Moment { Sampling, Writing, Exporting };
constexpr int kMoments = 3;
const char* nameOf(Moment moment) {
  return moment == Moment::Sampling ? "sampling" : moment == Moment::Writing ? "writing the queue" : "exporting";
}

using Frames = std::vector<std::vector<std::uint8_t>>;

std::unique_ptr<Studio> openStudio(const QString& state, PairSpec& pair) {
  auto studio = std::make_unique<Studio>(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0), state);
  studio->runner()->setRunsFolder(QDir(state).filePath(QStringLiteral("runs")));
  QSignalSpy ready(studio.get(), &Studio::ready);
  studio->start();
  if (!ready.wait(kPatience)) qFatal("the engine did not open");
  if (!QTest::qWaitFor([&] { return studio->history()->isWhole(); })) qFatal("the history was not read");
  pair = ready[0][0].value<std::vector<PairSpec>>().front();
  return studio;
}

GenerationRequest requestOf(const PairSpec& pair) {
  auto request = defaultRequest(pair);
  request.sampling.schedule.steps = 12;
  request.sampling.seed = 7;
  return request;
}

QString exportFolder(const QString& state) { return QDir(state).filePath(QStringLiteral("clips")); }

// Noise, which takes every encoder some time. Another one in every second round, so that a mixture of two is noticed.
Clip clipToExport(quint32 round) {
  Clip clip;
  QRandomGenerator random(1 + round % 2);
  for (int i = 0; i < kExportedFrames; ++i) {
    Frame frame{320, 192, std::vector<std::uint8_t>(std::size_t(320) * 192 * 3)};
    for (auto& value : frame.rgb) value = static_cast<std::uint8_t>(random.generate());
    clip.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
  }
  return clip;
}

// One file after the other; from the second round on, each replaces a complete one.
void exportForEver(Studio& studio, const QString& folder) {
  struct Target {
    ExportFormat format;
    const char* name;
  };
  static const std::vector<Target> targets = {{ExportFormat::Mp4H264, "clip.mp4"},
                                              {ExportFormat::Gif, "clip.gif"},
                                              {ExportFormat::PngSequence, "frames"},
                                              {ExportFormat::MovProRes, "clip.mov"}};
  QDir().mkpath(folder);
  auto next = [&studio, folder, clips = std::array{clipToExport(0), clipToExport(1)}, turn = std::size_t(0)]() mutable {
    const auto& formats = studio.formats();
    const Target* target = nullptr;
    do target = &targets[turn++ % targets.size()];
    while (std::find(formats.begin(), formats.end(), target->format) == formats.end());
    ExportOptions options;
    options.format = target->format;
    options.overwrite = true;
    studio.exports()->start(exportWorkOf(clips[(turn - 1) / targets.size() % 2],
                                         QDir(folder).filePath(QLatin1String(target->name)), options));
  };
  auto shared = std::make_shared<decltype(next)>(std::move(next));
  QObject::connect(studio.exports(), &ExportSession::finished, &studio, [shared] { (*shared)(); });
  QObject::connect(studio.exports(), &ExportSession::failed, &studio,
                   [](const Error& error) { qFatal("%s", error.message.c_str()); });
  (*shared)();
}

// Every change of the queue that a user can make, one per iteration of the event loop.
void changeForEver(Studio& studio, RunId waiting) {
  auto* timer = new QTimer(&studio);
  QObject::connect(timer, &QTimer::timeout, &studio, [&studio, waiting, turn = 0]() mutable {
    auto* runner = studio.runner();
    runner->rename(waiting, QStringLiteral("waiting %1").arg(++turn));
    const auto copy = runner->duplicate(waiting);
    studio.queue()->move(copy, studio.queue()->row(waiting));
    runner->remove(copy);
  });
  timer->start(0);
}

// What the killed process does: one run that is interrupted and one that waits after it, and what the moment requires.
int live(const QString& state, Moment moment) {
  PairSpec pair;
  auto studio = openStudio(state, pair);
  studio->runner()->enqueue(requestOf(pair), RunKind::Generate, QStringLiteral("cut off"));
  const auto waiting = studio->runner()->enqueue(requestOf(pair), RunKind::Generate, QStringLiteral("waiting"));
  // This checks what is intact after the kill, not how soon it is on disk.
  studio->store()->flush();
  if (moment == Moment::Writing) changeForEver(*studio, waiting);
  const auto begun = [said = false]() mutable {
    if (!std::exchange(said, true)) std::printf("begun\n");
    std::fflush(stdout);
  };
  if (moment == Moment::Exporting) {
    // Not before the first frame is in the file.
    QObject::connect(studio->exports(), &ExportSession::progress, studio.get(), begun);
    exportForEver(*studio, exportFolder(state));
  } else {
    QTimer::singleShot(0, begun);
  }
  return QCoreApplication::exec();
}

bool isFramesOf(const Clip& clip, const Clip& other) {
  return std::ranges::equal(clip.frames, other.frames, [](const auto& a, const auto& b) { return a->rgb == b->rgb; });
}

QStringList temporariesIn(const QString& folder) {
  return QDir(folder).entryList({QStringLiteral(".*.part*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

}  // namespace

class TestKilled : public QObject {
  Q_OBJECT
private:
  std::mt19937_64 m_random;
  int m_cutExports = 0;
  int m_cutCopies = 0;

  void killAt(Moment moment, const QString& state) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--live"), state, QString::number(static_cast<int>(moment))});
    QVERIFY(process.waitForStarted());
    QByteArray said;
    while (!said.contains("begun")) {
      QVERIFY(process.waitForReadyRead(kPatience));
      said += process.readAllStandardOutput();
    }
    const auto milliseconds = static_cast<int>(m_random() % 1500);
    qInfo("killed %d ms after it began, %s", milliseconds, nameOf(moment));
    QTest::qWait(milliseconds);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
  }

  // The killed run is in the queue or, if it was fast, in the history; a copy that was about to be removed may still be
  // there, and is intact.
  void checkRuns(Studio& studio, const GenerationRequest& expected) {
    QVERIFY2(studio.store()->loss().isEmpty(), qPrintable(studio.store()->loss()));
    QStringList titles;
    const auto check = [&](const RunRecord& record) {
      titles << record.displayTitle().section(QLatin1Char(' '), 0, 0);
      auto request = record.request;
      request.options.runFolder.clear();
      auto wanted = expected;
      // A finished one reports what it ran with.
      if (record.state == RunState::Finished) wanted.options.dtype = DType::Float32;
      QCOMPARE(QString::fromStdString(toJson(request)), QString::fromStdString(toJson(wanted)));
    };
    for (int row = 0; row < studio.history()->rowCount(); ++row)
      check(*studio.history()->record(studio.history()->summary(row).id));
    std::vector<RunId> copies;
    for (const auto id : studio.queue()->order()) {
      const auto record = *studio.queue()->find(id);
      check(record);
      if (titles.count(titles.last()) > 1) copies.push_back(id);
    }
    QVERIFY2(titles.contains(QStringLiteral("cut")) && titles.contains(QStringLiteral("waiting")),
             qPrintable(titles.join(QLatin1Char(','))));
    QVERIFY2(copies.size() <= 1, qPrintable(titles.join(QLatin1Char(','))));
    for (const auto id : copies) studio.runner()->remove(id);
    m_cutCopies += static_cast<int>(copies.size());
  }

  // A file with a final name is a complete clip, and one of those that were exported; incomplete ones are gone.
  void checkExports(Studio& studio, const QString& folder) {
    QTRY_VERIFY2(temporariesIn(folder).isEmpty(), qPrintable(temporariesIn(folder).join(QLatin1Char(','))));
    for (const auto& found : QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
      QTRY_VERIFY2(temporariesIn(found.filePath()).isEmpty(), qPrintable(found.filePath()));
      const auto clip = studio.host()->engine()->readClip(found.filePath().toStdString());
      QVERIFY2(clip.ok(), clip ? "" : clip.error().message.c_str());
      QCOMPARE(clip.value().frames.size(), std::size_t(kExportedFrames));
      if (found.isDir())
        QVERIFY(isFramesOf(clip.value(), clipToExport(0)) || isFramesOf(clip.value(), clipToExport(1)));
    }
  }

  // The frames of every run, including those that finished before the kill, are read back from its folder.
  static void checkFrames(Studio& studio, Frames& expected) {
    for (int row = 0; row < studio.history()->rowCount(); ++row) {
      const auto record = studio.history()->record(studio.history()->summary(row).id);
      const auto clip = studio.host()->engine()->loadRunClip(record->request.options.runFolder);
      QVERIFY2(clip.ok(), clip ? "" : clip.error().message.c_str());
      QCOMPARE(clip.value().frames.size(), std::size_t(17));
      if (expected.empty())
        for (const auto& frame : clip.value().frames) expected.push_back(frame->rgb);
      for (std::size_t i = 0; i < expected.size(); ++i) QVERIFY(clip.value().frames[i]->rgb == expected[i]);
    }
  }

private Q_SLOTS:
  void initTestCase() { m_random.seed(testSeed(std::random_device()())); }

  void goesOnToTheSameFrames() {
    const int kills = std::max(1, qEnvironmentVariableIsSet("FB_KILLS") ? qEnvironmentVariableIntValue("FB_KILLS") : 3);
    Frames expected;
    for (int round = 0; round <= kills; ++round) {
      const auto moment = static_cast<Moment>(round % kMoments);
      QTemporaryDir state;
      qputenv("XDG_STATE_HOME", state.filePath("engine").toUtf8());
      const auto clips = exportFolder(state.path());
      if (round > 0) killAt(moment, state.path());
      m_cutExports += temporariesIn(clips).isEmpty() ? 0 : 1;

      PairSpec pair;
      auto studio = openStudio(state.path(), pair);
      if (round == 0)
        studio->runner()->enqueue(requestOf(pair));
      else
        checkRuns(*studio, requestOf(pair));
      if (QDir(clips).exists()) checkExports(*studio, clips);
      const int known = studio->queue()->rowCount() + studio->history()->rowCount();
      QCOMPARE(known, round == 0 ? 1 : 2);
      for (const auto id : studio->runner()->interruptedRuns()) studio->runner()->resume(id);
      studio->runner()->start();
      QTRY_COMPARE_WITH_TIMEOUT(studio->history()->rowCount(), known, kPatience);
      QCOMPARE(studio->queue()->rowCount(), 0);
      checkFrames(*studio, expected);
      if (QTest::currentTestFailed()) return;
    }
    qInfo("%d kills; %d cut an export off, %d left a copy in the queue", kills, m_cutExports, m_cutCopies);
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--live"))
    return live(arguments.value(2), static_cast<Moment>(arguments.value(3).toInt()));
  TestKilled test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
