// SPDX-License-Identifier: MIT
#include "shell/export_presenter.h"

#include "desk.h"
#include "export/export_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>

using namespace fb;
using namespace fb::ui;

class TestExportPresenter : public QObject {
  Q_OBJECT
private:
  struct ExportDesk : Desk {
    ExportPresenter exporter{{&window, &studio, &settings, &request, &clip, &announcer}};
    ExportDialog* dialog = window.findChild<ExportDialog*>();
  };

private Q_SLOTS:
  void exportsNoPreviewAndNothing() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.exporter.exportShown();
    QVERIFY(!desk.dialog->isVisible());
    const auto request = defaultRequest(FakeEngine::testPair());
    desk.clip.watch(7);
    desk.clip.showPreview(7, request, 3, FakeEngine::clipOf(request, 3, 8));
    desk.exporter.exportShown();
    QVERIFY(!desk.dialog->isVisible());
  }

  void exportsARunWithItsSettings() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto id = desk.finish("A red star; turns!");
    QVERIFY(id > 0);
    bool shown = false;
    desk.clip.openRun(id, [&] { shown = true; });
    QTRY_VERIFY(shown);
    desk.exporter.exportShown();
    QVERIFY(desk.dialog->isVisible());
    QCOMPARE(QFileInfo(desk.dialog->path()).completeBaseName(), QString("a-red-star-turns-"));
    QCOMPARE(QFileInfo(desk.dialog->path()).absolutePath(), desk.folder.path());

    QVERIFY(QDir(desk.folder.path()).mkdir("elsewhere"));
    const auto file = desk.folder.filePath("elsewhere/star.mp4");
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(file);
    desk.dialog->findChild<QPushButton*>("exportButton")->click();
    QTRY_COMPARE(desk.settings.outputFolder(), desk.folder.filePath("elsewhere"));
    QVERIFY2(desk.status.currentMessage().contains("star.mp4"), qPrintable(desk.status.currentMessage()));
    const auto info = desk.engine->inspectClip(file.toStdString());
    QVERIFY(info.ok());
    const auto settings = requestFromJson(info.value().metadata);
    QVERIFY(settings.ok());
    QCOMPARE(settings.value().clip.prompt, std::string("A red star; turns!"));
  }

  void whatTheEngineSaysOfAnExportIsTold() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "clip.mp4", {});
    desk.exporter.exportShown();
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath("warned.mp4"));
    desk.dialog->findChild<QPushButton*>("exportButton")->click();
    QTRY_COMPARE(desk.notice.text(), QString("not all frames are written"));
  }

  void aFileWithoutSettingsIsExportedWithoutThem() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "clip.mp4", {});
    desk.exporter.exportShown();
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath("copy.mp4"));
    desk.dialog->findChild<QPushButton*>("exportButton")->click();
    QTRY_VERIFY(desk.engine->inspectClip(desk.folder.filePath("copy.mp4").toStdString()).ok());
    QVERIFY(desk.engine->inspectClip(desk.folder.filePath("copy.mp4").toStdString()).value().metadata.empty());
  }
};

QTEST_MAIN(TestExportPresenter)
#include "tst_export_presenter.moc"
