// SPDX-License-Identifier: MIT
// An exception that nobody catches, on each kind of thread, ends the Studio with a sentence, and the queue is kept.
#include "shell/unexpected_end.h"

#include "runs/run_store.h"
#include "studio_fixture.h"
#include "widgets/notice_bar.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <new>
#include <stdexcept>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;
constexpr int kQueued = 5;

// Nobody waits for what was put into the queue to be on disk.
void failIn(const QString& where, Studio& studio) {
  auto request = defaultRequest(FakeEngine::testPair());
  studio.runner()->pauseQueue();
  for (int seed = 1; seed <= kQueued; ++seed) {
    request.sampling.seed = static_cast<std::uint64_t>(seed);
    studio.runner()->enqueue(request);
  }
  const auto fail = [](Engine&) -> int { throw std::runtime_error("a dropped plate"); };
  if (where == "window") throw std::runtime_error("a dropped plate");
  if (where == "question") studio.host()->ask(&studio, fail, [](int) {});
  if (where == "memory")
    studio.host()->ask(
        &studio, [](Engine&) -> int { throw std::bad_alloc(); }, [](int) {});
}

int live(const QString& state, const QString& where) {
  const UnexpectedEnd unexpected(state);
  Studio studio([](Error&) { return std::make_shared<FakeEngine>(); }, state);
  UnexpectedEnd::keep(studio.store());
  QObject::connect(&studio, &Studio::ready, &studio,
                   [&] { QTimer::singleShot(0, &studio, [&] { failIn(where, studio); }); });
  studio.start();
  const int code = QApplication::exec();
  UnexpectedEnd::keep(nullptr);
  return code;
}

}  // namespace

class TestUnexpectedEnd : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { leave(); }

  void itEndsWithASentenceAndKeepsTheQueue_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("reason");
    for (const char* where : {"window", "question"})
      QTest::newRow(where) << 1 << "error: unexpected: a dropped plate\n"
                           << "a dropped plate";
    QTest::newRow("memory") << 4 << "error: unexpected: no memory\n"
                            << "it got too little memory";
  }
  void itEndsWithASentenceAndKeepsTheQueue() {
    QFETCH(int, code);
    QFETCH(QString, told);
    QFETCH(QString, reason);
    const QTemporaryDir state;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {"--live", state.path(), QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY(child.waitForFinished(kPatience));
    const auto said = QString::fromUtf8(child.readAllStandardError());
    QVERIFY2(child.exitStatus() == QProcess::NormalExit, qPrintable(said));
    QVERIFY2(said.endsWith(told), qPrintable(said));
    QCOMPARE(child.exitCode(), code);
    {
      RunStore store(state.filePath("studio.sqlite"));
      QCOMPARE(store.readQueue().size(), std::size_t(kQueued));
    }
    QCOMPARE(UnexpectedEnd::take(state.path()).value_or(QString()), reason);
    QVERIFY2(!UnexpectedEnd::take(state.path()), "it is told once");
  }

  void anOrdinaryEndLeavesNoNote() {
    const QTemporaryDir state;
    { const UnexpectedEnd unexpected(state.path()); }
    QVERIFY(!UnexpectedEnd::take(state.path()));
    QVERIFY(QDir(state.path()).isEmpty());
  }

  void theNextStartTellsIt() {
    open();
    m_window->tellUnexpectedEnd("a dropped plate");
    const auto text = m_window->findChild<NoticeBar*>()->text();
    QVERIFY2(text.contains("ended unexpectedly") && text.contains("a dropped plate"), qPrintable(text));
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  if (arguments.value(1) == QLatin1String("--live")) return live(arguments.value(2), arguments.value(3));
  TestUnexpectedEnd test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_unexpected_end.moc"
