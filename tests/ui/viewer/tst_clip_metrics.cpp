// SPDX-License-Identifier: MIT
#include "flowblend/clip_comparison.h"
#include "other_value.h"
#include "viewer/clip_metrics.h"
#include "viewer/settings_diff.h"

#include <QSignalSpy>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

std::shared_ptr<const Frame> pattern(int width, int height, int a, int b, int c) {
  auto frame = std::make_shared<Frame>();
  frame->width = width;
  frame->height = height;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (int channel = 0; channel < 3; ++channel)
        frame->rgb.push_back(static_cast<std::uint8_t>((a * x + b * y + c * channel + (x * y) % 17) % 256));
  return frame;
}

std::shared_ptr<const Frame> flat(int width, int height, std::uint8_t value) {
  auto frame = std::make_shared<Frame>();
  frame->width = width;
  frame->height = height;
  frame->rgb.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, value);
  return frame;
}

}  // namespace

class TestClipMetrics : public QObject {
  Q_OBJECT
private Q_SLOTS:
  // The numbers are those of a sweep and of the history.
  void framesAreComparedAsClipsAre() {
    const Clip a{8, {pattern(32, 24, 5, 3, 40)}}, b{8, {pattern(32, 24, 5, 4, 31)}};
    const auto frames = measureSimilarity(a, b);
    QCOMPARE(frames.size(), std::size_t{1});
    const auto whole = compareClips(a, b, RunControl()).value();
    QCOMPARE(frames[0].ssim, whole.ssim);
    QCOMPARE(frames[0].psnr, whole.psnr);
    QVERIFY(whole.ssim < .99 && whole.psnr < 30);
    QCOMPARE(measureSimilarity(a, a)[0].ssim, 1.);
    QCOMPARE(measureSimilarity(a, a)[0].psnr, 100.);
  }

  // To the last bit: the history takes nothing above 1.
  void aClipIsAsNearToItselfAsPossible_data() {
    QTest::addColumn<int>("frames");
    for (const int frames : {1, 9, 17, 81}) QTest::addRow("%d", frames) << frames;
  }
  void aClipIsAsNearToItselfAsPossible() {
    QFETCH(int, frames);
    const Clip clip{8, std::vector(static_cast<std::size_t>(frames), pattern(32, 24, 5, 3, 40))};
    const auto mean = meanSimilarity(measureSimilarity(clip, clip));
    QVERIFY2(mean.ssim == 1 && mean.psnr == 100, qPrintable(QString::number(mean.ssim - 1)));
  }

  void framesOfOtherSizesEndTheMeasurement() {
    const Clip a{8, {flat(16, 16, 10), flat(16, 16, 10)}}, b{8, {flat(16, 16, 10), flat(16, 12, 10)}};
    QCOMPARE(measureSimilarity(a, b).size(), std::size_t{1});
  }

  void onlyCommonFramesAreMeasured() {
    const Clip a{8, {flat(8, 8, 10), flat(8, 8, 20), flat(8, 8, 30)}};
    const Clip b{8, {flat(8, 8, 10), flat(8, 8, 25)}};
    const auto frames = measureSimilarity(a, b);
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0].psnr, 100.);
    QVERIFY(frames[1].psnr < 35);
    QCOMPARE(meanSimilarity(frames).psnr, (frames[0].psnr + frames[1].psnr) / 2);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(measureSimilarity(a, b, stop.get_token()).empty());
  }

  void differenceIsAmplifiedAndBounded() {
    QImage a(2, 1, QImage::Format_RGB888), b(2, 1, QImage::Format_RGB888);
    a.setPixelColor(0, 0, QColor(10, 200, 0));
    b.setPixelColor(0, 0, QColor(15, 100, 0));
    a.setPixelColor(1, 0, QColor(7, 7, 7));
    b.setPixelColor(1, 0, QColor(7, 7, 7));
    const auto difference = differenceImage(a, b, 4);
    QCOMPARE(difference.pixelColor(0, 0), QColor(20, 255, 0));
    QCOMPARE(difference.pixelColor(1, 0), QColor(0, 0, 0));
  }

  void newestMeasurementAloneIsDelivered() {
    Clip large{8, {}}, small{8, {flat(8, 8, 1)}};
    for (int i = 0; i < 200; ++i) large.frames.push_back(flat(256, 256, 7));
    SimilarityMeter meter;
    QSignalSpy measured(&meter, &SimilarityMeter::measured);
    meter.measure(large, large);
    meter.measure(small, small);
    QTRY_COMPARE(measured.count(), 1);
    QCOMPARE(measured.first().first().value<std::vector<FrameSimilarity>>().size(), std::size_t{1});
    meter.measure(small, small);
    meter.stop();
    // Anything resulting from that one comes before the next.
    const Clip two{8, {flat(8, 8, 1), flat(8, 8, 2)}};
    meter.measure(two, two);
    QTRY_COMPARE(measured.last().first().value<std::vector<FrameSimilarity>>().size(), std::size_t{2});
    QCOMPARE(measured.count(), 2);
  }

  void settingsThatDifferAreNamed() {
    GenerationRequest a, b;
    a.clip.prompt = b.clip.prompt = "a red star";
    QVERIFY(settingsDiff(a, b).isEmpty());
    b.sampling.seed = 18446744073709551615ull;
    b.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 30);
    b.clip.negativePrompt = "blurry";
    b.options.device = "cuda";
    b.clip.images = {{"/images/first.png", 8, 0.6}};
    b.sampling.twoPass = true;
    const auto list = settingsDiff(a, b);
    QCOMPARE(list.size(), 5);
    QCOMPARE(list[0].label, "Negative prompt");
    QCOMPARE(list[0].a, "none");
    QCOMPARE(list[0].b, "blurry");
    QCOMPARE(list[1].label, "Seed");
    QCOMPARE(list[1].b, "18446744073709551615");
    QCOMPARE(list[2].label, "Stages");
    QCOMPARE(list[2].b, "large only");
    QCOMPARE(list[3].label, "Two passes");
    QCOMPARE(list[3].a, "no");
    QCOMPARE(list[3].b, "yes");
    QCOMPARE(list[4].label, "Images");
    QVERIFY2(list[4].b.startsWith("first.png (frame 8, 60"), qPrintable(list[4].b));
  }

  // As many values as clips, also of a setting in which only one of them differs.
  void severalClipsAreComparedAtOnce() {
    std::vector<GenerationRequest> requests(3);
    QVERIFY(settingsDiff(requests).isEmpty());
    requests[2].sampling.seed = 7;
    const auto list = settingsDiff(requests);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].label, "Seed");
    QCOMPARE(list[0].values, QStringList({"0", "0", "7"}));
    QCOMPARE(list[0].briefs, list[0].values);
    requests[1].sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 30);
    const auto stages = settingsDiff(requests)[1];
    QCOMPARE(stages.label, "Stages");
    QCOMPARE(stages.briefs, QStringList({"LSL 40/20", "LLL", "LSL 40/20"}));
    QCOMPARE(stages.values[1], "large only");
    QVERIFY2(stages.values[0].startsWith("large for the first "), qPrintable(stages.values[0]));
  }

  void fewerThanTwoClipsDoNotDiffer() {
    QVERIFY(settingsDiff(std::vector<GenerationRequest>{}).isEmpty());
    QVERIFY(settingsDiff(std::vector<GenerationRequest>(1)).isEmpty());
  }

  void everySettingThatShapesTheClipIsNamed_data() {
    QTest::addColumn<QString>("key");
    for (const auto& setting : kSettings) QTest::newRow(setting.key) << setting.key;
  }
  void everySettingThatShapesTheClipIsNamed() {
    QFETCH(QString, key);
    const auto& setting = *findSetting(key.toStdString());
    GenerationRequest a, b;
    QVERIFY(setting.assign(otherValue(setting), b));
    const auto list = settingsDiff(a, b);
    // Another number of steps also moves the stages, and the small model's guidance follows the other one.
    const int told = key == "steps" || key == "guidance" ? 2 : 1;
    QCOMPARE(list.size(), setting.shapesClip ? told : 0);
    if (list.isEmpty()) return;
    QVERIFY(!list[0].label.isEmpty());
    QVERIFY(!list[0].a.isEmpty());
    QVERIFY(!list[0].b.isEmpty());
    QVERIFY2(list[0].a != list[0].b, qPrintable(list[0].a));
  }

  // If unset, the small model's guidance is the large one's.
  void whatCountsIsCompared() {
    GenerationRequest a, b;
    b.sampling.guidanceSmall = b.sampling.guidance;
    QVERIFY(settingsDiff(a, b).isEmpty());
    b.sampling.guidanceSmall = 1.5;
    QCOMPARE(settingsDiff(a, b).size(), 1);
    QCOMPARE(settingsDiff(a, b)[0].a, "5");
    QCOMPARE(settingsDiff(a, b)[0].b, "1.5");
    b.sampling.schedule.middleSteps = 4;
    QCOMPARE(settingsDiff(a, b)[0].a, "5");
    QCOMPARE(settingsDiff(a, b)[1].a, "one per interval");
    QCOMPARE(settingsDiff(a, b)[1].b, "4");
  }

  // Boundaries within one step of each other run the same models.
  void sameStepsAreTheSameStages() {
    GenerationRequest a, b;
    a.sampling.schedule = {.40, .20, 30};
    b.sampling.schedule = {.41, .20, 30};
    QVERIFY(settingsDiff(a, b).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestClipMetrics)
#include "tst_clip_metrics.moc"
