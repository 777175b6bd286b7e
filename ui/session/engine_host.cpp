// SPDX-License-Identifier: MIT
#include "session/engine_host.h"

#include "flowblend/engine_library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace fb::ui {
namespace {

constexpr auto kLibrary = "libflowblend_engine.so";
constexpr auto kVersion = "flowblendInterfaceVersion";
constexpr auto kEntry = "flowblendCreateEngine";

// Installed trees have it in lib/, build trees where its target is built.
QString findLibrary(const QString& folder) {
  const QDir program(QCoreApplication::applicationDirPath());
  const QStringList folders =
      folder.isEmpty()
          ? QStringList{program.path(), program.filePath("../lib"), program.filePath("../lib/flowblending-studio"),
                        program.filePath("../core/engine"), program.filePath("../../core/engine")}
          : QStringList{folder};
  for (const auto& each : folders)
    if (const QFileInfo file(QDir(each).filePath(kLibrary)); file.exists()) return file.canonicalFilePath();
  return {};
}

// Empty if it reports none.
std::string versionOf(QLibrary& library) {
  const auto version = reinterpret_cast<FlowblendInterfaceVersion>(library.resolve(kVersion));
  return version ? version() : std::string();
}

QString versionSentence(const QString& file, const std::string& theirs) {
  return EngineHost::tr("The engine %1 has version %2, but the program has version %3. Reinstall the program.")
      .arg(file, theirs.empty() ? EngineHost::tr("unknown") : QString::fromStdString(theirs),
           QString::fromUtf8(interfaceVersion()));
}

}  // namespace

EngineHost::EngineHost(MakeEngine makeEngine, QObject* parent) : QObject(parent), m_makeEngine(std::move(makeEngine)) {
  m_pool.setMaxThreadCount(2);
}

EngineHost::~EngineHost() {
  m_pool.clear();
  m_pool.waitForDone();
}

void EngineHost::open() {
  if (m_state != State::Closed) return;
  m_state = State::Opening;
  m_pool.start([this] {
    Error error;
    auto engine = m_makeEngine(error);
    QMetaObject::invokeMethod(
        this, [this, engine = std::move(engine), error] { onMade(engine, error); }, Qt::QueuedConnection);
  });
}

void EngineHost::onMade(std::shared_ptr<Engine> engine, const Error& error) {
  auto waiting = std::exchange(m_waiting, {});
  if (!engine) {
    m_state = State::Failed;
    Q_EMIT failed(error);
    return;
  }
  m_state = State::Open;
  m_engine = std::move(engine);
  for (auto& job : waiting) start(std::move(job));
  Q_EMIT opened();
}

void EngineHost::enqueue(Job job) {
  if (m_state == State::Failed) return;
  if (m_state == State::Open)
    start(std::move(job));
  else
    m_waiting.push_back(std::move(job));
}

void EngineHost::start(Job job) {
  m_pool.start([engine = m_engine, job = std::move(job)]() mutable { job(*engine); });
}

EngineHost::MakeEngine EngineHost::sharedLibrary(const QString& folder, int threads) {
  // Threads that spin while waiting would take CPU time from the window's; OpenMP reads this once, when it is loaded.
  if (!qEnvironmentVariableIsSet("OMP_WAIT_POLICY")) qputenv("OMP_WAIT_POLICY", "passive");
  return [folder, threads](Error& error) -> std::shared_ptr<Engine> {
    const auto file = findLibrary(folder);
    if (file.isEmpty()) {
      error = {
          ErrorKind::NotFound,
          tr("The engine %1 was not found next to the program. Reinstall the program.").arg(kLibrary).toStdString()};
      return nullptr;
    }
    // Never unloaded: libtorch has threads and destructors that run at the end of the process.
    QLibrary library(file);
    const auto create = reinterpret_cast<FlowblendCreateEngine>(library.resolve(kEntry));
    if (!create) {
      error = {ErrorKind::Unsupported,
               tr("The engine %1 cannot be opened: %2").arg(file, library.errorString()).toStdString()};
      return nullptr;
    }
    if (const auto theirs = versionOf(library); theirs != interfaceVersion()) {
      error = {ErrorKind::Unsupported, versionSentence(file, theirs).toStdString()};
      return nullptr;
    }
    return std::shared_ptr<Engine>(create(threads, /*keepTexts=*/true));
  };
}

}  // namespace fb::ui
