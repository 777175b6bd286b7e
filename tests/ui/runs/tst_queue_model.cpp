// SPDX-License-Identifier: MIT
#include "runs/queue_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

RunRecord waiting(RunId id) {
  RunRecord record;
  record.id = id;
  record.request.clip.prompt = "prompt " + std::to_string(id);
  record.request.sampling.schedule = {.4, .2, 10};
  return record;
}

}  // namespace

class TestQueueModel : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QueueModel> m_queue;
  std::unique_ptr<QAbstractItemModelTester> m_tester;

  QVariant of(RunId id, int role) const { return m_queue->indexOf(id).data(role); }
  using Order = std::vector<RunId>;

private Q_SLOTS:
  void init() {
    m_queue = std::make_unique<QueueModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_queue.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_queue->reset({waiting(1), waiting(2), waiting(3)});
  }
  void cleanup() {
    m_tester.reset();
    m_queue.reset();
  }

  void insertsAndRemoves() {
    QSignalSpy order(m_queue.get(), &QueueModel::orderChanged);
    m_queue->add(waiting(4));
    m_queue->insert(1, waiting(5));
    QVERIFY(m_queue->remove(2));
    QVERIFY(!m_queue->remove(2));
    QCOMPARE(m_queue->order(), (Order{1, 5, 3, 4}));
    QCOMPARE(order.count(), 3);
    QVERIFY(!m_queue->find(2));
  }

  void moves_data() {
    QTest::addColumn<RunId>("id");
    QTest::addColumn<int>("before");
    QTest::addColumn<Order>("order");
    QTest::newRow("to the top") << RunId(3) << 0 << Order{3, 1, 2};
    QTest::newRow("one down") << RunId(1) << 2 << Order{2, 1, 3};
    QTest::newRow("to the end") << RunId(1) << 3 << Order{2, 3, 1};
    QTest::newRow("past the end") << RunId(1) << 99 << Order{2, 3, 1};
    QTest::newRow("nowhere") << RunId(2) << 2 << Order{1, 2, 3};
  }
  void moves() {
    QFETCH(RunId, id);
    QFETCH(int, before);
    QFETCH(Order, order);
    m_queue->move(id, before);
    QCOMPARE(m_queue->order(), order);
  }

  void isDraggedByItsMimeData() {
    std::unique_ptr<QMimeData> data(m_queue->mimeData({m_queue->index(2)}));
    QVERIFY(m_queue->canDropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
    // Refused to the view, which would delete the dragged row.
    QVERIFY(!m_queue->dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
    QCOMPARE(m_queue->order(), (Order{1, 3, 2}));
    QMimeData foreign;
    foreign.setText("2");
    QVERIFY(!m_queue->canDropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
    QVERIFY(m_queue->moveRow({}, 0, {}, 3));
    QCOMPARE(m_queue->order(), (Order{3, 2, 1}));
  }

  void showsHowFarARunIs() {
    auto record = waiting(2);
    record.state = RunState::Running;
    m_queue->setRecord(record);
    QVERIFY(!of(2, QueueModel::PhaseRole).isValid());
    m_queue->setPhase(2, Phase::Sampling);
    QCOMPARE(of(2, QueueModel::ModelRole).toInt(), static_cast<int>(Model::Large));
    double before = 0;
    for (int step = 0; step < 10; ++step) {
      // Half of the step counts as half of its share, and the step's end does not move the bar back.
      m_queue->setProgress(2, Phase::Sampling, .5);
      QCOMPARE(of(2, QueueModel::ProgressRole).toDouble(), .9 * (step + .5) / 10);
      m_queue->addStep(
          2, {step, step + 1, 10, 1, 1000, Model::Large, 1, 9. - step, {}, false, 0, {}, GuardCheck::None, {}, {}, {}});
      QVERIFY(of(2, QueueModel::ProgressRole).toDouble() > before);
      before = of(2, QueueModel::ProgressRole).toDouble();
      // The next step is the running one.
      if (step == 3) QCOMPARE(of(2, QueueModel::ModelRole).toInt(), static_cast<int>(Model::Small));
    }
    QCOMPARE(of(2, QueueModel::StepRole).toInt(), 10);
    m_queue->setPhase(2, Phase::Decoding);
    QVERIFY(!of(2, QueueModel::ModelRole).isValid());
    m_queue->setProgress(2, Phase::Decoding, 1);
    QCOMPARE(of(2, QueueModel::ProgressRole).toDouble(), 1.);
    record.state = RunState::Paused;
    m_queue->setRecord(record);
    QVERIFY(!of(2, QueueModel::PhaseRole).isValid());
  }

  void aStepIsOneChange() {
    QSignalSpy changed(m_queue.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(
        m_queue->addStep(2, {0, 1, 10, 1, 1000, Model::Large, 1, 9, {}, false, 0, {}, GuardCheck::None, {}, {}, {}}));
    QCOMPARE(changed.count(), 1);
    QVERIFY(
        !m_queue->addStep(99, {0, 1, 10, 1, 1000, Model::Large, 1, 9, {}, false, 0, {}, GuardCheck::None, {}, {}, {}}));
    QCOMPARE(changed.count(), 1);
    // Repeated steps replace earlier ones.
    m_queue->addStep(2, {1, 3, 10, .9, 900, Model::Small, 1, 7, {}, false, 0, {}, GuardCheck::None, {}, {}, {}});
    m_queue->addStep(2, {1, 2, 10, .9, 900, Model::Large, 1, 8, {}, false, 0, {}, GuardCheck::None, {}, {}, {}});
    const auto* record = m_queue->find(2);
    QCOMPARE(record->steps.size(), std::size_t(2));
    QVERIFY(record->steps[1].model == Model::Large);
    QCOMPARE(record->stepsDone, 2);
  }

  void showsTheMiddleOfThePreview() {
    Clip clip;
    for (const std::uint8_t grey : {10, 20, 30})
      clip.frames.push_back(std::make_shared<const Frame>(Frame{2, 1, std::vector<std::uint8_t>(6, grey)}));
    m_queue->setPreview(1, clip);
    clip.frames.clear();
    const auto image = of(1, QueueModel::ThumbnailRole).value<QImage>();
    QCOMPARE(image.size(), QSize(2, 1));
    QCOMPARE(image.pixel(1, 0), qRgb(20, 20, 20));
  }

  void sumsTheTimeOnceAllOfItIsKnown() {
    m_queue->setEstimate(1, 10);
    m_queue->setEstimate(2, 20);
    QVERIFY(!m_queue->secondsLeft());
    m_queue->setEstimate(3, 30);
    QCOMPARE(m_queue->secondsLeft().value(), 60.);
    auto paused = waiting(2);
    paused.state = RunState::Paused;
    m_queue->setRecord(paused);
    QCOMPARE(m_queue->secondsLeft().value(), 40.);
    auto running = waiting(1);
    running.state = RunState::Running;
    m_queue->setRecord(running);
    m_queue->addStep(1, {4, 5, 10, 1, 1000, Model::Large, 1, 3, {}, false, 0, {}, GuardCheck::None, {}, {}, {}});
    QCOMPARE(m_queue->secondsLeft().value(), 33.);
  }

  void namesRunsByTheirPromptUnlessRenamed() {
    QCOMPARE(of(1, QueueModel::TitleRole).toString(), QString("prompt 1"));
    auto named = waiting(1);
    named.title = "star";
    m_queue->setRecord(named);
    QCOMPARE(of(1, Qt::DisplayRole).toString(), QString("star"));
    QCOMPARE(of(1, QueueModel::RecordRole).value<RunRecord>().title, QString("star"));
  }
};

QTEST_MAIN(TestQueueModel)
#include "tst_queue_model.moc"
