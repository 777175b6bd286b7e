// SPDX-License-Identifier: MIT
#include "shell/history_presenter.h"

#include "desk.h"
#include "export/export_dialog.h"
#include "runs/history_panel.h"
#include "shell/compare_presenter.h"
#include "shell/export_presenter.h"
#include "viewer/compare_view.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

using namespace fb;
using namespace fb::ui;

// Stands for the desktop's programs.
class Programs : public QObject {
  Q_OBJECT
public:
  Programs() { QDesktopServices::setUrlHandler("file", this, "open"); }
  ~Programs() override { QDesktopServices::unsetUrlHandler("file"); }
  QList<QUrl> opened;
public Q_SLOTS:
  void open(const QUrl& url) { opened << url; }
};

class TestHistoryPresenter : public QObject {
  Q_OBJECT
private:
  struct HistoryDesk : Desk {
    HistoryPanel panel{&theme, studio.history(), &window};
    ComparePresenter compare{{&window, &theme, &studio, &pair, &request, &clip}};
    ExportPresenter exporter{{&window, &theme, &studio, &settings, &clip, &announcer}};
    HistoryPresenter history{{&panel, &stages, &studio, &request, &clip, &compare, &exporter, &announcer}};
  };
  // As if it had been saved by itself.
  QString video(RunId run, const char* name) {
    const auto file = m_desk->folder.filePath(name);
    QFile video(file);
    if (!video.open(QIODevice::WriteOnly) || video.write("frames") != 6) qFatal("%s", qPrintable(file));
    video.close();
    m_desk->studio.history()->setVideo(run, file, stateOfFile(file));
    return file;
  }
  static QList<QUrl> copied() {
    const auto* data = QGuiApplication::clipboard()->mimeData();
    return data ? data->urls() : QList<QUrl>();
  }
  std::unique_ptr<HistoryDesk> m_desk;
  RunId m_star = 0;

private Q_SLOTS:
  void init() {
    m_desk = std::make_unique<HistoryDesk>();
    QVERIFY(m_desk->start());
    m_star = m_desk->finish("a star", 7);
    QVERIFY(m_star > 0);
    QCOMPARE(m_desk->prompt(), QString("a red square moves right"));
  }
  void cleanup() { m_desk.reset(); }

  void loadsSettingsAndClip() {
    Q_EMIT m_desk->panel.loadRequested(m_star);
    QCOMPARE(m_desk->prompt(), QString("a star"));
    QCOMPARE(m_desk->request.request().sampling.seed, std::uint64_t(7));
    QTRY_COMPARE(m_desk->clip.shown().run, m_star);
    // It would be the same clip again.
    const auto told = m_desk->status.currentMessage();
    QVERIFY2(told.contains("seed locked"), qPrintable(told));
  }

  void opensTheClipAlone() {
    Q_EMIT m_desk->panel.openRequested(m_star);
    QTRY_COMPARE(m_desk->clip.shown().run, m_star);
    QCOMPARE(m_desk->prompt(), QString("a red square moves right"));
  }

  void loadsAProbeIntoThePlot() {
    QSignalSpy finished(m_desk->studio.runner(), &QueueRunner::runFinished);
    const auto probe = m_desk->studio.runner()->enqueue(m_desk->request.request(), RunKind::Probe, "probe");
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_desk->curvePoints(), 0);
    Q_EMIT m_desk->panel.loadRequested(probe);
    QCOMPARE(m_desk->curvePoints(), 10);
    QVERIFY(m_desk->settleAll());
    QCOMPARE(m_desk->clip.shown().run, RunId(0));
  }

  void exportsOneThatIsNotShown() {
    auto* dialog = m_desk->window.findChild<ExportDialog*>();
    Q_EMIT m_desk->panel.exportRequested(m_star);
    QVERIFY(!dialog->isVisible());
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(m_desk->clip.shown().run, m_star);
    QVERIFY2(dialog->path().contains("a star"), qPrintable(dialog->path()));
  }

  void anExportIsForgottenWhenSomethingElseIsOpened() {
    const auto ring = m_desk->finish("a ring");
    m_desk->engine->hold(m_desk->folderOf(m_star));
    Q_EMIT m_desk->panel.exportRequested(m_star);
    Q_EMIT m_desk->panel.openRequested(ring);
    QTRY_COMPARE(m_desk->clip.shown().run, ring);
    m_desk->engine->release(m_desk->folderOf(m_star));
    QVERIFY(m_desk->settleAll());
    QVERIFY(!m_desk->window.findChild<ExportDialog*>()->isVisible());
    QCOMPARE(m_desk->clip.shown().run, ring);
  }

  void comparesOnTheRight() {
    const auto ring = m_desk->finish("a ring");
    Q_EMIT m_desk->panel.compareRequested(m_star);
    auto* view = m_desk->window.findChild<CompareView*>();
    QVERIFY(view && view->isVisible());
    QVERIFY(m_desk->settleAll());
    // The newest was requested first, for the same side.
    QCOMPARE(view->clip(ComparePresenter::Right).id, m_star);
    QVERIFY(ring != m_star);
  }

  void comparesAndExportsSeveral() {
    const auto ring = m_desk->finish("a ring"), cross = m_desk->finish("a cross");
    Q_EMIT m_desk->panel.compareManyRequested({m_star, ring, cross});
    auto* view = m_desk->window.findChild<CompareView*>();
    QVERIFY(view && view->isVisible());
    QTRY_COMPARE(view->clip(2).id, cross);
    QCOMPARE(view->sides(), 3);
    auto* dialog = m_desk->window.findChild<ExportDialog*>();
    Q_EMIT m_desk->panel.exportManyRequested({m_star, ring});
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->path(), m_desk->folder.path());
  }

  void preparesAnotherRunOnTheOldCurve() {
    Q_EMIT m_desk->panel.rerunRequested(m_star);
    QCOMPARE(m_desk->prompt(), QString("a star"));
    QCOMPARE(m_desk->curvePoints(), 10);
    QVERIFY(!m_desk->status.currentMessage().isEmpty());
    QVERIFY(m_desk->settleAll());
    QCOMPARE(m_desk->clip.shown().run, RunId(0));
  }

  void playsVideosAndShowsTheirFolder() {
    Programs programs;
    const auto file = video(m_star, "star.mp4");
    Q_EMIT m_desk->panel.playVideoRequested(m_star);
    QTRY_COMPARE(programs.opened, QList<QUrl>{QUrl::fromLocalFile(file)});
    Q_EMIT m_desk->panel.showVideoRequested(m_star);
    QTRY_COMPARE(programs.opened.size(), 2);
    // Not the run's own folder, which has the latents.
    QCOMPARE(programs.opened[1], QUrl::fromLocalFile(m_desk->folder.path()));
  }

  void copiesTheVideosThatAreThere() {
    const auto ring = m_desk->finish("a ring"), cross = m_desk->finish("a cross");
    const auto star = video(m_star, "star.mp4"), moved = video(ring, "ring.mp4"), other = video(cross, "cross.mp4");
    QVERIFY(QFile::rename(moved, m_desk->folder.filePath("elsewhere.mp4")));
    QFile changed(other);
    QVERIFY(changed.open(QIODevice::Append) && changed.write("more") == 4);
    changed.close();
    QGuiApplication::clipboard()->clear();
    Q_EMIT m_desk->panel.copyVideosRequested({m_star, ring, cross});
    QTRY_COMPARE(copied(), QList<QUrl>{QUrl::fromLocalFile(star)});
    QVERIFY2(m_desk->status.currentMessage().contains("1 video(s) copied"),
             qPrintable(m_desk->status.currentMessage()));
    const auto told = m_desk->notice.text();
    QVERIFY2(told.contains("2 video(s)") && told.contains("ring.mp4"), qPrintable(told));

    // Put back, with another time, it is the video again; alone, it is told by its name.
    QVERIFY(QFile::copy(m_desk->folder.filePath("elsewhere.mp4"), moved));
    Q_EMIT m_desk->panel.copyVideosRequested({ring});
    QTRY_COMPARE(copied(), QList<QUrl>{QUrl::fromLocalFile(moved)});
    Programs programs;
    Q_EMIT m_desk->panel.playVideoRequested(cross);
    QTRY_VERIFY2(m_desk->notice.text().contains("cross.mp4 has been moved or changed"),
                 qPrintable(m_desk->notice.text()));
    QVERIFY(programs.opened.isEmpty());
  }

  void deletes() {
    Q_EMIT m_desk->panel.deleteRequested({m_star});
    QCOMPARE(m_desk->studio.history()->rowCount(), 0);
    // What no longer exists cannot be loaded.
    Q_EMIT m_desk->panel.loadRequested(m_star);
    QCOMPARE(m_desk->prompt(), QString("a red square moves right"));
  }
};

QTEST_MAIN(TestHistoryPresenter)
#include "tst_history_presenter.moc"
