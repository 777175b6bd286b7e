// SPDX-License-Identifier: MIT
#include "shell/unexpected_end.h"

#include "runs/run_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <new>
#include <string>
#include <string_view>

namespace fb::ui {
namespace {

constexpr int kOtherFailure = 1, kOutOfMemory = 4;  // as the command line program's
constexpr std::string_view kNoMemory = "no memory";
constexpr std::chrono::seconds kPatience(3);

struct Words {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::UnexpectedEnd)
};

std::string noteFile;  // written before the handler is set
std::atomic<RunStore*> keptStore = nullptr;
std::terminate_handler before = nullptr;

QString noteIn(const QString& stateFolder) { return QDir(stateFolder).filePath(QStringLiteral("unexpected-end")); }

void writeAll(int file, std::string_view text) {
  if (file >= 0) static_cast<void>(!::write(file, text.data(), text.size()));
}

// Takes little memory, of which there may be none left.
[[noreturn]] void endWith(int code, std::string_view reason) {
  // Several threads may end like this at once: the first one ends the program.
  static std::mutex once;
  once.lock();
  for (const std::string_view part : {std::string_view("error: unexpected: "), reason, std::string_view("\n")})
    writeAll(STDERR_FILENO, part);
  // A link in its place is not followed.
  writeAll(::open(noteFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600), reason);
  if (auto* store = keptStore.load()) store->flushWithin(kPatience);
  ::_exit(code);
}

[[noreturn]] void endAfterException() {
  try {
    if (std::current_exception()) throw;
  } catch (const std::bad_alloc&) {
    endWith(kOutOfMemory, kNoMemory);
  } catch (const std::exception& failure) {
    endWith(kOtherFailure, failure.what());
  } catch (...) {
  }
  endWith(kOtherFailure, "unknown");
}

}  // namespace

UnexpectedEnd::UnexpectedEnd(const QString& stateFolder) {
  noteFile = QFile::encodeName(noteIn(stateFolder)).toStdString();
  before = std::set_terminate(endAfterException);
}

UnexpectedEnd::~UnexpectedEnd() {
  std::set_terminate(before);
  keep(nullptr);
}

void UnexpectedEnd::keep(RunStore* store) { keptStore = store; }

std::optional<QString> UnexpectedEnd::take(const QString& stateFolder) {
  constexpr qint64 kLongest = 1000;
  QFile note(noteIn(stateFolder));
  if (!note.open(QIODevice::ReadOnly)) return {};
  const auto reason = note.read(kLongest);
  note.close();
  note.remove();
  if (QByteArrayView(reason) == QByteArrayView(kNoMemory.data(), static_cast<qsizetype>(kNoMemory.size())))
    return Words::tr("it got too little memory");
  return QString::fromUtf8(reason);
}

}  // namespace fb::ui
