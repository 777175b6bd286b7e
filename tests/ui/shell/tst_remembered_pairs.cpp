// SPDX-License-Identifier: MIT
// Whatever has happened to the remembered pairs, the Studio starts, with the real engine, says what it cannot read, and
// forgets nothing.
#include "pairs/pair_shelf.h"
#include "shell/pair_presenter.h"
#include "studio_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;

QByteArray contentOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  return file.readAll();
}

void write(const QString& path, const QByteArray& content) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write");
}

// A separate folder with the parts of the built-in pair. Returns its document.
QString copyPair(const QString& target) {
  const QDir from(QString::fromUtf8(qgetenv("FB_SOURCE_DIR")) + "/resources/demo-pair");
  for (const auto* part : {"large", "small"}) {
    for (const auto& folder : QDir(from.filePath(part)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
      const auto relative = QStringLiteral("%1/%2").arg(part, folder);
      QDir().mkpath(target + '/' + relative);
      for (const auto& file : QDir(from.filePath(relative)).entryList(QDir::Files))
        QFile::copy(from.filePath(relative + '/' + file), target + '/' + relative + '/' + file);
    }
  }
  QFile::copy(from.filePath("pair.json"), target + "/pair.json");
  return target + "/pair.json";
}

// The second size of the tensors with that suffix becomes zero.
void emptyTensor(const QString& path, const QString& ending) {
  const auto file = contentOf(path);
  quint64 size = 0;
  std::memcpy(&size, file.constData(), sizeof size);
  auto header = QJsonDocument::fromJson(file.mid(8, static_cast<qsizetype>(size))).object();
  const auto data = file.mid(8 + static_cast<qsizetype>(size));
  header.remove("__metadata__");
  QByteArray kept;
  for (const auto& name : header.keys()) {
    auto tensor = header[name].toObject();
    const auto offsets = tensor["data_offsets"].toArray();
    auto bytes = data.mid(offsets[0].toInteger(), offsets[1].toInteger() - offsets[0].toInteger());
    if (name.endsWith(ending)) {
      auto shape = tensor["shape"].toArray();
      shape[1] = 0;
      tensor["shape"] = shape;
      bytes.clear();
    }
    tensor["data_offsets"] = QJsonArray{qint64(kept.size()), qint64(kept.size() + bytes.size())};
    kept += bytes;
    header[name] = tensor;
  }
  auto text = QJsonDocument(header).toJson(QJsonDocument::Compact);
  while (text.size() % 8 != 0) text += ' ';
  size = static_cast<quint64>(text.size());
  write(path, QByteArray(reinterpret_cast<const char*>(&size), sizeof size) + text + kept);
}

}  // namespace

class TestRememberedPairs : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { leave(); }

  void nothingOfThemStopsTheStart() {
    const QTemporaryDir dir;
    QStringList documents;
    const auto damaged = [&](const char* name, const auto& damage) {
      documents << copyPair(dir.filePath(QLatin1String(name)));
      damage(dir.filePath(QLatin1String(name)));
    };
    const auto weights = QStringLiteral("/large/text_encoder/model.safetensors");
    damaged("a size of zero", [&](const QString& pair) {
      emptyTensor(pair + weights, QStringLiteral("relative_attention_bias.weight"));
    });
    damaged("cut off", [&](const QString& pair) { QFile::resize(pair + weights, 100); });
    damaged("a header without end", [&](const QString& pair) { write(pair + weights, QByteArray(64, '\xff')); });
    damaged("deep", [](const QString& pair) { write(pair + "/pair.json", QByteArray(300'000, '[')); });
    damaged("half a document", [](const QString& pair) { QFile::resize(pair + "/pair.json", 20); });
    damaged("no document", [](const QString& pair) { QFile::remove(pair + "/pair.json"); });
    damaged("a folder", [](const QString& pair) {
      QFile::remove(pair + "/pair.json");
      QDir().mkpath(pair + "/pair.json");
    });
    damaged("a part that is gone", [](const QString& pair) { QDir(pair + "/small").removeRecursively(); });

    for (const auto& last : {documents.first(), documents.last()}) {
      const auto real = EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 1);
      open();
      m_settings->setPairDocuments(documents);
      m_settings->setLastPair(last);
      close();
      open(real);
      QTRY_VERIFY_WITH_TIMEOUT(m_studio->isReady(), kPatience);
      auto* shelf = m_window->findChild<PairShelf*>();
      QTRY_COMPARE_WITH_TIMEOUT(shelf->refused().size(), std::size_t(documents.size()), kPatience);
      for (const auto& refused : shelf->refused()) QVERIFY(!refused.error.message.empty());
      // The built-in pair can be used, and a disk that is mounted again brings its pair back.
      QVERIFY(!m_window->request().pair.large.empty());
      auto kept = m_settings->pairDocuments();
      kept.sort();
      auto expected = documents;
      expected.sort();
      QCOMPARE(kept, expected);
      leave();
    }
  }
};

QTEST_MAIN(TestRememberedPairs)
#include "tst_remembered_pairs.moc"
