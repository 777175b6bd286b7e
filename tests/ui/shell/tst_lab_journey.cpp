// SPDX-License-Identifier: MIT
// A whole sweep of the built-in pair at a small size, in the real window: told, started, paused, continued after the
// program was ended, proposed, applied, undone, written as a report.
#include "lab/heat_map.h"
#include "lab/sweep_words.h"
#include "lab_under_test.h"

#include <QAction>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;

std::unique_ptr<Studio> studioIn(const QString& state, PairSpec& pair) {
  auto studio = std::make_unique<Studio>(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0), state);
  QSignalSpy ready(studio.get(), &Studio::ready);
  studio->start();
  // Without an event loop of its own, which would end at once after a window has been closed.
  if (!QTest::qWaitFor([&] { return ready.count() > 0; }, kPatience)) qFatal("the engine did not open");
  pair = ready[0][0].value<std::vector<PairSpec>>().front();
  return studio;
}

// A small sweep in the folder of the state.
void startSweep(Studio& studio, const PairSpec& pair, const QString& state) {
  SweepOrder order;
  order.folder = QDir(state).filePath("sweep");
  order.sweep.base = defaultRequest(pair);
  order.sweep.base.clip.frames = 5;
  order.sweep.base.sampling.schedule.steps = 4;
  order.sweep.prompts = {"a red circle moves right on a blue background"};
  order.sweep.seeds = {0};
  order.sweep.candidates = sweepGrid(4, std::vector{.25, .5}, std::vector{0., .25});
  auto plan = planSweep(*studio.host()->engine(), order.sweep, order.folder.toStdString());
  if (!plan) qFatal("%s", plan.error().message.c_str());
  order.plan = std::move(plan).value();
  studio.sweeps()->start(order);
}

// Measures until it is killed.
int measureIn(const QString& state) {
  PairSpec pair;
  const auto studio = studioIn(state, pair);
  startSweep(*studio, pair, state);
  return QCoreApplication::exec();
}

QMap<QString, QByteArray> recordsIn(const QString& state) {
  QMap<QString, QByteArray> records;
  const QDir folder(QDir(state).filePath("sweep/records"));
  for (const auto& name : folder.entryList({"*.json"}, QDir::Files)) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(file.errorString()));
    // What was measured, without how long it took.
    auto text = QString::fromUtf8(file.readAll());
    records[name] = text.left(text.indexOf("seconds_sampling")).toUtf8();
  }
  return records;
}

}  // namespace

class TestLabJourney : public QObject, LabFixture {
  Q_OBJECT
private Q_SLOTS:
  void aWholeSweep() {
    openStudio();
    find<QSpinBox>("stepsSpin")->setValue(4);
    find<QSpinBox>("framesSpin")->setValue(5);
    QTRY_VERIFY(isKept());
    openLab();
    lab<QPlainTextEdit>("sweepPrompts")->setPlainText("a red circle moves right on a blue background");
    lab<QLineEdit>("sweepEarly")->setText("25, 50");
    lab<QLineEdit>("sweepLate")->setText("0, 25");
    auto* start = lab<QPushButton>("sweepStart");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kPatience);
    auto* takes = lab<QLabel>("whatItTakes");
    QVERIFY(takes->text().startsWith("7 clips to make"));
    QVERIFY(takes->isEnabled());
    // While something else is planned, it stays, faded, so that the form does not jump.
    const auto told = takes->text();
    lab<QLineEdit>("sweepLate")->setText("0");
    QVERIFY(!start->isEnabled());
    QVERIFY(!takes->isEnabled());
    QCOMPARE(takes->text(), told);
    lab<QLineEdit>("sweepLate")->setText("0, 25");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kPatience);
    QVERIFY(takes->isEnabled());
    QCOMPARE(takes->text(), told);
    const auto folder = m_lab->form()->order()->folder;

    QSignalSpy measured(m_studio->sweeps(), &SweepRunner::measured);
    QSignalSpy paused(m_studio->sweeps(), &SweepRunner::paused);
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(measured.count() >= 2, kPatience);
    m_window->leave();
    QTRY_COMPARE_WITH_TIMEOUT(paused.count(), 1, kPatience);
    close();

    openStudio();
    auto* action = find<QPushButton>("noticeAction");
    QTRY_VERIFY_WITH_TIMEOUT(action->isVisible(), kPatience);
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    QSignalSpy failed(m_studio->sweeps(), &SweepRunner::failed);
    action->click();
    openLab();
    QTRY_VERIFY_WITH_TIMEOUT(finished.count() + failed.count() > 0, kPatience);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(m_studio->sweeps()->folder(), folder);
    auto* results = m_lab->results();
    QTRY_VERIFY_WITH_TIMEOUT(results->scores().has_value(), kPatience);

    // It has the clips that the engine makes by itself.
    const auto stored = readSweepResults(folder.toStdString());
    QVERIFY(stored.ok());
    QCOMPARE(stored.value().records.size(), 7u);
    auto engine = m_studio->host()->engine();
    const SweepRun run{0, 0, {2, 1}};
    auto request = stored.value().sweep.base;
    request.clip.prompt = stored.value().sweep.prompts.front();
    request.sampling.seed = run.seed;
    request.sampling.schedule = stored.value().sweep.scheduleOf(run.candidate);
    EventSink sink;
    RunControl control;
    const auto whole = engine->generate(request, sink, control);
    QVERIFY(whole.done());
    const auto clip = engine->loadRunClip(clipFolder(folder, run));
    QVERIFY(clip.ok());
    for (std::size_t i = 0; i < clip.value().frames.size(); ++i)
      QCOMPARE(clip.value().frames[i]->rgb, whole.value().clip.frames[i]->rgb);

    auto* stages = m_window->findChild<StagePanel*>();
    const auto before = stages->schedule();
    lab<QDoubleSpinBox>("samenessSpin")->setValue(.2);
    const auto proposed = *results->proposed();
    lab<QPushButton>("useButton")->click();
    QCOMPARE(stages->schedule().earlySteps(), proposed.early);
    QCOMPARE(stages->schedule().lateSteps(), proposed.late);
    if (stages->schedule() != before) {
      find<QAction>("undoAction")->trigger();
      QCOMPARE(stages->schedule(), before);
    }
    const auto file = m_folder->filePath("report.html");
    QSignalSpy saved(results, &ResultsPage::reportSaved);
    results->saveReport(file);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kPatience);
    QFile report(file);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const auto html = report.readAll();
    QCOMPARE(html.count("data:image/gif"), 6);

    close();
    openStudio();
    openLab();
    QTRY_VERIFY_WITH_TIMEOUT(m_lab->results()->isVisible() && m_lab->results()->scores(), kPatience);
    QCOMPARE(*m_lab->results()->proposed(), proposed);
    leave();
  }

  void killedWhileItMeasuresItGoesOn() {
    const QTemporaryDir whole, killed;
    qputenv("XDG_STATE_HOME", whole.filePath("state").toUtf8());
    PairSpec pair;
    const auto finish = [&pair](const QString& state) {
      const auto studio = studioIn(state, pair);
      QSignalSpy finished(studio->sweeps(), &SweepRunner::finished);
      QSignalSpy measured(studio->sweeps(), &SweepRunner::measured);
      startSweep(*studio, pair, state);
      return QTest::qWaitFor([&] { return finished.count() > 0; }, kPatience) ? static_cast<int>(measured.count()) : -1;
    };
    // The floor is a measurement, too.
    QCOMPARE(finish(whole.path()), 8);
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {"--measure", killed.path()});
    QTRY_VERIFY_WITH_TIMEOUT(recordsIn(killed.path()).size() >= 3, kPatience);
    child.kill();
    QVERIFY(child.waitForFinished());
    const auto before = recordsIn(killed.path());
    const int left = finish(killed.path());
    QVERIFY2(left >= 0 && left <= 8 - before.size(), qPrintable(QString::number(left)));
    QCOMPARE(recordsIn(killed.path()), recordsIn(whole.path()));
  }

private:
  void openStudio() {
    open(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0));
    m_settings->setRunsFolder(m_folder->filePath("runs"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>("generateAction")->isEnabled(), kPatience);
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.size() == 3 && arguments[1] == QLatin1String("--measure")) return measureIn(arguments[2]);
  TestLabJourney test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_lab_journey.moc"
