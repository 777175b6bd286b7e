// SPDX-License-Identifier: MIT
#include "runs/history_model.h"

#include "text/durations.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

RunRecord finished(RunId id, const char* prompt) {
  RunRecord record;
  record.id = id;
  record.state = RunState::Finished;
  record.request.clip.prompt = prompt;
  record.request.clip.width = 96;
  record.request.clip.height = 64;
  record.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + id, Qt::UTC);
  record.ended = record.created.addSecs(60);
  return record;
}

}  // namespace

class TestHistoryModel : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<RunStore> m_store;
  std::unique_ptr<HistoryModel> m_history;
  std::unique_ptr<HistoryFilter> m_filter;

  void open() {
    m_filter.reset();
    m_history.reset();
    m_store.reset();
    m_store = std::make_unique<RunStore>(m_folder->filePath("runs.sqlite"));
    m_history = std::make_unique<HistoryModel>(m_store.get());
    m_filter = std::make_unique<HistoryFilter>(m_history.get());
    for (QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(m_history.get()), static_cast<QAbstractItemModel*>(m_filter.get())})
      new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
    m_history->load();
    if (!QTest::qWaitFor([this] { return m_history->isWhole(); })) qFatal("the history was not read");
  }
  void finish(const RunRecord& record) {
    m_store->save(record);
    m_history->add(record);
  }

private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    open();
    finish(finished(1, "a red star turns"));
    finish(finished(2, "a green ring orbits"));
    finish(finished(3, "two hearts, one of them RED"));
  }
  void cleanup() {
    m_filter.reset();
    m_history.reset();
    m_store.reset();
  }

  void showsTheNewestFirst() {
    open();
    QCOMPARE(m_history->rowCount(), 3);
    const auto top = m_history->index(0);
    QCOMPARE(top.data(HistoryModel::IdRole).value<RunId>(), RunId(3));
    QCOMPARE(top.data(HistoryModel::SizeRole).toSize(), QSize(96, 64));
    QCOMPARE(top.data(HistoryModel::CreatedRole).toDateTime(), finished(3, "").created);
    QCOMPARE(m_history->record(2)->request.clip.prompt, std::string("a green ring orbits"));
  }

  void remembersNamesStarsAndThumbnails() {
    const auto index = m_history->index(m_history->row(2));
    QVERIFY(m_history->setData(index, "  Ring  "));
    QVERIFY(m_history->setData(index, true, HistoryModel::StarRole));
    QVERIFY(m_history->setData(index, QStringList({" night  sky", "best", "Best", ""}), HistoryModel::TagsRole));
    m_history->setThumbnail(2, "/t.png", 12);
    QCOMPARE(index.data(HistoryModel::ThumbnailFramesRole).toInt(), 12);
    open();
    const auto again = m_history->index(m_history->row(2));
    QCOMPARE(again.data(HistoryModel::TitleRole).toString(), QString("Ring"));
    QVERIFY(again.data(HistoryModel::StarRole).toBool());
    QCOMPARE(again.data(HistoryModel::TagsRole).toStringList(), QStringList({"best", "night sky"}));
    QCOMPARE(m_history->tags(), QStringList({"best", "night sky"}));
    QCOMPARE(m_store->parsedRequests(), 0);
    // Removing the name shows the prompt again.
    QVERIFY(m_history->setData(again, "", HistoryModel::TitleRole));
    QCOMPARE(again.data().toString(), QString("a green ring orbits"));
    QVERIFY(again.data(HistoryModel::StarRole).toBool());
  }

  void aDamagedRowHasNoSchedule() {
    auto whole = finished(4, "a star"), damaged = finished(5, "a star");
    whole.request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 10);
    damaged.request.sampling.schedule.steps = 0;
    finish(whole);
    finish(damaged);
    const auto words = m_history->index(m_history->row(5)).data(HistoryModel::WordsRole).toString();
    QVERIFY2(words.startsWith("settings damaged"), qPrintable(words));
    HistoryCriteria criteria;
    criteria.schedule = SchedulePreset::LLL;
    m_filter->setCriteria(criteria);
    QCOMPARE(m_filter->rowCount(), 1);
    QCOMPARE(m_filter->index(0, 0).data(HistoryModel::IdRole).value<RunId>(), RunId(4));
  }

  void tellsWhatIsAReferenceAndHowNearOthersAreToIt() {
    const auto with = [](RunId id, SchedulePreset preset) {
      auto record = finished(id, "a star");
      record.request.sampling.schedule = StageSchedule::fromPreset(preset, 10);
      return record;
    };
    auto branch = with(6, SchedulePreset::LLL);
    branch.request.options.branchFrom = "/runs/5";
    branch.request.options.branchAt = 3;
    auto probe = with(7, SchedulePreset::LLL);
    probe.kind = RunKind::Probe;
    finish(with(4, SchedulePreset::LLL));
    finish(with(5, SchedulePreset::LSL));
    finish(branch);
    finish(probe);
    m_history->setSsimToReference(5, .9526);
    // As they were made, and as they are read.
    for (const bool isRead : {false, true}) {
      if (isRead) open();
      const auto text = [this](RunId id, int role) {
        return m_history->index(m_history->row(id)).data(role).toString();
      };
      for (const int role : {int(HistoryModel::WordsRole), int(Qt::AccessibleDescriptionRole)}) {
        QVERIFY2(text(4, role).startsWith("reference · LLL"), qPrintable(text(4, role)));
        QVERIFY2(text(5, role).startsWith(QStringLiteral("SSIM to LLL %1 · LSL").arg(number(.9526, 3))),
                 qPrintable(text(5, role)));
        QVERIFY2(text(6, role).startsWith("LLL"), qPrintable(text(6, role)));
        QVERIFY2(text(7, role).startsWith("LLL"), qPrintable(text(7, role)));
      }
      QVERIFY(text(4, HistoryModel::ReferenceRole).contains("large model alone"));
      QVERIFY(text(5, HistoryModel::ReferenceRole).contains(number(.9526, 3)));
      QVERIFY(text(6, HistoryModel::ReferenceRole).isEmpty() && text(7, HistoryModel::ReferenceRole).isEmpty());
    }
    // Other labels leave it as it is.
    m_history->setStarred(5, true);
    m_history->rename(5, "mine");
    open();
    QVERIFY(m_history->summary(m_history->row(5)).ssimToReference == .9526);
    QVERIFY(m_history->record(5)->ssimToReference == .9526);
  }

  void isReadBehindTheEventLoopInPages() {
    constexpr int kRuns = 600;
    for (RunId id = 4; id <= kRuns; ++id) finish(finished(id, "a blue heart"));
    QVERIFY(m_store->flush());
    m_filter.reset();
    m_history.reset();
    m_store = std::make_unique<RunStore>(m_folder->filePath("runs.sqlite"));
    HistoryModel history(m_store.get());
    HistoryFilter filter(&history);
    new QAbstractItemModelTester(&history, QAbstractItemModelTester::FailureReportingMode::Fatal, &history);
    QSignalSpy inserted(&history, &QAbstractItemModel::rowsInserted), loaded(&history, &HistoryModel::loaded);
    filter.setSearch("red");
    history.load();
    history.load();
    QVERIFY(!history.isWhole());
    QCOMPARE(history.rowCount(), 0);
    // A run that finishes in the meantime is on top and listed once.
    const auto meanwhile = finished(m_store->newId(), "a red sun");
    m_store->save(meanwhile);
    history.add(meanwhile);
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(history.isWhole());
    QVERIFY(inserted.count() > 2);
    QCOMPARE(history.rowCount(), kRuns + 1);
    for (int row = 0; row <= kRuns; ++row) QCOMPARE(history.summary(row).id, RunId(kRuns + 1 - row));
    QCOMPARE(filter.rowCount(), 3);
    QCOMPARE(m_store->parsedRequests(), 0);
    history.load();
    QCoreApplication::processEvents();
    QCOMPARE(history.rowCount(), kRuns + 1);
  }

  void forgetsWhatIsRemoved() {
    m_history->remove({1, 3});
    open();
    QCOMPARE(m_history->rowCount(), 1);
    QCOMPARE(m_history->summary(0).id, RunId(2));
  }

  void findsEveryWordInPromptOrName() {
    m_history->rename(2, "Red ring");
    m_filter->setSearch("red");
    QCOMPARE(m_filter->rowCount(), 3);
    m_filter->setSearch(" RED  ring ");
    QCOMPARE(m_filter->rowCount(), 1);
    QCOMPARE(m_filter->index(0, 0).data(HistoryModel::IdRole).value<RunId>(), RunId(2));
    finish(finished(4, "a ring in red light"));
    QCOMPARE(m_filter->rowCount(), 2);
    m_filter->setStarredOnly(true);
    QCOMPARE(m_filter->rowCount(), 0);
    m_history->setStarred(4, true);
    QCOMPARE(m_filter->rowCount(), 1);
  }

  void searchesALongHistoryWithoutParsingIt() {
    // Without the testers, which look at every row after every change.
    HistoryModel history(m_store.get());
    HistoryFilter filter(&history);
    for (RunId id = 10; id < 10'010; ++id) history.add(finished(id, id % 100 ? "a red star" : "a blue heart"));
    QCOMPARE(filter.rowCount(), 10'000);
    QElapsedTimer watch;
    watch.start();
    filter.setSearch("blue heart");
    const int found = filter.rowCount();
    qInfo("searching 10,000 runs took %lld ms", watch.elapsed());
    QCOMPARE(found, 100);
    for (int row = 0; row < history.rowCount(); ++row)
      for (int role = HistoryModel::IdRole; role <= HistoryModel::StarRole; ++role) history.index(row).data(role);
    QCOMPARE(m_store->parsedRequests(), 0);
  }
};

QTEST_MAIN(TestHistoryModel)
#include "tst_history_model.moc"
