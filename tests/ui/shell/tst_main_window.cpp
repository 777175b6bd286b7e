// SPDX-License-Identifier: MIT
// The window as a whole, with a fake engine: what the next start finds.
#include "studio_fixture.h"

#include "help/help_window.h"
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/queue_model.h"
#include "session/generation_session.h"
#include "shell/bring_up.h"
#include "shell/status_line.h"
#include "stages/stage_panel.h"
#include "widgets/notice_bar.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

using namespace fb;
using namespace fb::ui;

class TestMainWindow : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { leave(); }

  void theNextStartHasTheWindowAsItWasLeft() {
    m_window->addDockWidget(Qt::LeftDockWidgetArea, find<QDockWidget>("historyDock"));
    find<QDockWidget>("stageDock")->close();
    m_window->resize(1200, 800);
    QVERIFY(m_window->close());
    const auto geometry = m_settings->windowGeometry();
    QVERIFY(!geometry.isEmpty());
    close();
    open();
    QCOMPARE(m_settings->windowGeometry(), geometry);
    QCOMPARE(m_window->dockWidgetArea(find<QDockWidget>("historyDock")), Qt::LeftDockWidgetArea);
    QVERIFY(find<QDockWidget>("stageDock")->isHidden());
    QVERIFY(!find<QDockWidget>("queueDock")->isHidden());
  }

  void theNextStartShowsTheClipThatWasWatched() {
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    for (int clips = 0; clips < 2; ++clips) {
      find<QAction>("generateAction")->trigger();
      QVERIFY(finishedRun().id > 0);
    }
    QTRY_COMPARE(m_studio->history()->rowCount(), 2);
    const auto older = m_studio->history()->summary(1).id;
    Q_EMIT find<HistoryPanel>("historyPanel")->openRequested(older);
    QTRY_COMPARE(m_settings->watchedRun(), older);
    QVERIFY(m_window->close());
    close();
    open();
    QTRY_VERIFY(find<QAction>("exportAction")->isEnabled());
    QCOMPARE(m_settings->watchedRun(), older);
    const auto current = find<QListView>("historyList")->currentIndex();
    QCOMPARE(current.data(HistoryModel::IdRole).toLongLong(), older);
  }

  // Dropped on its own window, it would replace the settings in the panels.
  void aClipIsDraggedOutOfTheWindowAndNotIntoIt() {
    m_settings->setSavesClips(false);
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    find<QAction>("generateAction")->trigger();
    const auto id = finishedRun().id;
    QVERIFY(id > 0);
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
    const auto video = m_folder->filePath("star.mp4");
    m_studio->history()->setVideo(id, video, {});
    const auto isTaken = [this](const QMimeData& data) {
      QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
      enter.ignore();
      QApplication::sendEvent(m_window.get(), &enter);
      return enter.isAccepted();
    };
    const std::unique_ptr<QMimeData> dragged(m_studio->history()->mimeData({m_studio->history()->index(0)}));
    QVERIFY(dragged && dragged->urls() == QList<QUrl>{QUrl::fromLocalFile(video)});
    QVERIFY(!isTaken(*dragged));
    QMimeData foreign;
    foreign.setUrls({QUrl::fromLocalFile(video)});
    QVERIFY(isTaken(foreign));
  }

  // At the first start, the frame of the window manager and the status line are on the screen too.
  void aNewWindowFitsTheScreenWithItsFrame() {
    const MainWindow first(
        {m_studio.get(), m_settings.get(), m_theme.get(), m_language.get(), m_presets.get(), &m_log});
    const auto screen = first.screen()->availableSize();
    QVERIFY2(first.height() <= screen.height() - 40, qPrintable(QString::number(first.height())));
    QCOMPARE(fittingSize(&first, QSize(300, 200)), QSize(300, 200));
  }

  // The plan of the next run may come while a message is shown, which hides a part of the status line.
  void nothingIsDrawnOverAMessage() {
    auto* status = find<StatusLine>("statusLine");
    auto* bar = find<QWidget>("memoryBar");
    status->setMemoryPlan({});
    status->showMessage("clip.mp4 holds no settings; it is only shown.");
    status->setMemoryPlan(FakeEngine().planMemory({}).value());
    QTRY_VERIFY(!bar->isHidden());
    QCoreApplication::sendPostedEvents();
    QApplication::processEvents();
    QVERIFY2(bar->x() > status->width() / 2, qPrintable(QString::number(bar->x())));
    for (const auto* other : status->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
      QVERIFY2(other == bar || other->isHidden() || !other->geometry().intersects(bar->geometry()),
               qPrintable(other->objectName()));
  }

  void aDeletedPresetIsBroughtBackByTheUndoKeys() {
    const auto mine = Preset::fromValues("Mine", {});
    QVERIFY(m_presets->save(mine));
    QVERIFY(m_presets->remove("Mine", {}));
    auto* notice = m_window->findChild<NoticeBar*>();
    QVERIFY2(notice->text().contains("Mine"), qPrintable(notice->text()));
    auto* undo = find<QAction>("undoAction");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QVERIFY(m_presets->find("Mine") && *m_presets->find("Mine") == mine);
    QVERIFY2(!notice->text().contains("Mine"), qPrintable(notice->text()));
    // One that was saved under its name in the meantime is not replaced.
    QVERIFY(m_presets->remove("Mine", {}));
    auto other = mine;
    other.values["steps"] = std::int64_t{7};
    QVERIFY(m_presets->save(other));
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QVERIFY(*m_presets->find("Mine") == other);
    QVERIFY(m_presets->find("Mine 2") && m_presets->find("Mine 2")->values == mine.values);
    QVERIFY(m_presets->remove("Mine 2", {}) && m_presets->remove("Mine", {}));
  }

  void aDroppedPresetIsAdded() {
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    QFile file(m_folder->filePath("theirs.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(PresetStore::documentOf(Preset::fromValues("Theirs", {})));
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({2, 2}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({2, 2}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(m_presets->find("Theirs"));
    QVERIFY(m_window->statusBar()->currentMessage().contains("Theirs"));
  }

  // The last thing that the user did is what the keys undo, wherever the keyboard is.
  void theUndoKeysTakeBackWhatWasDeletedOrCancelled() {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    find<QAction>("generateAction")->trigger();
    QVERIFY(finishedRun().id > 0);
    auto* list = find<QListView>("historyList");
    const auto* clips = list->model();
    QTRY_COMPARE(clips->rowCount(), 1);
    find<QDockWidget>("historyDock")->raise();
    QTRY_VERIFY(list->isVisible());
    auto* prompt = find<QPlainTextEdit>("promptEdit");
    const auto type = [&](const char* text) {
      prompt->setFocus();
      prompt->moveCursor(QTextCursor::End);
      QTest::keyClicks(prompt, text);
    };
    const auto undo = [&] {
      prompt->setFocus();
      QTest::keyClick(prompt, Qt::Key_Z, Qt::ControlModifier);
    };
    const auto deleteClip = [&] {
      list->setFocus();
      list->setCurrentIndex(clips->index(0, 0));
      QTest::keyClick(list, Qt::Key_Delete);
      QCOMPARE(clips->rowCount(), 0);
    };
    // Older than the deletion: not undone before it.
    const auto before = prompt->toPlainText();
    type(" here");
    deleteClip();
    undo();
    QCOMPARE(clips->rowCount(), 1);
    QCOMPARE(prompt->toPlainText(), before + " here");
    undo();
    QVERIFY(prompt->toPlainText() != before + " here");
    // Younger than the deletion.
    deleteClip();
    const auto kept = prompt->toPlainText();
    type("x");
    undo();
    QCOMPARE(prompt->toPlainText(), kept);
    QCOMPARE(clips->rowCount(), 0);
    undo();
    QCOMPARE(clips->rowCount(), 1);
    // So are moved boundaries.
    auto* stages = m_window->findChild<StagePanel*>();
    auto* action = find<QAction>("undoAction");
    deleteClip();
    const auto schedule = stages->schedule();
    stages->applyBoundaries(.7, .1, "Move", false);
    QVERIFY(stages->schedule() != schedule);
    action->trigger();
    QVERIFY(stages->schedule() == schedule);
    QCOMPARE(clips->rowCount(), 0);
    action->trigger();
    QCOMPARE(clips->rowCount(), 1);
    // A cancelled run comes back, too, but not once its offer was dismissed.
    m_engine->steps.close(2);
    find<QAction>("generateAction")->trigger();
    QTRY_VERIFY(m_engine->steps.isHolding());
    find<QAction>("cancelAction")->trigger();
    QTRY_COMPARE(m_studio->queue()->rowCount(), 0);
    undo();
    QCOMPARE(m_studio->queue()->rowCount(), 1);
    m_studio->runner()->remove(m_studio->queue()->at(0).id);
    QTRY_COMPARE(m_studio->queue()->rowCount(), 0);
    find<QPushButton>("noticeClose")->click();
    undo();
    QCOMPARE(m_studio->queue()->rowCount(), 0);
  }

  // A run that was paused goes on with the budget of now.
  void runsThatGoOnHaveTheBudgetOfTheSettings() {
    const auto* session = m_studio->session();
    QCOMPARE(session->memoryBudget(), std::optional(m_settings->memoryBudget()));
    m_settings->setMemoryBudget(6.5);
    QCOMPARE(session->memoryBudget(), std::optional(6.5));
    m_settings->setMemoryBudget(0);
    QCOMPARE(session->memoryBudget(), std::optional(0.));
  }

  // Wherever the keyboard is, and even if the panel is closed.
  void theHistoryIsSearchedByKey() {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto* dock = find<QDockWidget>("historyDock");
    auto* prompt = find<QPlainTextEdit>("promptEdit");
    auto* search = find<QLineEdit>("historySearch");
    for (const bool isClosed : {false, true}) {
      dock->setVisible(!isClosed);
      find<QDockWidget>("queueDock")->raise();
      prompt->setFocus();
      QTest::keySequence(prompt, QKeySequence::Find);
      QTRY_VERIFY(search->isVisible() && search->hasFocus());
    }
  }

  void helpIsThereInOtherWindowsToo() {
    QTRY_VERIFY(find<QAction>("findBoundariesAction")->isEnabled());
    find<QAction>("findBoundariesAction")->trigger();
    auto* other = find<QWidget>("labWindow");
    QVERIFY(QTest::qWaitForWindowActive(other));
    QTest::keyClick(other, Qt::Key_F1);
    const auto* help = m_window->findChild<HelpWindow*>();
    QVERIFY(help && help->isVisible());
  }

  void theHistoryTellsWhatIsNewInIt() {
    auto* history = find<QDockWidget>("historyDock");
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    const auto seen = history->windowTitle();
    find<QAction>("generateAction")->trigger();
    QVERIFY(finishedRun().id > 0);
    QTRY_VERIFY2(history->windowTitle().contains('1'), qPrintable(history->windowTitle()));
    history->raise();
    QTRY_COMPARE(history->windowTitle(), seen);
    find<QAction>("generateAction")->trigger();
    QVERIFY(finishedRun().id > 0);
    QCOMPARE(history->windowTitle(), seen);
  }

  // The larger the clip, the better it is judged.
  void theClipHasMostOfTheWindow_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("share");
    QTest::newRow("1440x900") << QSize(1440, 900) << .55;
    QTest::newRow("1366x768") << QSize(1366, 768) << .5;
    QTest::newRow("1024x640") << QSize(1024, 640) << .45;
  }
  void theClipHasMostOfTheWindow() {
    QFETCH(QSize, size);
    QFETCH(double, share);
    m_window->resize(size);
    find<QAction>("resetLayoutAction")->trigger();
    auto* view = find<QWidget>("frameView");
    QTRY_VERIFY2(view->height() >= share * size.height(),
                 qPrintable(QStringLiteral("%1 of %2").arg(view->height()).arg(size.height())));
    // One click shows the whole plot, which the next start remembers.
    QTest::mouseClick(find<QToolButton>("expandStages"), Qt::LeftButton);
    QTRY_VERIFY(find<QSlider>("earlySlider")->isVisible());
    QVERIFY(m_settings->stagesExpanded());
    QTest::mouseClick(find<QToolButton>("expandStages"), Qt::LeftButton);
    QTRY_VERIFY(view->height() >= share * size.height());
    QVERIFY(!find<QSlider>("earlySlider")->isVisible());
  }

  // Lines above the plot take their room from the clip, not from the plot, and give it back.
  void aSuggestionDoesNotCutThePlot_data() { theClipHasMostOfTheWindow_data(); }
  void aSuggestionDoesNotCutThePlot() {
    QFETCH(QSize, size);
    QFETCH(double, share);
    m_window->resize(size);
    find<QAction>("resetLayoutAction")->trigger();
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    auto* stages = find<StagePanel>("stagePanel");
    auto* plot = find<QWidget>("divergencePlot");
    auto* view = find<QWidget>("frameView");
    const auto* scroll = stages->findChild<QScrollArea*>();
    QTRY_VERIFY(view->height() >= share * size.height());
    const int before = stages->height();
    const int steps = stages->next().steps;
    stages->setMeasured(StagePanel::Measured{steps / 2, steps / 8, steps, .55, .957});
    QVERIFY(find<QWidget>("suggestionLine")->isVisible());
    QVERIFY(stages->linesHeight() > 0);
    QTRY_VERIFY(stages->height() > before);
    QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    const QRect place(plot->mapTo(stages, QPoint()), plot->size());
    QVERIFY2(stages->rect().contains(place), qPrintable(QStringLiteral("%1 of %2").arg(place.bottom()).arg(before)));
    QVERIFY2(view->height() >= share * size.height() - stages->linesHeight(),
             qPrintable(QStringLiteral("%1 of %2").arg(view->height()).arg(size.height())));
    stages->setMeasured({});
    QTRY_COMPARE(stages->height(), before);
    // What the user has made higher stays.
    m_window->resizeDocks({find<QDockWidget>("stageDock")}, {before + 150}, Qt::Vertical);
    QTRY_VERIFY(stages->height() > before + 100);
    const int higher = stages->height();
    stages->setMeasured(StagePanel::Measured{steps / 2, steps / 8, steps, .55, .957});
    QCoreApplication::processEvents();
    QCOMPARE(stages->height(), higher);
    stages->setMeasured({});
    m_window->resizeDocks({find<QDockWidget>("stageDock")}, {before}, Qt::Vertical);
  }

  // For reports of errors, without what the user wrote.
  void theLogHasALineForEveryRun() {
    const LogCapture capture(m_log);
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    find<QAction>("generateAction")->trigger();
    QVERIFY(finishedRun().id > 0);
    m_engine->failAtStep = 3;
    QSignalSpy failed(m_studio->runner(), &QueueRunner::runFailed);
    find<QAction>("generateAction")->trigger();
    QTRY_COMPARE(failed.count(), 1);
    QCoreApplication::processEvents();
    const auto lines = m_log.newest(100).join('\n');
    for (const char* part :
         {"device cpu", "begins: pair Test pair", "64 x 64", "has finished after", "too little memory"})
      QVERIFY2(lines.contains(part), qPrintable(part + QStringLiteral(" is missing in:\n") + lines));
    QVERIFY(!lines.contains("red square"));
  }

  void theToolBarShowsAllAgainInAWideWindow() {
    auto* more = find<QToolButton>("qt_toolbar_ext_button");
    m_window->resize(900, 640);
    QTRY_VERIFY(more->isVisible());
    m_window->resize(1440, 900);
    QTRY_VERIFY(!more->isVisible());
  }

  // Of the smallest window that is supported, Pause, Skip and Cancel give up their texts to keep Export in sight.
  void theToolBarGivesUpTextsBeforeButtons() {
    auto* bar = find<QToolBar>("toolBar");
    const auto button = [&](const char* action) {
      return qobject_cast<QToolButton*>(bar->widgetForAction(find<QAction>(action)));
    };
    auto* exporting = button("exportAction");
    auto* cancel = button("cancelAction");
    QVERIFY(exporting && cancel);
    m_window->resize(1440, 900);
    QTRY_COMPARE(cancel->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    const auto withText = cancel->width();
    m_window->resize(1024, 640);
    QTRY_COMPARE(cancel->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QTRY_VERIFY(exporting->isVisible());
    QTRY_VERIFY(cancel->isVisible() && cancel->width() < withText);
    QTRY_VERIFY(!find<QToolButton>("qt_toolbar_ext_button")->isVisible());
    // The same for the eye, not for the ear.
    const auto* spoken = QAccessible::queryAccessibleInterface(cancel);
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name), QString("Cancel"));
    QCOMPARE(exporting->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    // Longer texts, too.
    for (const auto& code : Language::available()) {
      m_language->setLanguage(code);
      for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
      }
      QVERIFY2(exporting->isVisible(), qPrintable(code));
    }
    m_language->setLanguage("en");
    m_window->resize(1440, 900);
    QTRY_COMPARE(cancel->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    QTRY_COMPARE(cancel->width(), withText);
  }

  void aMessageStaysAloneWhenTheHeightChanges() {
    auto* status = find<StatusLine>("statusLine");
    auto* device = find<QLabel>("deviceLabel");
    QTRY_VERIFY(device->isVisible());
    status->showMessage("clip.mp4 holds no settings; it is only shown.");
    QVERIFY(!device->isVisible());
    // As with another theme or language.
    auto font = status->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    status->setFont(font);
    for (auto* label : status->findChildren<QLabel*>()) label->setFont(font);
    for (int turn = 0; turn < 5; ++turn) {
      QCoreApplication::sendPostedEvents();
      QCoreApplication::processEvents();
    }
    QVERIFY(!device->isVisible());
    status->clearMessage();
    QVERIFY(device->isVisible());
  }

  void tellsTheDeviceThatRunsUse() {
    auto* device = find<QLabel>("deviceLabel");
    QTRY_VERIFY2(device->text().contains("CPU"), qPrintable(device->text()));
    const auto before = device->text();
    m_settings->setThreads(m_settings->threads() + 1);
    QCOMPARE(device->text(), QString("CPU · 1 thread"));
    QVERIFY(before != device->text() || QThread::idealThreadCount() == 1);
  }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
