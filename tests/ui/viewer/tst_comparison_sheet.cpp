// SPDX-License-Identifier: MIT
// The clip that shows several others.
#include "viewer/comparison_sheet.h"

#include "widgets/frame_image.h"

#include <QTest>

#include <stop_token>

using namespace fb;
using namespace fb::ui;

namespace {

// Every pixel of every frame is different from its neighbours and from those of other clips.
Clip noisyClip(int width, int height, int frames, int seed, double fps = 8) {
  Clip clip{fps, {}};
  for (int i = 0; i < frames; ++i) {
    Frame frame{width, height, {}};
    for (int p = 0; p < width * height * 3; ++p)
      frame.rgb.push_back(static_cast<std::uint8_t>((p * 37 + i * 11 + seed * 101) % 251));
    clip.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
  }
  return clip;
}

// The picture, made smaller by the factor without mixing.
QImage reduced(const QImage& image, const QRect& place, int factor) {
  QImage small(place.size() / factor, QImage::Format_RGB888);
  for (int y = 0; y < small.height(); ++y)
    for (int x = 0; x < small.width(); ++x)
      small.setPixel(x, y, image.pixel(place.left() + x * factor + factor / 2, place.top() + y * factor + factor / 2));
  return small;
}

int brightPixels(const QImage& image, const QRect& place) {
  int count = 0;
  for (int y = place.top(); y <= place.bottom(); ++y)
    for (int x = place.left(); x <= place.right(); ++x) count += qGray(image.pixel(x, y)) > 100;
  return count;
}

}  // namespace

class TestComparisonSheet : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyPixelOfEveryClipIsThere_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("clips");
    QTest::addColumn<int>("factor");
    QTest::addColumn<int>("columns");
    QTest::newRow("two small ones, enlarged") << 64 << 48 << 2 << 5 << 2;
    QTest::newRow("two at their size") << 400 << 30 << 2 << 1 << 2;
    QTest::newRow("three in two rows") << 320 << 20 << 3 << 1 << 2;
    QTest::newRow("four in two rows") << 321 << 21 << 4 << 1 << 2;
    QTest::newRow("four that are upright") << 321 << 350 << 4 << 1 << 4;
  }
  void everyPixelOfEveryClipIsThere() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, clips);
    QFETCH(int, factor);
    QFETCH(int, columns);
    std::vector<ComparisonPart> parts;
    for (int i = 0; i < clips; ++i)
      parts.push_back({noisyClip(width, height, 3, i), QString("clip %1").arg(i), "2.7 s"});
    const ComparisonSheet sheet(parts);
    const auto shape = sheet.shape();
    QVERIFY(shape.width % 2 == 0 && shape.height % 2 == 0);
    QCOMPARE(shape.frames, 3);
    QCOMPARE(shape.fps, 8.);
    for (int frame = 0; frame < 3; ++frame) {
      const auto image = frameImage(sheet.frame(frame));
      QCOMPARE(image.size(), QSize(shape.width, shape.height));
      for (int i = 0; i < clips; ++i) {
        const auto place = sheet.pictureRect(i);
        QVERIFY(image.rect().contains(place) && image.rect().contains(sheet.labelRect(i)));
        QCOMPARE(place.size(), QSize(width, height) * factor);
        QVERIFY(reduced(image, place, factor) ==
                frameImage(parts[static_cast<std::size_t>(i)].clip.frames[static_cast<std::size_t>(frame)]));
        for (int other = 0; other < i; ++other) {
          QVERIFY(!place.intersects(sheet.pictureRect(other)));
          QVERIFY(!place.intersects(sheet.labelRect(other)));
          QCOMPARE(place.top() == sheet.pictureRect(other).top(), i / columns == other / columns);
        }
      }
    }
  }

  void labelsAreWhiteOnBlackAboveTheirClips() {
    const auto clip = noisyClip(400, 100, 1, 0);
    const ComparisonSheet with({{clip, "A · LSL 40/20", "2.7 s"}, {clip, "B · LLL", {}}});
    const ComparisonSheet without({{clip, {}, {}}, {clip, {}, {}}});
    const auto image = frameImage(with.frame(0)), plain = frameImage(without.frame(0));
    for (const int part : {0, 1}) {
      const auto label = with.labelRect(part);
      QVERIFY(label.bottom() < with.pictureRect(part).top());
      QCOMPARE(brightPixels(plain, without.labelRect(part)), 0);
      QVERIFY(brightPixels(image, label) > 20);
      // The second line is there only if it is given.
      const QRect second = label.adjusted(0, label.height() / 2 + 2, 0, 0);
      QCOMPARE(brightPixels(image, second) > 0, part == 0);
    }
  }

  void aLongLabelStaysInItsPlace() {
    const auto clip = noisyClip(64, 64, 1, 0);
    const QString words(300, QChar(u'W'));
    const ComparisonSheet sheet({{clip, words, words}, {clip, {}, {}}});
    const auto image = frameImage(sheet.frame(0));
    QVERIFY(brightPixels(image, sheet.labelRect(0)) > 0);
    QCOMPARE(brightPixels(image, sheet.labelRect(1)), 0);
  }

  void factsThatDoNotFitGoOnInTheNextLine() {
    const auto clip = noisyClip(320, 100, 1, 0);
    const QString facts = "2.1 s · 10 % less time than A · 23 % fewer FLOPs than large only · SSIM to A ";
    const ComparisonSheet brief({{clip, "A", "2.1 s"}, {clip, "B", "2.1 s"}});
    const ComparisonSheet one({{clip, "A", "2.1 s"}, {clip, "B", facts + "0.536"}});
    const ComparisonSheet other({{clip, "A", "2.1 s"}, {clip, "B", facts + "0.999"}});
    QVERIFY(one.labelRect(1).height() > brief.labelRect(1).height());
    QCOMPARE(one.labelRect(0).height(), one.labelRect(1).height());
    QCOMPARE(one.pictureRect(0).top(), one.labelRect(0).bottom() + 1);
    QVERIFY(frameImage(one.frame(0)).copy(one.labelRect(1)) != frameImage(other.frame(0)).copy(other.labelRect(1)));
  }

  void otherSizesAreFittedAndTheShortestEnds() {
    const ComparisonSheet sheet({{noisyClip(400, 200, 9, 0, 16), "A", {}}, {noisyClip(50, 100, 5, 1, 24), "B", {}}});
    QCOMPARE(sheet.shape().frames, 5);
    QCOMPARE(sheet.shape().fps, 16.);
    QCOMPARE(sheet.pictureRect(1).size(), QSize(100, 200));
    QCOMPARE(sheet.pictureRect(1).top(), sheet.pictureRect(0).top());
    const auto clip = sheet.clip({});
    QVERIFY(clip.done());
    QCOMPARE(clip.value().frames.size(), std::size_t{5});
    QCOMPARE(clip.value().fps, 16.);
    for (int i = 0; i < 5; ++i) QVERIFY(clip.value().frames[static_cast<std::size_t>(i)]->rgb == sheet.frame(i)->rgb);
  }

  void aStopIsNoticed() {
    std::stop_source stop;
    stop.request_stop();
    const ComparisonSheet sheet({{noisyClip(32, 32, 4, 0), "A", {}}, {noisyClip(32, 32, 4, 1), "B", {}}});
    QVERIFY(sheet.clip(stop.get_token()).cancelled());
  }
};

QTEST_MAIN(TestComparisonSheet)
#include "tst_comparison_sheet.moc"
