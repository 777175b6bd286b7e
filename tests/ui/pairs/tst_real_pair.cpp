// SPDX-License-Identifier: MIT
// The models page with the real engine and real, tiny models in the layouts in which they are published.
#include "pairs/component_card.h"
#include "pairs/models_page.h"
#include "pairs/pair_list_model.h"
#include "pairs/pair_shelf.h"
#include "pairs/part_offers.h"
#include "session/engine_host.h"
#include "theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

#include <algorithm>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;
const QStringList kTinyWan = {"tiny_pairs/wan-tiny/large", "tiny_pairs/wan-tiny/small"};

}  // namespace

class TestRealPair : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    m_oracle = QDir(qEnvironmentVariable("FB_ORACLE_DIR"));
    m_layouts = QDir(m_oracle.filePath("tiny_pairs/wan-tiny"));
    QVERIFY2(m_layouts.exists(QStringLiteral("large/transformer")), qPrintable(m_layouts.path()));
    qputenv("XDG_STATE_HOME", m_dir.filePath("engine").toUtf8());
    m_theme = std::make_unique<Theme>(*qApp);
    m_host = std::make_unique<EngineHost>(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0));
    QSignalSpy opened(m_host.get(), &EngineHost::opened);
    m_host->open();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kPatience);
  }
  void init() { openPage(); }
  void cleanupTestCase() {
    m_page.reset();
    m_shelf.reset();
    m_host.reset();
    m_theme.reset();
  }

  void twoDroppedFoldersBecomeAPairThatRuns() {
    drop({m_layouts.filePath("large"), m_layouts.filePath("small")});
    auto* build = find<QPushButton>("buildPairButton");
    QTRY_VERIFY_WITH_TIMEOUT(build->isEnabled() && find<QComboBox>("largeCombo")->count() == 2, kPatience);
    for (auto* card : m_page->findChildren<ComponentCard*>()) QVERIFY(!card->isBusy());
    auto* name = find<QLineEdit>("pairNameEdit");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Tiny WAN"));
    QSignalSpy documents(m_shelf.get(), &PairShelf::documentsChanged);
    QTest::mouseClick(build, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(documents.count(), 1, kPatience);
    const auto pair = newest();
    QCOMPARE(QString::fromStdString(pair.name), QStringLiteral("Tiny WAN"));
    QCOMPARE(QString::fromStdString(pair.large.string()), m_layouts.filePath("large/transformer"));
    QCOMPARE(QString::fromStdString(pair.small.string()), m_layouts.filePath("small/transformer"));
    // The folders' own scheduler determines the shift.
    QCOMPARE(pair.defaults.sampling.shift, 3.);

    auto request = defaultRequest(pair);
    request.clip.prompt = "a cat walks on the grass";
    request.clip.width = request.clip.height = 32;
    request.clip.frames = 5;
    request.sampling.schedule.steps = 3;
    request.options.device = "cpu";
    request.options.runFolder = m_dir.filePath("run").toStdString();
    struct Quiet : EventSink {
    } sink;
    RunControl control;
    const auto outcome = m_host->engine()->generate(request, sink, control);
    if (outcome.failed()) QFAIL(outcome.error().message.c_str());
    QCOMPARE(outcome.value().clip.frames.size(), std::size_t(5));
  }

  void theNextStartReadsThePairBack() {
    built(kTinyWan);
    PairShelf again(m_host.get());
    QSignalSpy added(&again, &PairShelf::added);
    again.setDocuments(m_shelf->documents());
    QCOMPARE(again.documents(), m_shelf->documents());
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, kPatience);
    QCOMPARE(again.pairs()->rowOf(newest()), 0);
  }

  void aWrongFileIsRefusedWithItsSentence() {
    built(kTinyWan);
    const auto file = m_dir.filePath("wan2.1_14B.safetensors");
    write(file, "\x80\x02}q and no tensors at all");
    drop({file});
    QTRY_VERIFY_WITH_TIMEOUT(card(file) && !card(file)->isBusy(), kPatience);
    const auto* message = card(file)->findChild<QLabel*>(QStringLiteral("componentMessage"));
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains("wan2.1_14B.safetensors"), qPrintable(message->text()));
    QCOMPARE(find<QComboBox>("largeCombo")->count(), 2);
  }

  void aPairWhoseFilesAreGoneIsRefusedAndRemembered() {
    auto pair = built(kTinyWan);
    pair.large = m_dir.filePath("unplugged/transformer").toStdString();
    const auto document = m_dir.filePath("away.json");
    QVERIFY(m_host->engine()->writePair(pair, document.toStdString()).ok());
    const auto broken = m_dir.filePath("broken.json");
    write(broken, "{\"name\": ");
    PairShelf shelf(m_host.get());
    QSignalSpy refused(&shelf, &PairShelf::documentRefused);
    shelf.setDocuments({document, broken});
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 2, kPatience);
    for (const auto& signal : refused) {
      const auto sentence = QString::fromStdString(signal[1].value<Error>().message);
      QVERIFY2(sentence.contains(signal[0] == document ? "unplugged" : "broken.json"), qPrintable(sentence));
    }
    QCOMPARE(shelf.pairs()->rowCount(), 0);
    auto remembered = shelf.documents();
    remembered.sort();
    QCOMPARE(remembered, (QStringList{document, broken}));
    // A document belongs to the user: it is never overwritten.
    QFile kept(broken);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("{\"name\": "));
  }

  void ltxModelsBecomeAPair_data() {
    QTest::addColumn<QStringList>("dropped");
    QTest::addColumn<QString>("large");
    QTest::addColumn<QString>("vae");
    QTest::addColumn<QString>("upsampler");
    const QString folders = "engine_ltx/ltx-tiny-097/", layouts = "engine_ltx_layouts/0.9.5/";
    QTest::newRow("pipeline folders") << QStringList{folders + "large", folders + "small"}
                                      << folders + "large/transformer" << folders + "large/vae" << QString();
    QTest::newRow("pipeline folders and an upsampler")
        << QStringList{folders + "large", folders + "small", "engine_ltx/upsampler"} << folders + "large/transformer"
        << folders + "large/vae"
        << "engine_ltx/upsampler";
    QTest::newRow("single files") << QStringList{layouts + "single", layouts + "comfy/text_encoders"}
                                  << layouts + "single/large.safetensors" << layouts + "single/large.safetensors"
                                  << QString();
    QTest::newRow("ComfyUI's folders") << QStringList{layouts + "comfy"}
                                       << layouts + "comfy/diffusion_models/large.safetensors"
                                       << layouts + "comfy/vae/ltx.safetensors" << QString();
    const QString gguf = "engine_gguf/ltx/gguf", others = "engine_gguf/ltx/diffusers/large/";
    QTest::newRow("GGUF") << QStringList{gguf, others + "vae", others + "tokenizer"} << gguf + "/large.gguf"
                          << others + "vae" << QString();
  }
  void ltxModelsBecomeAPair() {
    QFETCH(QStringList, dropped);
    const auto pair = built(dropped);
    QVERIFY(pair.family == Family("ltx"));
    QTEST(within(pair.large), "large");
    QTEST(within(pair.vae), "vae");
    QTEST(within(pair.upsampler), "upsampler");
    QVERIFY(pair.small != pair.large);
    QVERIFY(pair.sigmas.rule == SigmaRule::LinearQuadratic);
  }

  void anImageToVideoFolderBecomesAPair() {
    const auto pair = built({"engine_wan_i2v/i2v"});
    QVERIFY(pair.family == Family("wan"));
    QCOMPARE(pair.small, pair.large);
    QCOMPARE(within(pair.imageEncoder), QString("engine_wan_i2v/i2v/image_encoder"));
    QCOMPARE(pair.defaults.sampling.schedule.early, 1.);
  }

  // Published files, with those of other models among them, as people have them.
  void aComfyTreeProposesWhatBelongsTogether_data() {
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("large");
    QTest::addColumn<QString>("small");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokenizer");
    QTest::addColumn<QString>("vae");
    QTest::newRow("WAN") << "diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors"
                         << "diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors"
                         << "diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors"
                         << "text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors"
                         << "text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors"
                         << "vae/wan_2.1_vae.safetensors";
    // Without a choice, the model that was found last determines the family. The 2B models of the old latent space are
    // smaller, and are no partners of the 13B.
    QTest::newRow("LTX-Video") << ""
                               << "checkpoints/ltxv-13b-0.9.8-dev.safetensors"
                               << "checkpoints/ltxv-2b-0.9.8-distilled.safetensors"
                               << "text_encoders/t5xxl_fp8_e4m3fn_scaled.safetensors"
                               << "text_encoders/tokenizer"
                               << "checkpoints/ltxv-13b-0.9.8-dev.safetensors";
  }
  void aComfyTreeProposesWhatBelongsTogether() {
    QFETCH(QString, chosen);
    const QTemporaryDir tree;
    const auto models = std::filesystem::path(tree.filePath(QStringLiteral("ComfyUI/models")).toStdString());
    const auto add = [&](const char* folder, const QStringList& sources) {
      std::filesystem::create_directories(models / folder);
      for (const auto& source : sources) {
        const auto target = std::filesystem::path(m_oracle.filePath(source).toStdString());
        std::filesystem::create_symlink(target, models / folder / target.filename());
      }
    };
    const QString wan = "public_wan_checkpoints/", ltx = "public_checkpoints/";
    add("diffusion_models",
        {wan + "comfy/diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors",
         wan + "comfy/diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors",
         wan + "comfy/diffusion_models/wan2.1_i2v_480p_14B_fp16.safetensors",
         wan + "refused/wan2.2_t2v_high_noise_14B_fp16.safetensors", wan + "refused/wan2.2_ti2v_5B_fp16.safetensors",
         wan + "refused/wan2.1_vace_14B_fp16.safetensors"});
    add("checkpoints", {ltx + "ltx-video-2b-v0.9.safetensors", ltx + "ltx-video-2b-v0.9.1.safetensors",
                        ltx + "ltxv-13b-0.9.8-dev.safetensors", ltx + "ltxv-2b-0.9.8-distilled.safetensors",
                        ltx + "refused/ltx-2-19b-dev.safetensors"});
    add("text_encoders", {wan + "comfy/text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors",
                          ltx + "t5xxl_fp8_e4m3fn_scaled.safetensors", ltx + "tokenizer"});
    add("vae", {wan + "comfy/vae/wan_2.1_vae.safetensors", ltx + "vae/ltx-video-vae-0.9.1.safetensors",
                ltx + "refused/ltx-2-vae.safetensors"});
    add("loras", {ltx + "refused/lora.safetensors"});

    const auto scan = scanModelFolders(*m_host->engine(), {models.parent_path()}, {});
    const PartOffers parts(scan.findings);
    PairSpec pair;
    if (!chosen.isEmpty()) pair.large = models / chosen.toStdString();
    for (const auto part : kParts)
      if (parts.has(part, pair) && (pair.*fieldOf(part)).empty()) pair.*fieldOf(part) = parts.likeliest(part, pair);
    const auto shown = [&](const std::filesystem::path& path) {
      return QString::fromStdString(path.lexically_relative(models).string());
    };
    QTEST(shown(pair.large), "large");
    QTEST(shown(pair.small), "small");
    QTEST(shown(pair.textEncoder), "text");
    QTEST(shown(pair.vae), "vae");
    pair.name = "proposed";
    const auto made = m_host->engine()->pairFromParts(pair);
    QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
    const auto fits = m_host->engine()->checkPair(made.value());
    QVERIFY2(fits.ok(), fits ? "" : fits.error().message.c_str());
    QTEST(shown(pair.tokenizer), "tokenizer");
  }

  void modelsOfTwoLatentSpacesAreRefused() {
    drop({m_oracle.filePath("engine_ltx/ltx-tiny-090/large"), m_oracle.filePath("engine_ltx/ltx-tiny-097/small")});
    QTRY_VERIFY_WITH_TIMEOUT(find<QComboBox>("largeCombo")->count() == 2 && idle(), kPatience);
    QTest::mouseClick(find<QPushButton>("buildPairButton"), Qt::LeftButton);
    const auto* message = find<QLabel>("buildMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatience);
    QVERIFY2(message->text().contains("0.9.0 and 0.9.1 share one latent space"), qPrintable(message->text()));
    QVERIFY(m_shelf->documents().isEmpty());
  }

private:
  void openPage() {
    m_page.reset();
    m_shelf = std::make_unique<PairShelf>(m_host.get());
    m_shelf->setBuiltInPairs(m_host->engine()->builtInPairs().value());
    m_page = std::make_unique<ModelsPage>(m_theme.get(), m_host.get(), m_shelf.get());
    m_page->setPairsFolder(m_dir.filePath("pairs"));
    m_page->resize(900, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
  }
  PairSpec newest() const { return m_shelf->pairs()->at(m_shelf->pairs()->rowCount() - 1).pair; }
  QString within(const std::filesystem::path& path) const {
    return path.empty() ? QString() : m_oracle.relativeFilePath(QString::fromStdString(path.string()));
  }
  bool idle() const {
    const auto cards = m_page->findChildren<ComponentCard*>();
    return std::ranges::none_of(cards, &ComponentCard::isBusy);
  }
  // Drops what is in the oracle's folder, builds, and reads what was written.
  PairSpec built(const QStringList& dropped) {
    QStringList paths;
    for (const auto& path : dropped) paths << m_oracle.filePath(path);
    drop(paths);
    auto* build = find<QPushButton>("buildPairButton");
    if (!QTest::qWaitFor([&] { return idle() && build->isEnabled(); }, kPatience))
      qFatal("%s", qPrintable(find<QLabel>("buildHint")->text()));
    QTest::mouseClick(build, Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return m_shelf->documents().size() == 1; }, kPatience))
      qFatal("%s", qPrintable(find<QLabel>("buildMessage")->text()));
    const auto pair = m_host->engine()->readPair(m_shelf->documents().first().toStdString());
    if (!pair) qFatal("%s", pair.error().message.c_str());
    if (const auto fits = m_host->engine()->checkPair(pair.value()); !fits) qFatal("%s", fits.error().message.c_str());
    return pair.value();
  }
  void drop(const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
  }
  static void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      qFatal("cannot write %s", qPrintable(path));
  }
  template <class T>
  T* find(const char* name) const {
    auto* found = m_page->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }
  ComponentCard* card(const QString& path) const {
    for (auto* card : m_page->findChildren<ComponentCard*>())
      if (card->path() == path.toStdString()) return card;
    return nullptr;
  }

  QDir m_oracle, m_layouts;
  QTemporaryDir m_dir;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<EngineHost> m_host;
  std::unique_ptr<PairShelf> m_shelf;
  std::unique_ptr<ModelsPage> m_page;
};

QTEST_MAIN(TestRealPair)
#include "tst_real_pair.moc"
