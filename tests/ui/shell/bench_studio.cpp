// SPDX-License-Identifier: MIT
// Not a test: figures of the window for docs/verification.md.
//   bench_studio start FOLDER   ends at the first paint of the real window, its state in FOLDER; time it from outside
//   bench_studio empty    the same for an empty window with a plot, to compare with
//   bench_studio soak N   N short generations in one process, memory after every tenth
#include "help/log_book.h"
#include "models/queue_runner.h"
#include "prompt/preset_store.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <qcustomplot.h>
#include <unistd.h>

#include <cstdio>

using namespace fb;
using namespace fb::ui;

namespace {

// Ends the process where the last bit of the first paint is done; nothing after it belongs to the start.
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
    request.schedule.steps = 4;
    request.seed = static_cast<std::uint64_t>(run);
    QSignalSpy finished(studio.runner(), &QueueRunner::runFinished);
    studio.runner()->enqueue(request);
    if (!QTest::qWaitFor([&] { return finished.count() == 1; }, 60'000)) return 1;
    if (run % 10 == 0) std::printf("after %3d runs: %.1f MB\n", run, megabytesInUse());
  }
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
  Language language;
  language.setLanguage(QStringLiteral("en"));
  Theme theme(application);
  theme.choose(ThemeChoice::System);
  PresetStore presets(state.filePath(QStringLiteral("presets.json")));
  Studio studio(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0), state.path());
  MainWindow window({&studio, &settings, &theme, &language, &presets, &log});
  if (what == QLatin1String("start")) window.centralWidget()->installEventFilter(&end);
  window.show();
  if (what == QLatin1String("soak")) return soak(window, studio, arguments.value(2).toInt());
  return what == QLatin1String("start") ? QApplication::exec() : 2;
}
