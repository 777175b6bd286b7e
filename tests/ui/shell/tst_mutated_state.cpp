// SPDX-License-Identifier: MIT
// The Studio's own files, damaged at random: the store of runs, the presets and the settings are opened, used and
// opened again. Whatever is in them, nothing ends the program, what cannot be read is kept aside as it was, and what is
// saved afterwards is there at the next start or its loss is told. FB_FUZZ_TIMES: that many times as many inputs.
#include "history_of.h"
#include "plain_run.h"
#include "prompt/preset_store.h"
#include "runs/run_store.h"
#include "seed.h"
#include "settings/settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kInputs = 150;  // of each kind

class Damage {
public:
  explicit Damage(std::uint64_t seed) : m_random(seed) {}

  // Some bytes of one area, often at the beginning of a page, or an end that is missing.
  QByteArray of(QByteArray bytes) {
    constexpr qsizetype kPage = 4096;
    const auto begin = below(3) == 0 ? below(bytes.size() / kPage + 1) * kPage : below(bytes.size());
    const auto area = std::min<qsizetype>(below(2) == 0 ? 100 : kPage, bytes.size() - begin);
    for (auto changes = 1 + below(24); changes > 0 && area > 0; --changes)
      bytes[begin + below(area)] = below(3) == 0 ? '\0' : static_cast<char>(below(256));
    if (below(8) == 0) bytes.truncate(below(bytes.size()));
    return bytes;
  }
  // Of a text, one value becomes another one.
  QByteArray ofText(QByteArray text) {
    static const QByteArrayList kTokens{"null", "-1",      "1e999", "\"\"", "[]",   "{}",  "true", "\\u0000",
                                        "\xff", "\"a\":1", "]",     "{",    "\n\n", "[x]", "=",    "@Invalid()"};
    for (auto changes = 1 + below(4); changes > 0; --changes) {
      const auto at = below(text.size());
      if (below(2) == 0)
        text.replace(at, below(12), kTokens[below(kTokens.size())]);
      else
        text[at] = static_cast<char>(below(256));
    }
    return text;
  }

private:
  qsizetype below(qsizetype end) { return end > 0 ? static_cast<qsizetype>(m_random() % std::uint64_t(end)) : 0; }

  std::mt19937_64 m_random;
};

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// What the user had is in the folder, under any name.
bool isKept(const QString& folder, const QByteArray& bytes) {
  const QDir inFolder(folder);
  const auto names = inFolder.entryList(QDir::Files);
  return std::ranges::any_of(names, [&](const QString& name) { return bytesOf(inFolder.filePath(name)) == bytes; });
}

}  // namespace

class TestMutatedState : public QObject {
  Q_OBJECT
private:
  std::uint64_t m_seed = testSeed(17);

  static int inputs() { return kInputs * std::max(1, qEnvironmentVariableIntValue("FB_FUZZ_TIMES")); }
  // Calls `check` with a new folder for each input.
  static void forEach(const std::function<void(int, const QString&)>& check) {
    for (int input = 0; input < inputs() && !QTest::currentTestFailed(); ++input) {
      const QTemporaryDir folder;
      check(input, folder.path());
      if (QTest::currentTestFailed()) qWarning("input %d", input);
    }
  }

private Q_SLOTS:
  void ofRuns() {
    const QTemporaryDir sound;
    const auto original = sound.filePath("runs.sqlite");
    {
      RunStore store(original);
      for (RunId id = 1; id <= 12; ++id) {
        auto run = plainRun(id, id % 3 == 0 ? RunState::Waiting : RunState::Finished);
        for (int step = 0; step < 20; ++step) {
          StepReport report{step, step + 1,         20, .9, 900, Model::Small, .5, 1, {}, false, 0,
                            {},   GuardCheck::None, {}, {}, {}};
          report.divergence = Divergence{.25, .125};
          run.steps.push_back(report);
        }
        store.save(run);
      }
      store.saveOrder({3, 6, 9, 12});
    }
    const auto bytes = bytesOf(original);
    QVERIFY(bytes.size() > 8192);
    int kept = 0, used = 0;
    forEach([&](int input, const QString& folder) {
      Damage damage(m_seed + static_cast<std::uint64_t>(input));
      const auto damaged = damage.of(bytes);
      const auto file = QDir(folder).filePath("runs.sqlite");
      write(file, damaged);
      RunId added = 0;
      bool isTold = false;
      {
        RunStore store(file);
        store.awaitOpening();
        for (const auto& run : store.readQueue()) store.read(run.id);
        historyOf(store);
        added = store.newId();
        store.save(plainRun(added, RunState::Finished));
        store.appendStep(added,
                         {0, 1, 20, .9, 900, Model::Large, .5, 1, {}, false, 0, {}, GuardCheck::None, {}, {}, {}});
        const bool isSaved = store.flush();
        isTold = !store.trouble().isEmpty() || !store.loss().isEmpty();
        QVERIFY2(isSaved || isTold, "not saved, and not a word");
        if (!store.loss().isEmpty()) {
          QVERIFY2(store.loss().contains(file) || !store.loss().contains("kept"), qPrintable(store.loss()));
          if (store.loss().contains("kept as")) QVERIFY2(isKept(folder, damaged), qPrintable(store.loss()));
        }
      }
      RunStore again(file);
      const auto read = again.awaitOpening() ? again.read(added) : std::nullopt;
      QVERIFY2(read || isTold || !again.trouble().isEmpty() || !again.loss().isEmpty(), "lost without a word");
      ++(isTold ? kept : used);
    });
    qInfo("%d stores told of their damage, %d were used as they were", kept, used);
    QVERIFY(kept > 0 && used > 0);
  }

  void ofPresets() {
    const QTemporaryDir sound;
    const auto original = sound.filePath("presets.json");
    Preset mine;
    mine.name = "mine";
    {
      PresetStore store(original);
      for (const auto* name : {"first", "second", "third"}) {
        auto preset = store.presets().front();
        preset.name = name;
        preset.builtIn = false;
        QVERIFY(store.save(preset));
      }
      QVERIFY(store.file()->flush());
    }
    const auto bytes = bytesOf(original);
    forEach([&](int input, const QString& folder) {
      Damage damage(m_seed + static_cast<std::uint64_t>(input));
      const auto damaged = input % 4 == 0 ? damage.of(bytes) : damage.ofText(bytes);
      const auto file = QDir(folder).filePath("presets.json");
      write(file, damaged);
      {
        PresetStore store(file);
        for (const auto& preset : store.presets()) QVERIFY(!preset.name.isEmpty());
        if (!store.problem().isEmpty()) {
          QVERIFY2(store.problem().contains(file), qPrintable(store.problem()));
          QVERIFY2(isKept(folder, damaged), qPrintable(store.problem()));
        }
        QVERIFY(store.save(mine));
        QVERIFY(store.file()->flush());
      }
      PresetStore again(file);
      QVERIFY(again.find("mine"));
      QVERIFY2(again.problem().isEmpty(), qPrintable(again.problem()));
    });
  }

  void ofSettings() {
    const QTemporaryDir sound;
    const auto original = sound.filePath("studio.ini");
    {
      Settings settings(original);
      settings.setOutputFolder(sound.path());
      for (const auto* prompt : {"a red star", "ein Kreis, blau", "\xe7\x94\xbb"})
        settings.addRecentPrompt(QString::fromUtf8(prompt));
      settings.setLastRequest(QByteArray::fromStdString(toJson(defaultRequest({}))));
      QVERIFY(settings.file()->flush());
    }
    const auto bytes = bytesOf(original);
    QVERIFY(!bytes.isEmpty());
    forEach([&](int input, const QString& folder) {
      Damage damage(m_seed + static_cast<std::uint64_t>(input));
      const auto damaged = input % 4 == 0 ? damage.of(bytes) : damage.ofText(bytes);
      const auto file = QDir(folder).filePath("studio.ini");
      write(file, damaged);
      {
        Settings settings(file);
        static_cast<void>(requestFromJson(settings.lastRequest().toStdString()));
        if (!settings.problem().isEmpty()) {
          QVERIFY2(settings.problem().contains(file), qPrintable(settings.problem()));
          QVERIFY2(isKept(folder, damaged), qPrintable(settings.problem()));
        }
        settings.addRecentPrompt("afterwards");
        QVERIFY(settings.file()->flush());
      }
      Settings again(file);
      QCOMPARE(again.recentPrompts().value(0), QStringLiteral("afterwards"));
    });
  }
};

QTEST_GUILESS_MAIN(TestMutatedState)
#include "tst_mutated_state.moc"
