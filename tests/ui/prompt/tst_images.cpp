// SPDX-License-Identifier: MIT
// Images that a clip passes through, two passes, and the presets of a family, as someone uses them.
#include "panel_under_test.h"
#include "prompt/image_list.h"
#include "prompt/image_row.h"
#include "prompt/prompt_text_edit.h"
#include "widgets/stepped_spin_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QUrl>

using namespace fb;
using namespace fb::ui;

namespace {

PairSpec ltxPair() {
  PairSpec pair;
  pair.name = "Toy LTX";
  pair.family = Family("ltx");
  pair.refineSigmas = {0.9094, 0.725, 0.4219};
  pair.upsampler = "/nowhere/upsampler.safetensors";
  pair.defaults.clip.width = 704;
  pair.defaults.clip.height = 480;
  pair.defaults.clip.frames = 65;
  pair.defaults.clip.fps = 25;
  pair.defaults.sampling.solver = SolverKind::Euler;
  return pair;
}

PairSpec imagePair() {
  PairSpec pair;
  pair.name = "Toy image-to-video";
  pair.imageEncoder = "/nowhere/clip.safetensors";
  return pair;
}

}  // namespace

class TestImages : public QObject, PanelUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }

  void init() {
    open(ltxPair(), {320, 900});
    m_red = image("red.png", Qt::red);
    m_blue = image("blue.png", Qt::blue);
  }
  void cleanup() { close(); }

  void dropsOpenAndCloseTheClip() {
    QVERIFY(find<QLabel>("imageHint")->isVisible());
    drop({m_red});
    QVERIFY(!find<QLabel>("imageHint")->isVisible());
    drop({m_blue});
    const auto images = m_panel->request().clip.images;
    QCOMPARE(images.size(), 2u);
    QCOMPARE(images[0], (ImageCondition{m_red.toStdString(), 0, 1}));
    QCOMPARE(images[1], (ImageCondition{m_blue.toStdString(), 64, 1}));
    // The last frame stays the last one.
    type(find<SteppedSpinBox>("framesSpin"), "33");
    QCOMPARE(m_panel->request().clip.images[1].frame, 32);
    m_stack->undo();
    QCOMPARE(m_panel->request().clip.images[1].frame, 64);
    m_stack->undo();
    QCOMPARE(m_panel->request().clip.images.size(), 1u);
    m_stack->undo();
    QVERIFY(m_panel->request().clip.images.empty());
    QVERIFY(find<QLabel>("imageHint")->isVisible());
    m_stack->redo();
    QCOMPARE(m_panel->request().clip.images.size(), 1u);
  }

  void showsTheImageAndItsSize() {
    drop({m_red});
    auto* row = rows().at(0);
    QTRY_VERIFY(row->findChild<QLabel*>("imageName")->toolTip().contains("96"));
    QVERIFY(!row->findChild<QLabel*>("imageProblem")->isVisible());
    const auto shot = row->grab().toImage();
    bool hasRed = false;
    for (int x = 0; x < shot.width() && !hasRed; ++x) hasRed = shot.pixelColor(x, shot.height() / 2) == QColor(Qt::red);
    QVERIFY(hasRed);
  }

  void placeAndStrengthAreChosen() {
    drop({m_red});
    auto* row = rows().at(0);
    auto* place = row->findChild<QComboBox*>("imagePlaceCombo");
    auto* frame = row->findChild<SteppedSpinBox*>("imageFrameSpin");
    QVERIFY(!frame->isVisible());
    place->setFocus();
    QTest::keyClick(place, Qt::Key_End);
    QVERIFY(frame->isVisible());
    type(frame, "22");
    QCOMPARE(m_panel->request().clip.images[0].frame, 24);
    type(row->findChild<QSpinBox*>("imageStrengthSpin"), "60");
    QCOMPARE(m_panel->request().clip.images[0].strength, 0.6);
    // A clip that ends before that frame moves it along, and says so.
    type(find<SteppedSpinBox>("framesSpin"), "17");
    QCOMPARE(m_panel->request().clip.images[0].frame, 16);
    QVERIFY(find<QLabel>("hintLabel")->text().contains("red.png"));
    m_stack->undo();
    QCOMPARE(m_panel->request().clip.images[0].frame, 24);
  }

  void pixelsArePastedAsAFile() {
    QImage pixels(40, 30, QImage::Format_RGB32);
    pixels.fill(Qt::green);
    auto* data = new QMimeData;
    data->setImageData(pixels);
    QGuiApplication::clipboard()->setMimeData(data);
    auto* prompt = find<PromptTextEdit>("promptEdit");
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_panel->request().clip.images.size(), 1u);
    const QString file = QString::fromStdString(m_panel->request().clip.images[0].file.string());
    QVERIFY(file.startsWith(m_dir->filePath("kept")));
    QCOMPARE(QImage(file).pixelColor(5, 5), QColor(Qt::green));
    // The same pixels are stored only once.
    QTest::mouseClick(find<QToolButton>("pasteImageButton"), Qt::LeftButton);
    QTRY_COMPARE(m_panel->request().clip.images.size(), 2u);
    QCOMPARE(QDir(m_dir->filePath("kept")).entryList(QDir::Files).size(), 1);
  }

  void textIsStillPastedAsText() {
    QGuiApplication::clipboard()->setText("a harbour");
    auto* prompt = find<PromptTextEdit>("promptEdit");
    prompt->setFocus();
    prompt->selectAll();
    QTest::keyClick(prompt, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(prompt->toPlainText(), "a harbour");
    QTest::mouseClick(find<QToolButton>("pasteImageButton"), Qt::LeftButton);
    QVERIFY(find<QLabel>("hintLabel")->isVisible());
    QVERIFY(m_panel->request().clip.images.empty());
  }

  void whatIsNoImageIsTold() {
    QFile text(m_dir->filePath("broken.png"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no image at all");
    text.close();
    drop({text.fileName()});
    QTRY_VERIFY(rows().at(0)->findChild<QLabel*>("imageProblem")->isVisible());
    QTest::mouseClick(rows().at(0)->findChild<QToolButton*>("removeImageButton"), Qt::LeftButton);
    QVERIFY(m_panel->request().clip.images.empty());
    m_panel->addImage(m_dir->filePath("notes.txt"));
    QVERIFY(find<QLabel>("hintLabel")->text().contains("notes.txt"));
    m_panel->addImage(m_dir->filePath("gone.png"));
    QCoreApplication::processEvents();
    QTRY_VERIFY(rows().at(0)->findChild<QLabel*>("imageProblem")->isVisible());
  }

  void aPairOfOneFirstFrameTakesOne() {
    m_panel->setPair(imagePair());
    drop({m_red});
    drop({m_blue});
    QCOMPARE(m_panel->request().clip.images, std::vector({ImageCondition{m_blue.toStdString(), 0, 1}}));
    QVERIFY(!rows().at(0)->findChild<QComboBox*>("imagePlaceCombo")->isVisible());
  }

  void aPairOfTextAloneHidesThem() {
    GenerationRequest request = defaultRequest(ltxPair());
    request.clip.images = {{m_red.toStdString(), 8, 0.5}};
    m_panel->setRequest(request);
    QCOMPARE(m_panel->request().clip.images, request.clip.images);
    m_panel->setPair({});
    QVERIFY(!find<ImageList>("imageList")->isVisible());
    QVERIFY(m_panel->request().clip.images.empty());
    m_panel->setRequest(request);
    QVERIFY(m_panel->request().clip.images.empty());
    QVERIFY(find<QLabel>("hintLabel")->isVisible());
  }

  void twoPassesNeedSidesThatCanBeHalved() {
    auto* both = find<QCheckBox>("twoPassCheck");
    QVERIFY(both->isVisible());
    QTest::mouseClick(both, Qt::LeftButton, {}, QPoint(8, both->height() / 2));
    QVERIFY(m_panel->request().sampling.twoPass);
    QCOMPARE(m_panel->request().clip.height % 64, 0);
    m_stack->undo();
    QVERIFY(!m_panel->request().sampling.twoPass);
    QCOMPARE(m_panel->request().clip.height, 480);
    auto pair = ltxPair();
    pair.upsampler.clear();
    m_panel->setPair(pair);
    QVERIFY(!both->isVisible());
  }

  void whatThePairDecidesCannotBeChosen() {
    auto* shift = find<QDoubleSpinBox>("shiftSpin");
    auto* guidance = find<QDoubleSpinBox>("guidanceSpin");
    auto* steps = find<SteppedSpinBox>("stepsSpin");
    auto pair = ltxPair();
    pair.sigmas.rule = SigmaRule::Listed;
    pair.sigmas.listed = {1, 0.9, 0.7};
    pair.defaults.sampling.schedule.steps = 3;
    pair.largeGuidanceSpec.table = {{1, 1, 0, 0, {}}};
    m_panel->setPair(pair);
    QVERIFY(!shift->isVisible());
    QVERIFY(!guidance->isEnabled());
    QVERIFY(!steps->isEnabled());
    GenerationRequest request = defaultRequest(pair);
    request.sampling.schedule.steps = 20;
    m_panel->setRequest(request);
    QCOMPARE(m_panel->request().sampling.schedule.steps, 3);
    m_panel->setPair({});
    QVERIFY(shift->isVisible() && guidance->isEnabled() && steps->isEnabled());
    m_panel->setRequest(request);
    QCOMPARE(m_panel->request().sampling.schedule.steps, 20);
  }

  void presetsAreTheFamilys() {
    auto* combo = find<QComboBox>("presetCombo");
    const int row = combo->findText("720p in two passes");
    QVERIFY(row > 1);
    combo->setCurrentIndex(row);
    Q_EMIT combo->activated(row);
    QVERIFY(m_panel->request().sampling.twoPass);
    QCOMPARE(m_panel->request().clip.width, 1216);
    QCOMPARE(combo->currentIndex(), row);
    m_panel->setPair({});
    QCOMPARE(combo->findText("720p in two passes"), -1);
    const int large = combo->findText("720p");
    Q_EMIT combo->activated(large);
    QCOMPARE(m_panel->request().clip.width, 1280);
  }

private:
  QString image(const QString& name, Qt::GlobalColor color) {
    QImage image(96, 64, QImage::Format_RGB32);
    image.fill(color);
    const auto file = m_dir->filePath(name);
    if (!image.save(file)) qFatal("cannot write %s", qPrintable(file));
    return file;
  }
  void drop(const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& file : files) urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    auto* list = find<ImageList>("imageList");
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list, &event);
    QCoreApplication::processEvents();  // the layout shows new rows in its own time
  }
  QList<ImageRow*> rows() {
    QList<ImageRow*> shown;
    for (auto* row : m_panel->findChildren<ImageRow*>())
      if (!row->isHidden()) shown << row;
    return shown;
  }
  QString m_red, m_blue;
};

QTEST_MAIN(TestImages)
#include "tst_images.moc"
