// SPDX-License-Identifier: MIT
// What a sweep's report says on paper, read back from what is drawn.
#include "lab/report_pdf.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

// Notes texts and pictures instead of drawing them.
class Notes : public QPaintEngine {
public:
  Notes() : QPaintEngine(AllFeatures) {}
  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  void updateState(const QPaintEngineState&) override {}
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { ++pictures; }
  void drawImage(const QRectF& place, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {
    ++pictures;
    lowest = std::max(lowest, place.bottom());
  }
  void drawPath(const QPainterPath&) override {}
  void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
  void drawTextItem(const QPointF& place, const QTextItem& item) override {
    texts << item.text();
    lowest = std::max(lowest, place.y());
    rightmost = std::max(rightmost, place.x());
  }
  Type type() const override { return User; }

  QStringList texts;
  int pictures = 0;
  double lowest = 0, rightmost = 0;
};

class Paper : public QPaintDevice {
public:
  explicit Paper(const QSize& size) : m_size(size) {}
  QPaintEngine* paintEngine() const override { return &m_notes; }
  const Notes& notes() const { return m_notes; }

protected:
  int metric(PaintDeviceMetric what) const override {
    constexpr int kDpi = 72, kDepth = 32, kMillimetresPerInch = 25;
    switch (what) {
      case PdmWidth:
        return m_size.width();
      case PdmHeight:
        return m_size.height();
      case PdmWidthMM:
        return m_size.width() * kMillimetresPerInch / kDpi;
      case PdmHeightMM:
        return m_size.height() * kMillimetresPerInch / kDpi;
      case PdmDepth:
        return kDepth;
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY:
        return kDpi;
      case PdmDevicePixelRatio:
        return 1;
      default:
        return QPaintDevice::metric(what);
    }
  }

private:
  QSize m_size;
  mutable Notes m_notes;
};

constexpr int kWidth = 510, kHeight = 757;

}  // namespace

class TestReportPdf : public QObject {
  Q_OBJECT
private:
  // 10 steps; far: the share of the floor's distance by large steps.
  static SweepResults resultsOf(int prompts) {
    SweepResults results;
    auto& sweep = results.sweep;
    sweep.base.pair.name = "Pair <&>";
    sweep.base.sampling.schedule = {0, 0, 10, 0};
    for (int i = 0; i < prompts; ++i) sweep.prompts.push_back("prompt number " + std::to_string(i + 1));
    sweep.seeds = {1};
    sweep.candidates = sweepGrid(10, std::vector{.2, .4}, std::vector{0., .2});
    sweep.candidates.push_back({3, 0, 3});
    sweep.candidates.push_back({2, 2, 0, 2, .7});
    results.run.largeStep.flops = 1;
    results.run.smallStep.flops = .1;
    results.run.sampling = results.run.total = 1;
    results.run.samplingLargeOnly = results.run.totalLargeOnly = 10;
    const auto add = [&](const SweepRun& run, double far) {
      SweepRecord record;
      record.run = run;
      record.referenceSeed = 1;
      record.latents = far;
      record.clip = ClipComparison{1 - far, far, 20, far, .2 + far, .2};
      record.largeSteps = record.smallSteps = 5;
      results.records.push_back(record);
    };
    for (int prompt = 0; prompt < prompts; ++prompt) {
      for (const auto& candidate : sweep.candidates)
        add({prompt, 1, candidate}, candidate == sweep.largeOnly() ? 0 : .5 - .04 * (candidate.early + candidate.late));
      add({prompt, 2, sweep.largeOnly()}, .5);
    }
    return results;
  }
  static PaperReport reportOf(int prompts, int clips) {
    auto results = resultsOf(prompts);
    auto scores = scoreSweep(results, SamenessMeasure::Ssim).value();
    auto proposal = propose(scores, .5);
    PaperReport report{std::move(results), std::move(scores), proposal, {}};
    QImage picture(64, 48, QImage::Format_RGB888);
    picture.fill(Qt::red);
    for (int i = 0; i < clips; ++i)
      report.clips.emplace_back(report.scores.candidates[static_cast<std::size_t>(i)].candidate,
                                std::vector<QImage>{picture, picture, picture});
    return report;
  }
  struct Drawn {
    int pages = 0;
    int begun = 0;
    QString text;
    int pictures = 0;
    double lowest = 0, rightmost = 0;
  };
  static Drawn draw(const PaperReport& report) {
    Paper paper({kWidth, kHeight});
    Drawn drawn;
    QPainter painter(&paper);
    drawn.pages = paintReport(painter, QSizeF(kWidth, kHeight), report, [&] { ++drawn.begun; });
    painter.end();
    drawn.text = paper.notes().texts.join(QLatin1Char(' ')).simplified();
    drawn.pictures = paper.notes().pictures;
    drawn.lowest = paper.notes().lowest;
    drawn.rightmost = paper.notes().rightmost;
    return drawn;
  }

private Q_SLOTS:
  void saysWhatWasFound() {
    const auto report = reportOf(2, 4);
    const auto drawn = draw(report);
    QCOMPARE(drawn.begun, drawn.pages - 1);
    const auto& scores = report.scores;
    for (const QString& words :
         {QStringLiteral("Boundaries of Pair <&>"), QStringLiteral("Large model alone"),
          QStringLiteral("Small model alone"), QStringLiteral("Large model, 3"), QStringLiteral("prompt number 2"),
          QString::number(scores.sameness(scores.of(report.proposal.cheapest)), 'f', 3)})
      QVERIFY2(drawn.text.contains(words), qPrintable(words + " in " + drawn.text));
    QVERIFY2(drawn.text.contains("Guard 0.70"), qPrintable(drawn.text));
    QCOMPARE(drawn.pictures, 4 * 3);
    QVERIFY(drawn.lowest <= kHeight);
    QVERIFY(drawn.rightmost < kWidth);
  }

  void goesOnOnFurtherPages() {
    const auto brief = draw(reportOf(1, 0)), longer = draw(reportOf(200, 8));
    QCOMPARE(brief.pictures, 0);
    QVERIFY2(longer.pages > brief.pages + 2, qPrintable(QString::number(longer.pages)));
    QCOMPARE(longer.begun, longer.pages - 1);
    QVERIFY(longer.text.contains("prompt number 200"));
    // Nothing below the end of a page.
    QVERIFY2(longer.lowest <= kHeight, qPrintable(QString::number(longer.lowest)));
  }

  void longWordsStayOnThePage() {
    auto report = reportOf(1, 1);
    report.results.sweep.prompts.front() = std::string(3000, 'x');
    const auto drawn = draw(report);
    QVERIFY(drawn.lowest <= kHeight);
    QVERIFY(drawn.rightmost < kWidth);
    QVERIFY(drawn.text.count(QLatin1Char('x')) >= 3000);
  }
};

QTEST_MAIN(TestReportPdf)
#include "tst_report_pdf.moc"
