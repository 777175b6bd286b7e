// SPDX-License-Identifier: MIT
// What a sweep measures and compares: its fields, weights, latents alone, rivals, and how the results are shown.
#include "lab/heat_colors.h"
#include "lab/heat_map.h"
#include "lab/lab_window.h"
#include "lab_under_test.h"
#include "plots/front_plot.h"
#include "viewer/frame_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <cmath>
#include <tuple>

using namespace fb;
using namespace fb::ui;

namespace {

double luminance(const QColor& color) {
  const auto linear = [](double value) {
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
  };
  return .2126 * linear(color.redF()) + .7152 * linear(color.greenF()) + .0722 * linear(color.blueF());
}

}  // namespace

class TestLabMeasures : public QObject, LabUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

  void saysWhatCannotBeMeasured() {
    openLab();
    auto* prompts = lab<QPlainTextEdit>("sweepPrompts");
    auto* problem = lab<QLabel>("sweepProblem");
    QTRY_VERIFY(startButton()->isEnabled());
    prompts->clear();
    QTRY_VERIFY(problem->text().startsWith("Write at least one prompt"));
    QVERIFY(!startButton()->isEnabled());
    m_lab->form()->addPromptsFrom("/nowhere/prompts.txt");
    QTRY_VERIFY(problem->text().contains("/nowhere/prompts.txt"));
    QVERIFY2(problem->text().endsWith('.'), qPrintable(problem->text()));
    const auto file = m_folder->filePath("prompts.txt");
    write(file, "a cat\n\n  a dog  \na cat\n");
    m_lab->form()->addPromptsFrom(file);
    QTRY_COMPARE(prompts->toPlainText(), QString("a cat\na dog"));
    QTRY_VERIFY(startButton()->isEnabled());
    for (const char* grid : {"", "ten", "120", "-1"}) {
      lab<QLineEdit>("sweepEarly")->setText(grid);
      QTRY_VERIFY(problem->text().startsWith("The stages are whole per cents"));
    }
    setGrid("20", "0");
    QTRY_VERIFY(startButton()->isEnabled());

    // A folder of something else, a damaged one, and one of other settings; none of them is touched.
    const auto folder = m_folder->filePath("mine");
    QVERIFY(QDir().mkpath(folder));
    write(folder + "/letter.txt", "dear");
    useFolder(folder);
    QTRY_VERIFY(problem->text().contains("a sweep needs a folder of its own"));
    QVERIFY(QFile::remove(folder + "/letter.txt"));
    write(folder + "/sweep.json", "{");
    lab<QPlainTextEdit>("sweepPrompts")->appendPlainText("more");
    QTRY_VERIFY(problem->text().contains("sweep.json"));
    QVERIFY(lab<QPushButton>("newFolderButton")->isVisible());
    lab<QPushButton>("newFolderButton")->click();
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(measure());
    const auto used = m_studio->sweeps()->folder();
    find<QSpinBox>("stepsSpin")->setValue(12);
    // Other settings have a folder of their own.
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(m_lab->form()->order()->folder != used);
    useFolder(used);
    QTRY_VERIFY(problem->text().contains("steps"));
    QVERIFY(!startButton()->isEnabled());
  }

  void comparesByTheWeightsThatAreGiven() {
    openLab();
    setGrid("20, 40", "0");
    const auto dinov2 = m_folder->filePath("dinov2.safetensors"), lpips = m_folder->filePath("lpips.safetensors");
    auto* field = lab<QWidget>("dinov2Weights");
    const auto problem = [](QWidget* of) { return of->findChild<QLabel*>("problemLabel"); };
    const auto found = [](QWidget* of) { return of->findChild<QLabel*>("foundLabel")->text(); };
    typeWeights("dinov2Weights", dinov2);
    QTRY_VERIFY(problem(field)->text().contains(dinov2));
    QVERIFY2(problem(field)->text().endsWith('.'), qPrintable(problem(field)->text()));
    QVERIFY(!startButton()->isEnabled());
    QVERIFY(lab<QLabel>("sweepProblem")->text().startsWith("These weights cannot be used"));
    for (const auto& [content, words] :
         {std::pair("damaged", "is damaged"), std::pair("for large clips", "needs clips of at least")}) {
      write(dinov2, content);
      m_lab->form()->planSoon();
      QTRY_VERIFY2(problem(field)->text().contains(words), words);
      QVERIFY(!startButton()->isEnabled());
    }
    write(dinov2, "DINOv2 ViT-S/14");
    m_lab->form()->planSoon();
    QTRY_COMPARE(found(field), QString("DINOv2 ViT-S/14"));
    QVERIFY(!problem(field)->isVisible());
    QCOMPARE(m_settings->perceptualWeights().dinov2.string(), dinov2.toStdString());
    QVERIFY(measure());
    auto* results = m_lab->results();
    const auto isOffered = [this](SamenessMeasure by) {
      auto* items = qobject_cast<QStandardItemModel*>(lab<QComboBox>("measureCombo")->model());
      return items->item(static_cast<int>(by))->isEnabled();
    };
    QTRY_VERIFY(results->scores() && isOffered(SamenessMeasure::Dinov2));
    QVERIFY(!isOffered(SamenessMeasure::Lpips));

    // The others later, by a drop: no clip is made again.
    write(lpips, "LPIPS with VGG16");
    drop(lab<QWidget>("lpipsWeights"), lpips);
    QTRY_COMPARE(found(lab<QWidget>("lpipsWeights")), QString("LPIPS with VGG16"));
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY2(lab<QLabel>("whatItTakes")->text().contains("4 clips to compare again"),
             qPrintable(lab<QLabel>("whatItTakes")->text()));
    const auto made = std::ranges::count(m_sweepEngine->calls(), "generate");
    QVERIFY(measure());
    QTRY_VERIFY(isOffered(SamenessMeasure::Lpips));
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), made);

    // What is cleared is no longer used for new sweeps; this one keeps to it.
    lab<QWidget>("lpipsWeights")->findChild<QToolButton*>("clearButton")->click();
    QTRY_VERIFY(found(lab<QWidget>("lpipsWeights")).contains(lpips));
    QVERIFY(m_settings->perceptualWeights().lpips.empty());
    close();
    openStudio();
    openLab();
    // Filled from the folder.
    QTRY_COMPARE(weightsIn("lpipsWeights"), lpips);
    useFolder(m_folder->filePath("new"));
    QTRY_COMPARE(weightsIn("lpipsWeights"), QString());
    QCOMPARE(weightsIn("dinov2Weights"), dinov2);
  }

  void comparesLatentsAloneAndDecodesLater() {
    openLab();
    setGrid("20, 40", "0");
    auto* box = lab<QCheckBox>("latentsOnly");
    QVERIFY(!box->isChecked() && lab<QWidget>("dinov2Weights")->isEnabled());
    QTRY_VERIFY(startButton()->isEnabled());
    const double work = m_lab->form()->order()->plan.left.flops;
    box->setChecked(true);
    QVERIFY(!lab<QWidget>("dinov2Weights")->isEnabled() && !lab<QWidget>("lpipsWeights")->isEnabled());
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(m_lab->form()->order()->sweep.latentsOnly);
    QVERIFY(m_lab->form()->order()->plan.left.flops < work);
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores().has_value());
    QVERIFY(results->scores()->by == SamenessMeasure::Latents);
    QCOMPARE(lab<QComboBox>("measureCombo")->currentData().toString(), QString("latents"));
    auto* items = qobject_cast<QStandardItemModel*>(lab<QComboBox>("measureCombo")->model());
    for (const auto by : kSamenessMeasures) {
      const auto* item = items->item(static_cast<int>(by));
      QCOMPARE(item->isEnabled(), by == SamenessMeasure::Latents);
      if (!item->isEnabled()) QVERIFY(item->toolTip().endsWith("the clips are not decoded."));
    }
    const auto said = [this] {
      const auto views = m_lab->findChild<QWidget*>("contactSheet")->findChildren<FrameView*>();
      return std::ranges::count_if(views, [](const auto* view) { return view->emptyText() == "Not decoded"; });
    };
    QTRY_COMPARE(said(), 3);
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), 0);

    // Filled from the folder; without the tick, clips are decoded and no step is taken.
    close();
    openStudio();
    openLab();
    box = lab<QCheckBox>("latentsOnly");
    QTRY_VERIFY(box->isChecked());
    box->setChecked(false);
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(m_lab->form()->order()->plan.left.largeSteps + m_lab->form()->order()->plan.left.smallSteps, 0);
    QVERIFY(measure());
    QTRY_VERIFY(m_lab->results()->scores() && m_lab->results()->scores()->by == SamenessMeasure::Ssim);
    QTRY_COMPARE(said(), 0);
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), 0);
  }

  void comparesWithRivalsOnTheSameFront() {
    openLab();
    setGrid("20, 40", "0, 20");
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(m_lab->form()->order()->plan.left.runs, 7);
    lab<QCheckBox>("rivalSteps")->setChecked(true);
    QVERIFY(!lab<QLineEdit>("rivalBounds")->isEnabled());
    lab<QCheckBox>("rivalGuard")->setChecked(true);
    lab<QCheckBox>("rivalSmallFirst")->setChecked(true);
    for (const char* bounds : {"", "half", "11"}) {
      lab<QLineEdit>("rivalBounds")->setText(bounds);
      QTRY_VERIFY(lab<QLabel>("sweepProblem")->text().startsWith("The guard's bounds are numbers from 0 to 10"));
      QVERIFY(!startButton()->isEnabled());
    }
    lab<QLineEdit>("rivalBounds")->setText("0.5 0,8");
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(lab<QLabel>("whatItTakes")->text().contains("A guard that hands over later costs more"));
    const std::tuple<const char*, const char*, const char*, const char*> others[] = {
        {"rivalOneWay", "rivalChanges", "The bounds of the one-way guard are numbers above 0 and at most 10", "11"},
        {"rivalSrDiffusion", "rivalSettlings", "The bounds of SRDiffusion's rule are numbers above 0 and at most 1,",
         "1.5"}};
    for (const auto& [box, field, problem, tooMuch] : others) {
      auto* bounds = lab<QLineEdit>(field);
      QVERIFY(!bounds->isEnabled() && !bounds->accessibleName().isEmpty());
      lab<QCheckBox>(box)->setChecked(true);
      QVERIFY(bounds->isEnabled());
      for (const char* wrong : {"", "half", "0", tooMuch}) {
        bounds->setText(wrong);
        QTRY_VERIFY2(lab<QLabel>("sweepProblem")->text().startsWith(problem),
                     qPrintable(lab<QLabel>("sweepProblem")->text()));
        QVERIFY(!startButton()->isEnabled());
      }
      bounds->setText("0.2");
      QTRY_VERIFY(startButton()->isEnabled());
    }
    lab<QLineEdit>("rivalSettlings")->setText("0.01; 0,02");
    QTRY_VERIFY(startButton()->isEnabled());
    const auto planned = m_lab->form()->order()->sweep.candidates;
    const auto has = [&](const SweepCandidate& candidate) {
      return std::ranges::find(planned, candidate) != planned.end();
    };
    QVERIFY(has({4, 2, 0, 4, .5}) && has({4, 2, 0, 4, .8}) && has({0, 2}));
    QVERIFY(has({2, 2, 0, 0, 0, false, .2}) && has({2, 2, 0, 0, 0, false, 0, .01}) &&
            has({2, 2, 0, 0, 0, false, 0, .02}));
    QVERIFY(std::ranges::any_of(planned, [](const auto& candidate) { return candidate.fewerSteps > 0; }));
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores() && results->scores()->candidates.size() == planned.size());
    QTRY_VERIFY(lab<QLabel>("whatItTakes")->text().endsWith("Add prompts, seeds or boundaries to measure more."));
    QVERIFY(lab<QCheckBox>("rivalSteps")->isChecked() && lab<QCheckBox>("rivalSmallFirst")->isChecked());

    const auto scores = *results->scores();
    auto* front = lab<FrontPlot>("frontPlot");
    const auto before = schedule();
    for (int i = 0; i < std::ssize(scores.candidates); ++i) {
      const auto& candidate = scores.candidates[static_cast<std::size_t>(i)].candidate;
      const auto& point = front->points()[static_cast<std::size_t>(i)];
      QCOMPARE(point.isRival, candidate.isRival());
      if (!candidate.isRival()) continue;
      const auto& name = point.name;
      QVERIFY2(name.startsWith("Guard ") || name.startsWith("One-way guard 0.20, ") ||
                   name.startsWith("SRDiffusion guard 0.0") || name.startsWith("Large model, "),
               qPrintable(name));
      // It is shown, but has no boundaries to take over.
      Q_EMIT front->chosen(i, false);
      QCOMPARE(schedule(), before);
      QVERIFY(!lab<HeatMap>("heatMap")->currentIndex().isValid());
    }
    for (const double asked : {0., .5, .9, 1.}) {
      lab<QDoubleSpinBox>("samenessSpin")->setValue(asked);
      const auto proposal = propose(scores, asked);
      for (const auto& each : {proposal.cheapest, proposal.sure, proposal.knee, proposal.paper})
        QVERIFY(!each.isRival());
    }
    // At the next start, they are what the sweep has.
    close();
    openStudio();
    openLab();
    QTRY_VERIFY(lab<QCheckBox>("rivalGuard")->isChecked());
    QCOMPARE(lab<QLineEdit>("rivalBounds")->text(), QString("0.5 0.8"));
    QVERIFY(lab<QCheckBox>("rivalOneWay")->isChecked() && lab<QCheckBox>("rivalSrDiffusion")->isChecked());
    QCOMPARE(lab<QLineEdit>("rivalChanges")->text(), QString("0.2"));
    QCOMPARE(lab<QLineEdit>("rivalSettlings")->text(), QString("0.01 0.02"));
    QVERIFY(lab<QLineEdit>("rivalSettlings")->isEnabled());
    QCOMPARE(lab<QLineEdit>("sweepEarly")->text(), QString("20, 40"));
    QTRY_VERIFY(lab<QLabel>("whatItTakes")->text().endsWith("Add prompts, seeds or boundaries to measure more."));
  }

  // It depends on what was measured, not on who measured it.
  void offersLearnedMeasuresWhereTheyWereTaken() {
    openLab();
    setGrid("20, 40", "0");
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores());
    auto* combo = lab<QComboBox>("measureCombo");
    const auto isOffered = [&](SamenessMeasure by) {
      return qobject_cast<QStandardItemModel*>(combo->model())->item(static_cast<int>(by))->isEnabled();
    };
    QVERIFY(isOffered(SamenessMeasure::Ssim));
    QVERIFY(!isOffered(SamenessMeasure::Dinov2));
    QVERIFY(!isOffered(SamenessMeasure::Lpips));
    // As it was left at another sweep.
    auto choices = m_settings->labChoices("Test pair");
    choices.measure = "lpips";
    results->setChoices(choices);
    QTRY_VERIFY(results->scores() && results->scores()->by == SamenessMeasure::Ssim);
    QCOMPARE(combo->currentIndex(), static_cast<int>(SamenessMeasure::Ssim));
    const QDir records(choices.folder + "/records");
    const auto names = records.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const auto& name : names) {
      QFile file(records.filePath(name));
      QVERIFY(file.open(QFile::ReadOnly));
      auto text = file.readAll();
      file.close();
      const bool isReference = name.endsWith("-e10-l00.json");
      text.replace("\"latents\":", QByteArray("\"lpips\": ") + (isReference ? "0" : "0.25") + ", \"latents\":");
      text.replace("\"checksum\"", "\"unchecked\"");
      QVERIFY(file.open(QFile::WriteOnly));
      file.write(text);
    }
    results->setChoices(choices);
    QTRY_VERIFY(results->scores() && results->scores()->by == SamenessMeasure::Lpips);
    QCOMPARE(combo->currentIndex(), static_cast<int>(SamenessMeasure::Lpips));
    QVERIFY(isOffered(SamenessMeasure::Lpips));
    QVERIFY(!isOffered(SamenessMeasure::Dinov2));
  }

  void itsColoursGetLighterAndTheirNumbersStayLegible() {
    double before = -1;
    for (int i = 0; i <= 100; ++i) {
      const auto ground = heatColor(i / 100.);
      const double light = luminance(ground);
      QVERIFY2(light > before, qPrintable(QString::number(i)));
      before = light;
      const double ink = luminance(inkOn(ground));
      const double contrast = (std::max(light, ink) + .05) / (std::min(light, ink) + .05);
      QVERIFY2(contrast >= 4.5, qPrintable(QString("%1: %2").arg(i).arg(contrast)));
    }
  }
};

QTEST_MAIN(TestLabMeasures)
#include "tst_lab_measures.moc"
