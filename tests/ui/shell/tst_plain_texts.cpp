// SPDX-License-Identifier: MIT
// Prompts, titles, pair names and messages are shown literally, wherever they are shown.
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "studio_fixture.h"
#include "widgets/plain_texts.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QToolTip>

using namespace fb;
using namespace fb::ui;

namespace {

const QString kTagged = QStringLiteral("<b>bold</b> & <img src=\"http://127.0.0.1:9/x.png\">");

// Its pair and its failures have names that somebody else chose.
class TaggedEngine : public FakeEngine {
public:
  static PairSpec taggedPair() {
    auto pair = testPair();
    pair.name = kTagged.toStdString();
    pair.defaults.clip.prompt = kTagged.toStdString();
    return pair;
  }
  Result<std::vector<PairSpec>> builtInPairs() override { return std::vector{taggedPair()}; }
  std::vector<std::string> validate(const GenerationRequest&) override { return {kTagged.toStdString()}; }
  Result<Clip> readClip(const std::filesystem::path&) override {
    return Error{ErrorKind::Corrupt, kTagged.toStdString()};
  }
};

}  // namespace

class TestPlainTexts : public QObject, StudioFixture {
  Q_OBJECT
private:
  // Labels of all windows that display a tag literally.
  static QStringList labelsWithHtml() {
    QStringList found;
    for (const auto* widget : QApplication::allWidgets())
      if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->text().contains("<b>bold"))
        if (label->textFormat() != Qt::PlainText) found << label->objectName() + ": " + label->text();
    return found;
  }
  static QString tipOver(QWidget* widget, const QPoint& place) {
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, place, widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &event);
    return QToolTip::text();
  }

private Q_SLOTS:
  void cleanup() { leave(); }

  void noLabelTakesAPromptForHtml() {
    const auto engine = std::make_shared<TaggedEngine>();
    open([engine](Error&) { return engine; });
    QTRY_VERIFY(m_studio->isReady());
    auto request = m_window->request();
    QCOMPARE(QString::fromStdString(request.clip.prompt), kTagged);
    const auto id = m_studio->runner()->enqueue(request, RunKind::Generate, kTagged);
    QCOMPARE(finishedRun().id, id);
    engine->failAtStep = 1;
    m_studio->runner()->enqueue(request);
    QTRY_COMPARE(m_studio->queue()->count(RunState::Failed), 1);
    m_window->openFile(QStringLiteral("/clips/") + kTagged);
    int shown = 0;
    QTRY_VERIFY([&] {
      shown = 0;
      for (const auto* label : m_window->findChildren<QLabel*>()) shown += label->text().contains("<b>bold") ? 1 : 0;
      return shown >= 2;
    }());
    for (auto* action : m_window->findChildren<QAction*>())
      if (const auto name = action->objectName(); name.contains("models", Qt::CaseInsensitive)) action->trigger();
    QCoreApplication::processEvents();
    QVERIFY2(labelsWithHtml().isEmpty(), qPrintable(labelsWithHtml().join('\n')));
    qInfo("%d labels show it", shown);
  }

  void noToolTipTakesAPromptForHtml() {
    const auto engine = std::make_shared<TaggedEngine>();
    open([engine](Error&) { return engine; });
    QTRY_VERIFY(m_studio->isReady());
    m_studio->runner()->enqueue(m_window->request(), RunKind::Generate, kTagged);
    QVERIFY(finishedRun().id != 0);
    int tips = 0;
    for (auto* view : m_window->findChildren<QAbstractItemView*>()) {
      const auto index = view->model() ? view->model()->index(0, 0) : QModelIndex();
      if (!index.isValid() || view->visualRect(index).isEmpty()) continue;
      const auto tip = tipOver(view->viewport(), view->visualRect(index).center());
      if (!tip.contains("bold")) continue;
      ++tips;
      QVERIFY2(!tip.contains("<b>") && !tip.contains("<img"), qPrintable(tip));
    }
    QVERIFY(tips > 0);
    QWidget plain;
    plain.setToolTip(kTagged);
    const auto tip = tipOver(&plain, {1, 1});
    QVERIFY2(tip.contains("&lt;b&gt;"), qPrintable(tip));
    QToolTip::hideText();
  }

  // Message boxes, too; text that is intended as HTML says so.
  void whatIsMeantAsHtmlSaysSo() {
    const PlainTexts plain;
    QMessageBox box(QMessageBox::Question, {}, kTagged);
    box.setInformativeText(kTagged);
    box.show();
    QVERIFY2(labelsWithHtml().isEmpty(), qPrintable(labelsWithHtml().join('\n')));
    QLabel link(QStringLiteral("<a href=\"https://example.org\">there</a>"));
    link.setTextFormat(Qt::RichText);
    link.show();
    QVERIFY(link.textFormat() == Qt::RichText);
  }
};

QTEST_MAIN(TestPlainTexts)
#include "tst_plain_texts.moc"
