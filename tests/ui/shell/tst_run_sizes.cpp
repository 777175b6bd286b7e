// SPDX-License-Identifier: MIT
#include "shell/run_sizes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

using namespace fb::ui;

namespace fs = std::filesystem;

class TestRunSizes : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_measured.clear();
    m_bytes = 100;
    for (const auto* name : {"a", "b"}) {
      fs::remove_all(folder(name));
      fs::create_directories(folder(name));
    }
  }

  void onlyWhatHasChangedIsMeasuredAgain() {
    rest("a");
    rest("b");
    RunSizes sizes = counting();
    QCOMPARE(sizes.sum({folder("a"), folder("b")}), std::uint64_t(200));
    QCOMPARE(m_measured, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(sizes.sum({folder("a"), folder("b")}), std::uint64_t(200));
    QCOMPARE(m_measured.size(), std::size_t(2));
    add("b");
    m_bytes = 150;
    QCOMPARE(sizes.sum({folder("a"), folder("b")}), std::uint64_t(250));
    QCOMPARE(m_measured, (std::vector<std::string>{"a", "b", "b"}));
  }

  // Its next change may have the same time.
  void whatHasJustChangedIsMeasuredAgain() {
    RunSizes sizes = counting();
    sizes.sum({folder("a")});
    sizes.sum({folder("a")});
    QCOMPARE(m_measured, (std::vector<std::string>{"a", "a"}));
  }

  void whatIsGoneIsForgotten() {
    rest("a");
    RunSizes sizes = counting();
    sizes.sum({folder("a")});
    sizes.sum({});
    sizes.sum({folder("a")});
    QCOMPARE(m_measured, (std::vector<std::string>{"a", "a"}));
    fs::remove_all(folder("a"));
    sizes.sum({folder("a")});
    sizes.sum({folder("a")});
    QCOMPARE(m_measured.size(), std::size_t(4));
  }

private:
  fs::path folder(const std::string& name) const { return fs::path(m_dir.path().toStdString()) / name; }
  void rest(const std::string& name) const {
    fs::last_write_time(folder(name), fs::file_time_type::clock::now() - std::chrono::minutes(1));
  }
  void add(const std::string& name) const {
    QFile file(QString::fromStdString((folder(name) / "clip.safetensors").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
  }
  RunSizes counting() {
    return RunSizes([this](const fs::path& folder) {
      m_measured.push_back(folder.filename().string());
      return m_bytes;
    });
  }

  QTemporaryDir m_dir;
  std::vector<std::string> m_measured;
  std::uint64_t m_bytes = 100;
};

QTEST_GUILESS_MAIN(TestRunSizes)
#include "tst_run_sizes.moc"
