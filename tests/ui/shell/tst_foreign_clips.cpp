// SPDX-License-Identifier: MIT
// Clips of other programs in the real window, opened by the real engine: their comments are no damage, a plain prompt
// in one is offered, and what the window says of it follows the language.
#include "studio_fixture.h"
#include "widgets/notice_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStatusBar>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 30'000;

}  // namespace

class TestForeignClips : public QObject, StudioFixture {
  Q_OBJECT
private:
  QString makeClip(const QString& name, const QString& comment) {
    const auto file = m_folder->filePath(name);
    const QStringList arguments{
        "-v",       "error",   "-f",       "lavfi",   "-i",        "testsrc2=s=320x240:r=16:d=1",
        "-c:v",     "libx264", "-pix_fmt", "yuv420p", "-metadata", "comment=" + comment,
        "-threads", "1",       file};
    QProcess ffmpeg;
    ffmpeg.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    ffmpeg.start("ffmpeg", arguments);
    return ffmpeg.waitForFinished(kPatience) && ffmpeg.exitCode() == 0 ? file : QString();
  }
  QString told() { return m_window->statusBar()->currentMessage(); }
  QString noticed() { return find<NoticeBar>("noticeBar")->text(); }

private Q_SLOTS:
  void init() {
    open(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 1));
    QTRY_COMPARE_WITH_TIMEOUT(find<QComboBox>("pairCombo")->count(), 2, kPatience);
  }
  void cleanup() { leave(); }

  void withAWordAreShown() {
    const auto clip = makeClip("plain.mp4", "Made with love");
    QVERIFY(!clip.isEmpty());
    const auto before = find<QPlainTextEdit>("promptEdit")->toPlainText();
    m_window->openFile(clip);
    QTRY_COMPARE_WITH_TIMEOUT(told(), QString("plain.mp4 contains no settings; only the clip is shown."), kPatience);
    QCOMPARE(noticed(), QString());
    QCOMPARE(find<QPlainTextEdit>("promptEdit")->toPlainText(), before);
  }

  void withSettingsOfTheirOwnOfferTheirPrompt() {
    const auto clip =
        makeClip("wangp.mp4", R"({"prompt": "a cat walks on grass", "resolution": "832x480", )"
                              R"("video_length": 81, "seed": 123456, "flow_shift": 5.0, "type": "WanGP"})");
    QVERIFY(!clip.isEmpty());
    m_window->openFile(clip);
    QTRY_COMPARE_WITH_TIMEOUT(noticed(), QString("Another program left a prompt in wangp.mp4: a cat walks on grass"),
                              kPatience);
    auto* use = find<QPushButton>("noticeAction");
    QCOMPARE(use->text(), QString("Use its prompt"));
    m_language->setLanguage("de");
    QTRY_VERIFY(use->text() != "Use its prompt");
    QVERIFY2(noticed().contains("wangp.mp4") && noticed().endsWith(": a cat walks on grass"), qPrintable(noticed()));
    QVERIFY2(!noticed().contains("Another program"), qPrintable(noticed()));
    m_language->setLanguage("en");
    QTRY_COMPARE(use->text(), QString("Use its prompt"));
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(find<QPlainTextEdit>("promptEdit")->toPlainText(), QString("a cat walks on grass"));
    QCOMPARE(noticed(), QString());
    QVERIFY(m_window->request().clip.width != 832);
  }
};

QTEST_MAIN(TestForeignClips)
#include "tst_foreign_clips.moc"
