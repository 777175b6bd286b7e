// SPDX-License-Identifier: MIT
// What presenters need, without a window: the Studio on a fake engine, the panels, and the presenters that the others
// use.
#pragma once

#include "barriers.h"
#include "fake_engine.h"
#include "pairs/pair_shelf.h"
#include "plots/divergence_plot.h"
#include "prompt/prompt_panel.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"
#include "theme/theme.h"
#include "viewer/preview_panel.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <set>

namespace fb::ui {

// A FakeEngine whose answers about chosen files are held until released, and which returns the pair documents that it
// was given. Thread rule as the engine's.
class DeskEngine : public FakeEngine {
public:
  void hold(const std::filesystem::path& file) {
    const std::lock_guard lock(m_mutex);
    m_held.insert(file);
  }
  void release(const std::filesystem::path& file) {
    const std::lock_guard lock(m_mutex);
    m_held.erase(file);
    m_changed.notify_all();
  }
  ~DeskEngine() override { releaseAll(); }
  void releaseAll() {
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    m_changed.notify_all();
  }
  void giveDocument(const std::filesystem::path& document, const PairSpec& pair) {
    const std::lock_guard lock(m_mutex);
    m_documents[document] = pair;
  }

  Result<Clip> loadRunClip(const std::filesystem::path& folder) override {
    pass(folder);
    return FakeEngine::loadRunClip(folder);
  }
  Result<Clip> readClip(const std::filesystem::path& file) override {
    pass(file);
    return FakeEngine::readClip(file);
  }
  Result<PairSpec> readPair(const std::filesystem::path& document) override {
    pass(document);
    const std::lock_guard lock(m_mutex);
    const auto found = m_documents.find(document);
    if (found != m_documents.end()) return found->second;
    return Error{ErrorKind::NotFound, document.string() + " does not exist"};
  }
  // Held by the prompt, as if it were a file.
  Result<CostEstimate> estimateCost(const GenerationRequest& request) override {
    pass(request.clip.prompt);
    ++estimates;
    return FakeEngine::estimateCost(request);
  }
  std::atomic<int> estimates = 0;  // calls of estimateCost()
  std::vector<std::string> validate(const GenerationRequest& request) override {
    if (request.clip.prompt == "refuse this") return {"the engine refuses this"};
    return FakeEngine::validate(request);
  }

private:
  void pass(const std::filesystem::path& file) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_held.contains(file); });
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::set<std::filesystem::path> m_held;                 // guarded by m_mutex
  std::map<std::filesystem::path, PairSpec> m_documents;  // guarded by m_mutex
};

// GUI thread.
struct Desk {
  // `leave` may prepare the settings as a previous session would have left them.
  // An earlier desk's place and engine make another start of the same Studio.
  using Place = std::shared_ptr<QTemporaryDir>;
  explicit Desk(const std::function<void(Settings&)>& leave = {},
                Place folderBefore = std::make_shared<QTemporaryDir>(),
                std::shared_ptr<DeskEngine> running = std::make_shared<DeskEngine>())
      : place(std::move(folderBefore)), engine(std::move(running)), isPrepared(prepare(leave)) {
    studio.runner()->setRunsFolder(settings.runsFolder());
    QObject::connect(&studio, &Studio::ready, &pair, &PairPresenter::begin);
    QObject::connect(&studio, &Studio::openFailed, &announcer, &Announcer::tellError);
  }
  ~Desk() { engine->releaseAll(); }

  bool start() {
    QSignalSpy ready(&studio, &Studio::ready);
    studio.start();
    return ready.count() > 0 || ready.wait();
  }
  // Runs a clip to its end; 0: it was not finished.
  RunId finish(const char* prompt, quint64 seed = 1) {
    auto asked = defaultRequest(FakeEngine::testPair());
    asked.clip.prompt = prompt;
    asked.sampling.seed = seed;
    QSignalSpy finished(studio.runner(), &QueueRunner::runFinished);
    const auto id = studio.runner()->enqueue(asked);
    if (studio.runner()->isHeld()) studio.runner()->start();
    return QTest::qWaitFor([&] { return finished.count() > 0; }) ? id : 0;
  }
  std::filesystem::path folderOf(RunId id) { return studio.history()->record(id)->request.options.runFolder; }
  // Points of the curve in the plot, as it saves them.
  int curvePoints() {
    const auto file = folder.filePath("curve.csv");
    auto* plot = stages.findChild<DivergencePlot*>();
    QFile csv(file);
    if (!plot || !plot->saveAs(file) || !csv.open(QIODevice::ReadOnly)) return -1;
    return static_cast<int>(csv.readAll().count('\n')) - 1;
  }
  QString prompt() { return QString::fromStdString(request.request().clip.prompt); }
  // No run is in progress, and every answer that is not held has arrived.
  bool settle() {
    bool answered = false;
    studio.host()->ask(
        &studio, [](Engine&) { return 0; }, [&](int) { answered = true; });
    return QTest::qWaitFor([&] { return answered && !studio.runner()->runningRun(); });
  }
  // The same if nothing is held any more: both of the host's threads have finished all earlier work.
  bool settleAll() {
    return fb::ui::settle(*studio.host()) && QTest::qWaitFor([this] { return !studio.runner()->runningRun(); });
  }

  const Place place;
  const QTemporaryDir& folder = *place;
  const std::shared_ptr<DeskEngine> engine;
  Theme theme{*qApp};
  Settings settings{folder.filePath("studio.ini")};
  const bool isPrepared;  // before the presenters read the settings
  Studio studio{[engine = engine](Error&) { return engine; }, folder.path()};
  QWidget window;
  NoticeBar notice{&window};
  StatusLine status{&theme, &window};
  QUndoStack undo;
  PromptPanel promptPanel{&theme, &window};
  StagePanel stages{&theme, &undo, &window};
  PreviewPanel preview{&theme, &window};
  QComboBox combo{&window};
  PairShelf shelf{studio.host()};
  Announcer announcer{{&window, &notice, &status, &settings}};
  PairPresenter pair{&shelf, &settings, &combo};
  RequestPresenter request{{&studio, &settings, &pair, &promptPanel, &stages, &status, &undo, &announcer}};
  ClipPresenter clip{&studio, &preview, &stages};

private:
  bool prepare(const std::function<void(Settings&)>& leave) {
    settings.setRunsFolder(folder.filePath("runs"));
    settings.setOutputFolder(folder.path());
    if (leave) leave(settings);
    return true;
  }
};

}  // namespace fb::ui
