// SPDX-License-Identifier: MIT
// However the Studio is asked to end, it keeps finished work.
#include "export_work_of.h"
#include "prompt/prompt_panel.h"
#include "runs/queue_model.h"
#include "runs/run_store.h"
#include "session/export_queue.h"
#include "shell/end_signals.h"
#include "studio_fixture.h"

#include <QDir>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;
constexpr int kStepsDone = 3;

// The child process: a window with a run that is held before its fourth step.
class Child : public StudioFixture {
public:
  explicit Child(const QString& state) : m_theme(*qApp), m_settings(QDir(state).filePath("studio.ini")) {
    m_settings.setRunsFolder(QDir(state).filePath("runs"));
    m_engine = std::make_shared<FakeEngine>();
    m_engine->steps.close(kStepsDone);
    m_presets = std::make_unique<PresetStore>(QDir(state).filePath("presets.json"));
    m_studio = std::make_unique<Studio>([engine = m_engine](Error&) { return engine; }, state);
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_studio.get(), &m_settings, &m_theme, &m_language, m_presets.get(), &m_log});
    QObject::connect(&m_signals, &EndSignals::received, m_window.get(), &MainWindow::leave);
    QObject::connect(m_studio.get(), &Studio::ready, m_window.get(), [this] {
      m_studio->runner()->enqueue(m_window->request());
      m_studio->runner()->start();
    });
    QObject::connect(m_studio->runner(), &QueueRunner::stepFinished, m_window.get(), [](RunId, const StepReport& step) {
      if (step.next() < kStepsDone) return;
      std::printf("begun\n");
      std::fflush(stdout);
    });
    m_window->show();
  }
  ~Child() { close(); }

private:
  EndSignals m_signals;
  Theme m_theme;
  Language m_language;
  Settings m_settings;
};

}  // namespace

class TestLeaving : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { leave(); }

  void aSignalEndsItAsClosingTheWindowDoes_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
  }
  void aSignalEndsItAsClosingTheWindowDoes() {
    QFETCH(int, number);
    const QTemporaryDir state;
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {"--live", state.path()});
    QVERIFY(child.waitForStarted());
    QByteArray said;
    while (!said.contains("begun")) {
      QVERIFY(child.waitForReadyRead(kPatience));
      said += child.readAllStandardOutput();
    }
    // The first two come with a write that fails and end nothing.
    for (const int signal : {SIGPIPE, SIGXFSZ, number})
      QCOMPARE(::kill(static_cast<pid_t>(child.processId()), signal), 0);
    QVERIFY(child.waitForFinished(kPatience));
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);

    RunStore store(state.filePath("studio.sqlite"));
    const auto queue = store.readQueue();
    QCOMPARE(queue.size(), std::size_t(1));
    QVERIFY(queue[0].state == RunState::Paused);
    QCOMPARE(queue[0].stepsDone, kStepsDone);
    QVERIFY(!Settings(state.filePath("studio.ini")).windowGeometry().isEmpty());
  }

  // Even if a question is open that nobody will answer any more.
  void aQuestionDoesNotKeepIt() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    m_engine->steps.close(1);
    m_studio->runner()->enqueue(m_window->request());
    QTRY_VERIFY(m_engine->steps.isHolding());
    bool asked = false;
    QTimer::singleShot(0, m_window.get(), [this] { m_window->close(); });
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
      if (asked || !QApplication::activeModalWidget()) return;
      asked = true;
      m_window->leave();
    });
    looking.start(0);
    QApplication::exec();
    QVERIFY(asked);
    QVERIFY(!m_settings->windowGeometry().isEmpty());
    QVERIFY(!m_studio->runner()->runningRun());
    QCOMPARE(m_studio->queue()->count(RunState::Paused), 1);
  }

  // Nobody may be there to answer, and the next start names the exports.
  void asksNothingAboutExports() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    m_engine->exporting.close();
    const Clip clip{8, {std::make_shared<const Frame>(Frame{8, 8, std::vector<std::uint8_t>(8 * 8 * 3)})}};
    for (const char* name : {"one.mp4", "two.mp4"})
      m_studio->exportQueue()->add(name, exportWorkOf(clip, m_folder->filePath(name)));
    QTRY_VERIFY(m_engine->exporting.isHolding());
    bool asked = false;
    QTimer::singleShot(0, m_window.get(), &MainWindow::leave);
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
      auto* question = QApplication::activeModalWidget();
      if (!question) return;
      asked = true;
      question->close();
      QApplication::exit();
    });
    looking.start(0);
    QApplication::exec();
    QVERIFY(!asked);
    QVERIFY(!m_settings->windowGeometry().isEmpty());
    close();
    open();
    QCOMPARE(m_settings->unfinishedExports(),
             QStringList({m_folder->filePath("one.mp4"), m_folder->filePath("two.mp4")}));
  }

  void anEditOfTheLastMomentIsKept() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    QTRY_VERIFY(isKept());
    auto* prompt = m_window->findChild<PromptPanel*>()->findChild<QPlainTextEdit*>();
    QVERIFY(prompt);
    prompt->setPlainText(QStringLiteral("what was typed a moment ago"));
    m_window->close();
    const auto kept = requestFromJson(m_settings->lastRequest().toStdString());
    QVERIFY(kept.ok());
    QCOMPARE(QString::fromStdString(kept.value().clip.prompt), QStringLiteral("what was typed a moment ago"));
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--live")) {
    const Child child(arguments.value(2));
    return QApplication::exec();
  }
  TestLeaving test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_leaving.moc"
