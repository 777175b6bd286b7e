// SPDX-License-Identifier: MIT
// An engine library that was built from other headers than the program is reported, and never asked for an engine.
#include "flowblend/engine_library.h"
#include "session/engine_host.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace fb;
using namespace fb::ui;

class TestEngineVersion : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theProgramsOwnHasTheProjectsVersionAndAFingerprint() {
    const QRegularExpression form(QStringLiteral(R"(^\d+\.\d+\.\d+-[0-9a-f]{12}$)"));
    QVERIFY2(form.match(QString::fromUtf8(interfaceVersion())).hasMatch(), interfaceVersion());
    QVERIFY(QString::fromUtf8(interfaceVersion()).startsWith(QString::fromStdString(version()) + '-'));
  }

  void anotherIsRefused_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("version");
    QTest::newRow("another version") << QStringLiteral(FB_OTHER_ENGINE_FOLDER)
                                     << QStringLiteral(FB_OTHER_ENGINE_VERSION);
    QTest::newRow("no version") << QStringLiteral(FB_MUTE_ENGINE_FOLDER) << QStringLiteral("unknown");
  }
  void anotherIsRefused() {
    QFETCH(QString, folder);
    QFETCH(QString, version);
    const QFileInfo file(folder + "/libflowblend_engine.so");
    QVERIFY2(file.exists(), qPrintable(file.filePath()));
    EngineHost host(EngineHost::sharedLibrary(folder, 0));
    QSignalSpy failed(&host, &EngineHost::failed);
    host.open();
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed[0][0].value<Error>();
    QCOMPARE(error.kind, ErrorKind::Unsupported);
    const auto expected =
        QStringLiteral("The engine %1 has version %2, but the program has version %3. Reinstall the program.")
            .arg(file.canonicalFilePath(), version, QString::fromUtf8(interfaceVersion()));
    QCOMPARE(QString::fromStdString(error.message), expected);
    QVERIFY(!host.engine());
  }
};

QTEST_MAIN(TestEngineVersion)
#include "tst_engine_version.moc"
