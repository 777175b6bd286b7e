// SPDX-License-Identifier: MIT
#include "viewer/clip_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace fb::ui;

class TestClipClock : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyFrameHasItsTime_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<double>("fps");
    QTest::addColumn<double>("speed");
    QTest::addColumn<bool>("loop");
    QTest::addColumn<int>("frame");  // of 17
    QTest::newRow("at once") << 0 << 0. << 8. << 1. << true << 0;
    QTest::newRow("just before the next") << 0 << 124.9 << 8. << 1. << true << 0;
    QTest::newRow("exactly at the next") << 0 << 125. << 8. << 1. << true << 1;
    QTest::newRow("last frame") << 0 << 2124.9 << 8. << 1. << true << 16;
    QTest::newRow("loop starts over") << 0 << 2125. << 8. << 1. << true << 0;
    QTest::newRow("hundredth loop") << 0 << 212500. << 8. << 1. << true << 0;
    QTest::newRow("without a loop it ends") << 0 << 2125. << 8. << 1. << false << -1;
    QTest::newRow("thirds of a second") << 0 << 1000. << 3. << 1. << true << 3;
    QTest::newRow("half speed") << 2 << 500. << 8. << .5 << true << 4;
    QTest::newRow("quarter speed") << 2 << 499.9 << 8. << .25 << true << 2;
    QTest::newRow("double speed") << 2 << 500. << 8. << 2. << true << 10;
    QTest::newRow("backwards") << 2 << 250. << 8. << -1. << true << 0;
    QTest::newRow("backwards over the start") << 2 << 375. << 8. << -1. << true << 16;
    QTest::newRow("backwards to the start") << 2 << 375. << 8. << -1. << false << -1;
  }
  void everyFrameHasItsTime() {
    QFETCH(int, from);
    QFETCH(double, milliseconds);
    QFETCH(double, fps);
    QFETCH(double, speed);
    QFETCH(bool, loop);
    QFETCH(int, frame);
    QCOMPARE(ClipClock::frameAfter(from, milliseconds, 17, fps, speed, loop), frame);
  }

  void playsAtTheClipsRate() {
    qint64 now = 0;
    ClipClock clock(nullptr, [&now] { return now; });
    clock.setClip(1000, 100);
    clock.play();
    // However late the timer fires, the frame is the one for that time.
    for (const int milliseconds : {10, 250, 1239}) {
      now = qint64{milliseconds} * 1'000'000;
      QTRY_COMPARE(clock.frame(), milliseconds / 10);
    }
  }

  void framesComeInOrderAndLoop() {
    qint64 now = 0;
    ClipClock clock(nullptr, [&now] { return now; });
    clock.setClip(3, 100);
    QSignalSpy shown(&clock, &ClipClock::frameChanged);
    clock.play();
    for (int turn = 0; turn < 8; ++turn) {
      now += 10'000'000;
      clock.tick();
    }
    QList<int> frames;
    for (const auto& frame : shown) frames << frame.first().toInt();
    QCOMPARE(frames, (QList<int>{1, 2, 0, 1, 2, 0, 1, 2}));
  }

  void endsWithoutALoopAndStartsOver() {
    ClipClock clock;
    clock.setClip(4, 100);
    clock.setLoop(false);
    clock.play();
    QTRY_VERIFY(!clock.isPlaying());
    QCOMPARE(clock.frame(), 3);
    clock.play();
    QCOMPARE(clock.frame(), 0);
    clock.setSpeed(-1);
    QTRY_VERIFY(!clock.isPlaying());
    QCOMPARE(clock.frame(), 0);
  }

  void stepsAndSeeksStayInside() {
    ClipClock clock;
    clock.setClip(5, 8);
    clock.play();
    clock.stepBy(1);
    QVERIFY(!clock.isPlaying());
    QCOMPARE(clock.frame(), 1);
    clock.stepBy(-3);
    QCOMPARE(clock.frame(), 0);
    clock.seek(99);
    QCOMPARE(clock.frame(), 4);
    clock.stepBy(1);
    QCOMPARE(clock.frame(), 4);
  }

  void shuttleTurnsAndGetsFaster() {
    ClipClock clock;
    clock.setClip(100, 1);
    clock.shuttle(1);
    QCOMPARE(clock.speed(), 1.);
    clock.shuttle(1);
    QCOMPARE(clock.speed(), 2.);
    for (int i = 0; i < 4; ++i) clock.shuttle(1);
    QCOMPARE(clock.speed(), 4.);
    clock.shuttle(-1);
    QCOMPARE(clock.speed(), -1.);
    QVERIFY(clock.isPlaying());
  }

  void positionIsKeptInProportion() {
    ClipClock clock;
    clock.setClip(5, 8);
    clock.seek(2);
    clock.setClip(20, 8);
    QCOMPARE(clock.frame(), 8);
    clock.setClip(20, 16);
    QCOMPARE(clock.frame(), 8);
    clock.setClip(0, 8);
    QCOMPARE(clock.frame(), 0);
    clock.play();
    QVERIFY(!clock.isPlaying());
  }

  // A preview that is updated in the middle of a frame must not lengthen that frame.
  void aClipOfTheSameLengthKeepsThePhase() {
    qint64 now = 0;
    ClipClock clock(nullptr, [&now] { return now; });
    const auto at = [&](double milliseconds) {
      now = static_cast<qint64>(milliseconds * 1e6);
      clock.tick();
      return clock.frame();
    };
    clock.setClip(5, 8);  // a frame lasts 125 ms
    clock.play();
    for (int step = 0; step < 60; ++step) {
      at(90 * step + 80);
      clock.setClip(5, 8);
      const int expected = (90 * step + 84) / 125 % 5;
      QCOMPARE(at(90 * step + 84), expected);
    }
    QSignalSpy shown(&clock, &ClipClock::frameChanged);
    clock.setClip(5, 8);
    QCOMPARE(shown.count(), 1);  // the frame is another clip's now
    clock.setClip(5, 4);
    QCOMPARE(clock.fps(), 4.);
    const int frame = clock.frame();
    QCOMPARE(at(static_cast<double>(now) / 1e6 + 249), frame);
    QCOMPARE(at(static_cast<double>(now) / 1e6 + 2), (frame + 1) % 5);
  }

  void aPausedClockStaysPausedWithTheNextClip() {
    ClipClock clock;
    clock.setClip(5, 8);
    clock.seek(3);
    clock.setClip(5, 8);
    QCOMPARE(clock.frame(), 3);
    QVERIFY(!clock.isPlaying());
  }
};

QTEST_GUILESS_MAIN(TestClipClock)
#include "tst_clip_clock.moc"
