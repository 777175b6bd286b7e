// SPDX-License-Identifier: MIT
// Not a test: figures of the window for docs/verification.md.
//   bench_studio start FOLDER   ends at the first paint of the real window, its state in FOLDER; time it from outside
//   bench_studio empty    the same for an empty window with a plot, to compare with
//   bench_studio soak N   N short generations in one process, memory after every tenth
//   bench_studio history  10,000 finished runs: opening, scrolling and searching, the longest step of each
//   bench_studio busy     the gaps between iterations of the event loop while clips are made, others are exported, and
//                         a history of 10,000 runs is scrolled through
#include "export_work_of.h"
#include "fake_engine.h"
#include "heartbeat.h"
#include "help/log_book.h"
#include "prompt/preset_store.h"
#include "runs/history_model.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "session/export_session.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <qcustomplot.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace fb;
using namespace fb::ui;

namespace {

// Ends the process when the last part of the first paint is done; nothing after it belongs to the start.
class EndAtPaint : public QObject {
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::Paint) QTimer::singleShot(0, [] { ::_exit(0); });
    return false;
  }
};

double megabytesInUse() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

int soak(MainWindow& window, Studio& studio, int runs) {
  if (!QTest::qWaitFor([&] { return studio.isReady() && !window.request().pair.large.empty(); }, 60'000)) return 1;
  QTest::qWait(500);
  for (int run = 1; run <= runs; ++run) {
    auto request = window.request();
    request.sampling.schedule.steps = 4;
    request.sampling.seed = static_cast<std::uint64_t>(run);
    QSignalSpy finished(studio.runner(), &QueueRunner::runFinished);
    studio.runner()->enqueue(request);
    if (!QTest::qWaitFor([&] { return finished.count() == 1; }, 60'000)) return 1;
    if (run % 10 == 0) std::printf("after %3d runs: %.1f MB\n", run, megabytesInUse());
  }
  return 0;
}

// As after a year of work: each run with its strip of thumbnails.
void fillHistory(const QDir& state) {
  constexpr int kRuns = 10'000, kFrames = 12, kSide = 96;
  const char* prompts[] = {"a large red star bounces over a striped blue and white background",
                           "a green ring orbits on black", "two hearts move up", "a yellow circle turns"};
  QImage strip(kFrames * kSide, kSide, QImage::Format_RGB32);
  for (int frame = 0; frame < kFrames; ++frame)
    QPainter(&strip).fillRect(frame * kSide, 0, kSide, kSide, QColor::fromHsv(30 * frame, 200, 200));
  strip.save(state.filePath(QStringLiteral("strip.png")));
  RunStore store(state.filePath(QStringLiteral("studio.sqlite")));
  for (int i = 0; i < kRuns; ++i) {
    RunRecord run;
    run.id = store.newId();
    run.state = RunState::Finished;
    run.request.clip.prompt = prompts[i % 4];
    run.request.clip.width = run.request.clip.height = 64;
    run.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + i * 60'000LL, Qt::UTC);
    run.ended = run.created.addSecs(30);
    run.thumbnail = state.filePath(QStringLiteral("strip-%1.png").arg(i));
    QFile::link(state.filePath(QStringLiteral("strip.png")), run.thumbnail);
    run.thumbnailFrames = kFrames;
    for (int step = 0; step < 30; ++step) {
      StepReport report;
      report.step = step;
      report.steps = 30;
      report.divergence = Divergence{.5, .1};
      run.steps.push_back(report);
    }
    store.save(run);
  }
}

// How long the window does not respond: the work itself and each iteration of the event loop after it.
double longestTurn(const std::function<void()>& work, int settleMilliseconds = 0) {
  QElapsedTimer turn, whole;
  whole.start();
  turn.start();
  work();
  double longest = 0;
  do {
    QCoreApplication::processEvents();
    longest = std::max(longest, static_cast<double>(turn.nsecsElapsed()) / 1e6);
    turn.start();
  } while (whole.elapsed() < settleMilliseconds);
  return longest;
}

void turnWheel(QListView* list, int by) {
  const QPointF at(list->viewport()->rect().center());
  QWheelEvent event(at, list->viewport()->mapToGlobal(at), {}, {0, by}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(list->viewport(), &event);
}

double scrollThrough(QListView* list) {
  double longest = 0;
  const auto wheel = [list] { turnWheel(list, -240); };
  list->scrollToTop();
  for (int i = 0; i < 200; ++i) longest = std::max(longest, longestTurn(wheel));
  list->setFocus();
  list->setCurrentIndex(list->model()->index(0, 0));
  for (int i = 0; i < 200; ++i)
    longest = std::max(longest, longestTurn([list] { QTest::keyClick(list, Qt::Key_PageDown); }));
  longest = std::max(longest, longestTurn([list] { QTest::keyClick(list, Qt::Key_End); }));
  for (int i = 0; i <= 40; ++i)
    longest = std::max(longest, longestTurn([list, i] {
                         list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() * i / 40);
                       }));
  return longest;
}

int history(MainWindow& window, Studio& studio) {
  // The first paint is the start's, measured by `start`.
  window.show();
  window.repaint();
  // Turns in which rows are added, separate from those that open the engine.
  double reading = 0, other = 0;
  QElapsedTimer whole;
  for (whole.start(); whole.elapsed() < 3000;) {
    const int before = studio.history()->rowCount();
    const double turn = longestTurn([] {});
    auto& longest = studio.history()->rowCount() == before ? other : reading;
    longest = std::max(longest, turn);
  }
  std::printf("history read: %.1f ms; meanwhile, other turns: %.1f ms\n", reading, other);
  if (studio.history()->rowCount() != 10'000) return 1;
  auto* list = window.findChild<QListView*>(QStringLiteral("historyList"));
  auto* search = window.findChild<QLineEdit*>(QStringLiteral("historySearch"));
  auto* grid = window.findChild<QToolButton*>(QStringLiteral("historyGridButton"));
  auto* starred = window.findChild<QToolButton*>(QStringLiteral("starredOnlyButton"));
  auto* dock = window.findChild<QDockWidget*>(QStringLiteral("historyDock"));
  std::printf("panel opened: %.1f ms\n", longestTurn([&] { dock->raise(); }, 300));
  for (const char* view : {"list", "grid"}) {
    std::printf("%s, scrolled through: %.1f ms\n", view, scrollThrough(list));
    double longest = 0;
    for (const char letter : {'r', 'i', 'n', 'g'})
      longest = std::max(longest, longestTurn([&] { QTest::keyClick(search, letter); }, 50));
    if (list->model()->rowCount() != 2500) return 1;
    std::printf("%s, letters of a search: %.1f ms\n", view, longest);
    std::printf("%s, search cleared: %.1f ms\n", view, longestTurn([&] { search->clear(); }, 50));
    std::printf("%s, starred only on and off: %.1f ms\n", view,
                std::max(longestTurn([&] { starred->click(); }, 50), longestTurn([&] { starred->click(); }, 50)));
    std::printf("other view: %.1f ms\n", longestTurn([&] { grid->click(); }, 100));
  }
  return 0;
}

// Of moving noise, so that the encoder has something to do.
Clip clipToExport() {
  constexpr int kWidth = 640, kHeight = 360, kFrames = 48;
  Clip clip{24, {}};
  std::uint32_t state = 1;
  for (int i = 0; i < kFrames; ++i) {
    Frame frame{kWidth, kHeight, std::vector<std::uint8_t>(std::size_t{kWidth} * kHeight * 3)};
    for (auto& value : frame.rgb) value = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 26);
    clip.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
  }
  return clip;
}

int busy(MainWindow& window, Studio& studio, const QDir& state) {
  constexpr int kRuns = 4, kFrameTime = 16;
  window.show();
  const auto isReady = [&] {
    return studio.isReady() && !window.request().pair.large.empty() && studio.history()->rowCount() == 10'000;
  };
  if (!QTest::qWaitFor(isReady, 60'000)) return 1;
  auto* list = window.findChild<QListView*>(QStringLiteral("historyList"));
  window.findChild<QDockWidget*>(QStringLiteral("historyDock"))->raise();
  QEventLoop loop;
  int runs = 0, exports = 0, turns = 0;
  QObject::connect(studio.runner(), &QueueRunner::runFinished, &loop, [&] {
    if (++runs == kRuns) loop.quit();
  });
  QObject::connect(studio.runner(), &QueueRunner::runFailed, &loop, [&loop] { loop.exit(1); });
  ExportSession session(studio.host());
  const auto clip = clipToExport();
  ExportOptions options;
  options.format = ExportFormat::Mp4H264;
  const auto exportNext = [&] {
    session.start(exportWorkOf(clip, state.filePath(QStringLiteral("export-%1.mp4").arg(exports++)), options));
  };
  QObject::connect(&session, &ExportSession::finished, &loop, exportNext, Qt::QueuedConnection);
  QObject::connect(&session, &ExportSession::failed, &loop, [&loop] { loop.exit(1); });
  QTimer scroll;
  QObject::connect(&scroll, &QTimer::timeout, &loop, [&] { turnWheel(list, turns++ % 400 < 200 ? -240 : 240); });
  auto request = window.request();
  for (int run = 0; run < kRuns; ++run) {
    request.sampling.seed = static_cast<std::uint64_t>(run + 1);
    studio.runner()->enqueue(request);
  }
  exportNext();
  scroll.start(kFrameTime);
  Heartbeat heart;
  if (loop.exec() != 0) return 1;
  std::printf(
      "%d runs, %d exports, %d turns of the wheel: median %.1f ms, 99.9th percentile %.1f ms, longest %.1f ms\n", runs,
      exports, turns, heart.quantile(.5), heart.quantile(.999), heart.quantile(1));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const auto arguments = QApplication::arguments();
  const auto what = arguments.value(1);
  EndAtPaint end;
  if (what == QLatin1String("empty")) {
    QMainWindow window;
    window.setCentralWidget(new QCustomPlot(&window));
    window.resize(1360, 860);
    window.centralWidget()->installEventFilter(&end);
    window.show();
    return QApplication::exec();
  }
  QTemporaryDir temporary;
  const QDir state(what == QLatin1String("start") && arguments.size() > 2 ? arguments[2] : temporary.path());
  qputenv("XDG_STATE_HOME", temporary.path().toUtf8());
  LogBook log;
  Settings settings(state.filePath(QStringLiteral("studio.ini")));
  settings.setRunsFolder(state.filePath(QStringLiteral("runs")));
  settings.setClipsFolder(state.filePath(QStringLiteral("clips")));
  Language language;
  language.setLanguage(QStringLiteral("en"));
  Theme theme(application);
  theme.choose(ThemeChoice::System);
  PresetStore presets(state.filePath(QStringLiteral("presets.json")));
  if (what == QLatin1String("history") || what == QLatin1String("busy")) fillHistory(state);
  // The history needs no engine; loading one at the same time would be measured, too.
  const auto makeEngine = what == QLatin1String("history")
                              ? EngineHost::MakeEngine([](Error&) { return std::make_shared<FakeEngine>(); })
                              : EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0);
  Studio studio(makeEngine, state.path());
  MainWindow window({&studio, &settings, &theme, &language, &presets, &log});
  if (what == QLatin1String("start")) window.centralWidget()->installEventFilter(&end);
  if (what == QLatin1String("history")) return history(window, studio);
  if (what == QLatin1String("busy")) return busy(window, studio, state);
  window.show();
  if (what == QLatin1String("soak")) return soak(window, studio, arguments.value(2).toInt());
  return what == QLatin1String("start") ? QApplication::exec() : 2;
}
