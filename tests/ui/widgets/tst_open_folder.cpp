// SPDX-License-Identifier: MIT
#include "widgets/open_folder.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QTest>
#include <QUrl>

using namespace fb::ui;

// Stands for the desktop's file manager.
class FileManager : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void open(const QUrl& url) { opened << url; }

public:
  QList<QUrl> opened;
};

class TestOpenFolder : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { qputenv("PATH", "/nowhere"); }

  // Where nothing can open it, the user is told where it is.
  void isToldWhereNothingOpensIt() {
    QWidget window;
    window.show();
    openFolder(QStringLiteral("/clips/<b>night</b>"), &window);
    auto* box = window.findChild<QMessageBox*>(QStringLiteral("folderMessage"));
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->text().endsWith(QLatin1String("/clips/<b>night</b>")), qPrintable(box->text()));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    box->close();
    QTRY_VERIFY(!window.findChild<QMessageBox*>());
    openVideo(QStringLiteral("/clips/star.mp4"), &window);
    box = window.findChild<QMessageBox*>(QStringLiteral("folderMessage"));
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->text().contains(QLatin1String("play the video")), qPrintable(box->text()));
    QVERIFY2(box->text().endsWith(QLatin1String("/clips/star.mp4")), qPrintable(box->text()));
  }

  void isOpenedWhereSomethingDoes() {
    FileManager manager;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &manager, "open");
    QWidget window;
    window.show();
    openFolder(QStringLiteral("/clips/a #1 \u00e4"), &window);
    openVideo(QStringLiteral("/clips/b.mp4"), &window);
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(manager.opened, (QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/clips/a #1 \u00e4")),
                                          QUrl::fromLocalFile(QStringLiteral("/clips/b.mp4"))}));
    QVERIFY(!window.findChild<QMessageBox*>());
  }
};

QTEST_MAIN(TestOpenFolder)
#include "tst_open_folder.moc"
