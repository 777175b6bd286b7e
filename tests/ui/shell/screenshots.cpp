// SPDX-License-Identifier: MIT
// Not a test: takes the screenshots in docs/screenshots with the real window and the built-in pair.
//   screenshots FOLDER            all of them
//   QT_SCALE_FACTOR=2 screenshots FOLDER scaled      one at twice the size
//   screenshots FOLDER lab                           only those of the window that finds boundaries
//   screenshots FOLDER small      the least window and those that it opens in every language, after a sweep; not for
//                                 docs/screenshots
#include "help/log_book.h"
#include "help/tour.h"
#include "lab/lab_window.h"
#include "pairs/models_page.h"
#include "plots/divergence_plot.h"
#include "prompt/preset_store.h"
#include "prompt/prompt_panel.h"
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"
#include "viewer/compare_view.h"
#include "viewer/comparison_sheet.h"
#include "viewer/preview_panel.h"
#include "widgets/frame_image.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include <cstdio>
#include <memory>
#include <vector>

using namespace fb;
using namespace fb::ui;

namespace {

bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 120'000); }

PairSpec ltxPair() {
  PairSpec pair;
  pair.family = Family("ltx");
  pair.upsampler = "upsampler";
  pair.sigmas.rule = SigmaRule::LinearQuadratic;
  pair.textLength = 256;
  pair.refineSigmas = {0.9094, 0.725, 0.4219};
  pair.defaults.sampling.solver = SolverKind::Euler;
  pair.defaults.clip.width = 1216;
  pair.defaults.clip.height = 704;
  pair.defaults.clip.frames = 121;
  pair.defaults.clip.fps = 25;
  pair.defaults.clip.prompt = "a paper boat crosses the harbour at dusk, lanterns on the quay, slow camera";
  pair.defaults.clip.negativePrompt = "worst quality, inconsistent motion, blurry, jittery, distorted";
  return pair;
}

class Photographer {
public:
  Photographer(MainWindow& window, Studio& studio, const QString& folder)
      : m_window(window), m_studio(studio), m_folder(folder) {}

  void take(const QString& name, QWidget* widget = nullptr) {
    QTest::qWait(400);
    (widget ? widget : &m_window)->grab().save(m_folder.filePath(name + QStringLiteral(".png")));
    std::printf("%s\n", qPrintable(name));
  }
  void save(const QString& name, const std::shared_ptr<const Frame>& frame) {
    frameImage(frame).save(m_folder.filePath(name + QStringLiteral(".png")));
    std::printf("%s\n", qPrintable(name));
  }
  void press(const char* action) { m_window.findChild<QAction*>(QLatin1String(action))->trigger(); }
  // The next run, until `step` steps are done; -1: until its end.
  void run(const char* action, int step) {
    QSignalSpy steps(m_studio.runner(), &QueueRunner::stepFinished);
    QSignalSpy finished(m_studio.runner(), &QueueRunner::runFinished);
    press(action);
    until([&] { return step < 0 ? finished.count() > 0 : steps.count() >= step; });
  }
  // The clip of the history's row.
  void watch(int row) {
    auto* history = m_window.findChild<QListView*>(QStringLiteral("historyList"));
    QMetaObject::invokeMethod(
        m_window.findChild<HistoryPanel*>(), "openRequested",
        Q_ARG(fb::ui::RunId, history->model()->index(row, 0).data(HistoryModel::IdRole).toLongLong()));
    auto* preview = m_window.findChild<PreviewPanel*>();
    until([preview] { return !preview->isPreview(); });
  }
  bool waitForEnd() {
    return until([this] { return !m_studio.runner()->runningRun() && m_studio.queue()->rowCount() == 0; });
  }
  // A small sweep of the pair, in the window that finds boundaries.
  LabWindow* measureBoundaries() {
    press("findBoundariesAction");
    auto* lab = m_window.findChild<LabWindow*>();
    lab->findChild<QLineEdit*>(QStringLiteral("sweepEarly"))->setText(QStringLiteral("10, 20, 30, 40, 50, 60"));
    lab->findChild<QLineEdit*>(QStringLiteral("sweepLate"))->setText(QStringLiteral("0, 10, 20, 30"));
    lab->findChild<QPlainTextEdit*>(QStringLiteral("sweepPrompts"))
        ->setPlainText(QStringLiteral("a red circle moves right on a blue background\n"
                                      "a yellow star orbits on a purple background"));
    auto* start = lab->findChild<QPushButton*>(QStringLiteral("sweepStart"));
    until([start] { return start->isEnabled(); });
    return lab;
  }
  void start(LabWindow* lab) {
    QSignalSpy finished(m_studio.sweeps(), &SweepRunner::finished);
    lab->findChild<QPushButton*>(QStringLiteral("sweepStart"))->click();
    until([&] { return finished.count() > 0; });
    until([lab] { return lab->results()->isVisible() && lab->results()->scores().has_value(); });
  }
  void prompt(const char* text) {
    m_window.findChild<QPlainTextEdit*>(QStringLiteral("promptEdit"))->setPlainText(QLatin1String(text));
  }

private:
  MainWindow& m_window;
  Studio& m_studio;
  QDir m_folder;
};

// Of the page that measures and of the results, in the window's theme and language.
void takeLab(Photographer& photo, MainWindow& window, Theme& theme, Language& language) {
  window.findChild<QSpinBox*>(QStringLiteral("stepsSpin"))->setValue(10);
  auto* lab = photo.measureBoundaries();
  photo.take(QStringLiteral("boundaries-measure"), lab);
  photo.start(lab);
  lab->findChild<QDoubleSpinBox*>(QStringLiteral("samenessSpin"))->setValue(.8);
  photo.take(QStringLiteral("boundaries-dark"), lab);
  theme.choose(ThemeChoice::Light);
  photo.take(QStringLiteral("boundaries-light"), lab);
  language.setLanguage(QStringLiteral("de"));
  lab->resize(1024, 640);
  photo.take(QStringLiteral("boundaries-german"), lab);
  language.setLanguage(QStringLiteral("en"));
  theme.choose(ThemeChoice::Dark);
  lab->close();
  photo.take(QStringLiteral("suggested-dark"));
}

// The newest clips, the last one first.
std::vector<RunId> newestClips(const MainWindow& window, std::size_t most) {
  const auto* clips = window.findChild<QListView*>(QStringLiteral("historyList"))->model();
  std::vector<RunId> found;
  for (int row = 0; row < clips->rowCount() && found.size() < most; ++row)
    if (const auto index = clips->index(row, 0);
        index.data(HistoryModel::KindRole).toInt() == static_cast<int>(RunKind::Generate))
      found.push_back(index.data(HistoryModel::IdRole).toLongLong());
  return found;
}

// The window's popups and the windows that it opens, in its language.
void takeOthers(Photographer& photo, MainWindow& window, const QString& list, const QString& code) {
  const auto shown = [&photo, code](const char* name, QWidget* widget) {
    widget->show();
    photo.take(QStringLiteral("%1-%2").arg(QLatin1String(name), code), widget);
    widget->close();
  };
  window.findChild<QToolButton*>(QStringLiteral("memoryBar"))->click();
  if (auto* chart = window.findChild<QWidget*>(QStringLiteral("memoryChart"))) shown("memory", chart);
  shown("presets", window.findChild<QToolButton*>(QStringLiteral("presetMenuButton"))->menu());
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(list)});
  QDragEnterEvent enter({9, 9}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &enter);
  QDropEvent drop({9, 9}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &drop);
  photo.take(QStringLiteral("list-") + code);
  photo.press("exportAction");
  auto* dialog = window.findChild<QDialog*>(QStringLiteral("exportDialog"));
  constexpr int kVertical = 2;
  dialog->findChild<QComboBox*>(QStringLiteral("cropCombo"))->setCurrentIndex(kVertical);
  dialog->findChild<QCheckBox*>(QStringLiteral("boomerangCheck"))->setChecked(true);
  shown("export", dialog);
  photo.press("modelsAction");
  auto* models = window.findChild<ModelsPage*>();
  models->resize(1024, 640);
  models->findChild<QToolButton*>(QStringLiteral("whereToGetButton"))->setChecked(true);
  QTest::qWait(400);
  auto* scroll = models->findChild<QScrollArea*>(QStringLiteral("componentsScroll"));
  scroll->ensureVisible(0, 0);
  photo.take(QStringLiteral("models-") + code, models);
  scroll->ensureVisible(0, scroll->widget()->height());
  shown("where", models);
  photo.press("findBoundariesAction");
  auto* lab = window.findChild<LabWindow*>();
  lab->resize(1024, 640);
  auto* pages = lab->findChild<QTabWidget*>(QStringLiteral("labPages"));
  pages->setCurrentIndex(0);
  photo.take(QStringLiteral("measure-") + code, lab);
  pages->setCurrentIndex(1);
  shown("boundaries", lab);
  const auto clips = newestClips(window, 4);
  Q_EMIT window.findChild<HistoryPanel*>()->compareManyRequested({clips.rbegin(), clips.rend()});
  auto* compare = window.findChild<CompareView*>();
  until([&] { return compare->clip(static_cast<int>(clips.size()) - 1).id == clips.front(); });
  until([&] { return compare->parts().back().facts.contains(QStringLiteral("SSIM")); });
  compare->resize(1024, 640);
  shown("compare", compare);
}

// With what is predicted of the boundaries, the menu of the newest clip, and the windows and popups.
void takeSmall(Photographer& photo, MainWindow& window, Theme& theme, Language& language, const QDir& state) {
  window.findChild<QSpinBox*>(QStringLiteral("stepsSpin"))->setValue(10);
  auto* lab = photo.measureBoundaries();
  photo.start(lab);
  lab->close();
  photo.run("probeAction", -1);
  for (int clip = 0; clip < 4; ++clip) {
    window.findChild<QSpinBox*>(QStringLiteral("earlyShare"))->setValue(10 * (clip + 2));
    photo.run("generateAction", -1);
  }
  QFile list(state.filePath(QStringLiteral("clips of the week.csv")));
  if (list.open(QIODevice::WriteOnly)) list.write("prompt,seed\na red circle moves right,1\na yellow star orbits,2\n");
  list.close();
  auto* history = window.findChild<QListView*>(QStringLiteral("historyList"));
  for (const auto& code : Language::available()) {
    theme.choose(code == QStringLiteral("de") ? ThemeChoice::Light : ThemeChoice::Dark);
    language.setLanguage(code);
    window.resize(1440, 900);
    photo.press("resetLayoutAction");
    photo.take(QStringLiteral("wide-") + code);
    window.resize(1024, 640);
    photo.press("resetLayoutAction");
    photo.take(QStringLiteral("small-") + code);
    // The menu runs an event loop of its own.
    QTimer::singleShot(500, &window, [&photo, code] {
      auto* menu = QApplication::activePopupWidget();
      if (!menu) return;
      photo.take(QStringLiteral("menu-") + code, menu);
      menu->close();
    });
    Q_EMIT history->customContextMenuRequested(history->visualRect(history->model()->index(0, 0)).center());
    takeOthers(photo, window, list.fileName(), code);
  }
}

// Four clips at once, enlarged, and as one video; then several clips for an export.
void takeComparisons(Photographer& photo, MainWindow& window, CompareView* compare) {
  auto* panel = window.findChild<HistoryPanel*>();
  const auto clips = newestClips(window, 4);
  Q_EMIT panel->compareManyRequested({clips.rbegin(), clips.rend()});
  const int last = static_cast<int>(clips.size()) - 1;
  until([&] { return compare->clip(last).id == clips.front(); });
  until([&] { return compare->parts().back().facts.contains(QStringLiteral("SSIM")); });
  photo.take(QStringLiteral("compare-four"), compare);
  compare->canvas()->setZoom(800);
  photo.take(QStringLiteral("compare-zoom"), compare);
  compare->canvas()->setZoom(0);
  compare->flick();
  photo.take(QStringLiteral("compare-flicker"), compare);
  auto* dialog = window.findChild<QDialog*>(QStringLiteral("exportDialog"));
  Q_EMIT compare->exportRequested();
  photo.take(QStringLiteral("export-comparison"), dialog);
  dialog->close();
  photo.save(QStringLiteral("comparison-frame"), ComparisonSheet(compare->parts()).frame(0));
  compare->close();
  Q_EMIT panel->exportManyRequested(clips);
  photo.take(QStringLiteral("export-several"), dialog);
  dialog->close();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const auto arguments = QApplication::arguments();
  if (arguments.size() < 2) return 2;
  QDir().mkpath(arguments[1]);
  QTemporaryDir state;
  qputenv("XDG_STATE_HOME", state.path().toUtf8());
  LogBook log;
  Settings settings(state.filePath(QStringLiteral("studio.ini")));
  settings.setRunsFolder(state.filePath(QStringLiteral("runs")));
  settings.setOutputFolder(QStringLiteral("/home/you/Videos"));
  settings.setProbe(ProbePolicy::Large);
  settings.setSavesClips(false);
  Language language;
  language.setLanguage(QStringLiteral("en"));
  Theme theme(application);
  theme.choose(ThemeChoice::Dark);
  PresetStore presets(state.filePath(QStringLiteral("presets.json")));
  Studio studio(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0), state.path());
  MainWindow window({&studio, &settings, &theme, &language, &presets, &log});
  window.resize(1440, 900);
  window.show();
  PairSpec builtIn;
  QObject::connect(&studio, &Studio::ready,
                   [&builtIn](const std::vector<PairSpec>& pairs) { builtIn = pairs.front(); });
  auto* generate = window.findChild<QAction*>(QStringLiteral("generateAction"));
  if (!until([&] { return generate->isEnabled(); })) return 1;
  Photographer photo(window, studio, arguments[1]);
  if (arguments.contains(QStringLiteral("scaled"))) {
    window.resize(1100, 720);
    photo.press("resetLayoutAction");  // made for a screen of half the size
    photo.take(QStringLiteral("scaled-200"));
    return 0;
  }
  if (arguments.contains(QStringLiteral("lab"))) {
    takeLab(photo, window, theme, language);
    return 0;
  }
  if (arguments.contains(QStringLiteral("small"))) {
    takeSmall(photo, window, theme, language, QDir(state.path()));
    return 0;
  }
  photo.take(QStringLiteral("idle-dark"));
  photo.run("probeAction", -1);
  photo.prompt("a yellow star orbits on a purple background");
  photo.run("generateAction", 17);
  photo.take(QStringLiteral("running-dark"));
  photo.waitForEnd();
  photo.take(QStringLiteral("done-dark"));
  photo.prompt("a green cross grows on a white background");
  photo.run("generateAction", 9);
  photo.watch(0);
  photo.press("generateAction");
  photo.take(QStringLiteral("watching-dark"));
  photo.waitForEnd();
  photo.watch(0);
  photo.press("exportAction");
  photo.take(QStringLiteral("export"), window.findChild<QDialog*>(QStringLiteral("exportDialog")));
  window.findChild<QDialog*>(QStringLiteral("exportDialog"))->close();
  photo.press("tourAction");
  photo.take(QStringLiteral("tour"));
  window.findChild<Tour*>()->next();
  photo.take(QStringLiteral("tour-stages"));
  window.findChild<Tour*>()->skip();
  // The presets of the built-in pair, of which one is chosen.
  auto* presetCombo = window.findChild<QComboBox*>(QStringLiteral("presetCombo"));
  presetCombo->setCurrentIndex(presetCombo->findText(QStringLiteral("Fast")));
  Q_EMIT presetCombo->activated(presetCombo->currentIndex());
  photo.take(QStringLiteral("preset-fast"));
  presetCombo->setCurrentIndex(1);
  Q_EMIT presetCombo->activated(1);
  QFile refused(state.filePath(QStringLiteral("Wan2.1_T2V_1.3B.pth")));
  if (refused.open(QIODevice::WriteOnly)) refused.write("\x80\x02}q");
  refused.close();
  photo.press("modelsAction");
  auto* models = window.findChild<ModelsPage*>();
  models->resize(960, 640);
  models->addPaths({refused.fileName()});
  QTest::qWait(1500);
  photo.take(QStringLiteral("models"), models);
  // A tree as ComfyUI has it, with the built-in pair's files and some that are of no use.
  const auto tree = state.filePath(QStringLiteral("ComfyUI/models"));
  const QDir demo(QString::fromStdString(builtIn.large.parent_path().string()));
  for (const auto& [from, to] : {std::pair("transformer", "diffusion_models/shapes"), std::pair("vae", "vae/shapes"),
                                 std::pair("text_encoder", "text_encoders/shapes")}) {
    QDir().mkpath(QFileInfo(tree + QLatin1Char('/') + QLatin1String(to)).path());
    QFile::link(demo.filePath(QLatin1String(from)), tree + QLatin1Char('/') + QLatin1String(to));
  }
  QFile::copy(refused.fileName(), tree + QStringLiteral("/vae/Wan2.1_VAE.pth"));
  models->setModelFolders({QFileInfo(tree).path()});
  QTest::qWait(1500);
  models->findChild<QToolButton*>(QStringLiteral("foldedUselessButton"))->setChecked(true);
  models->findChild<QToolButton*>(QStringLiteral("whereToGetButton"))->setChecked(true);
  photo.take(QStringLiteral("models-watched"), models);
  models->setModelFolders({});
  models->close();
  photo.run("compareLargeOnlyAction", -1);
  photo.watch(0);
  photo.press("compareAction");
  QTest::qWait(1500);
  auto* compare = window.findChild<CompareView*>();
  photo.take(QStringLiteral("compare"), compare);
  takeComparisons(photo, window, compare);
  // The panel of a family that takes images, without its models.
  PromptPanel panel(&theme);
  panel.setPresetStore(&presets);
  panel.setPair(ltxPair());
  panel.resize(340, 800);
  panel.show();
  const auto& frames = window.findChild<PreviewPanel*>()->clip().frames;
  for (const auto& [name, frame] : {std::pair("opening.png", frames.front()), std::pair("ending.png", frames.back())}) {
    const QImage image(frame->rgb.data(), frame->width, frame->height, 3 * frame->width, QImage::Format_RGB888);
    image.save(state.filePath(QLatin1String(name)));
    panel.addImage(state.filePath(QLatin1String(name)));
  }
  photo.take(QStringLiteral("images"), &panel);
  panel.setProblems({QStringLiteral("magcache needs the magnitudes of the large model, which have not been measured")});
  panel.offerCalibration(CalibrationCost{2, 30, 4e15, 1260}, false);
  QApplication::processEvents();
  panel.findChild<QScrollArea*>()->ensureWidgetVisible(panel.findChild<QWidget*>("calibrationOffer"));
  photo.take(QStringLiteral("calibrate"), &panel);
  theme.choose(ThemeChoice::Light);
  photo.take(QStringLiteral("done-light"));
  language.setLanguage(QStringLiteral("zh_CN"));
  photo.take(QStringLiteral("chinese-light"));
  language.setLanguage(QStringLiteral("de"));
  window.resize(1366, 768);
  photo.press("resetLayoutAction");
  photo.take(QStringLiteral("german-light"));
  language.setLanguage(QStringLiteral("en"));
  theme.choose(ThemeChoice::Dark);
  window.resize(1024, 640);
  photo.press("resetLayoutAction");
  photo.take(QStringLiteral("small-window"));
  takeLab(photo, window, theme, language);
  return 0;
}
