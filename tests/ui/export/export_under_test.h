// SPDX-License-Identifier: MIT
// The export dialog on the screen, with a clip, its own folder, queue and presets.
#pragma once

#include "export/export_dialog.h"
#include "export/export_presets.h"
#include "fake_engine.h"
#include "gate.h"
#include "session/engine_host.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <string>

namespace fb::ui {

// A base of test classes, beside QObject.
class ExportUnderTest {
protected:
  void open() {
    if (!m_theme) m_theme = std::make_unique<Theme>(*qApp);
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_engine = std::make_shared<FakeEngine>();
    m_host = std::make_unique<EngineHost>([engine = m_engine](Error&) { return engine; });
    QSignalSpy opened(m_host.get(), &EngineHost::opened);
    m_host->open();
    QTRY_COMPARE(opened.count(), 1);
    m_session = std::make_unique<ExportSession>(m_host.get());
    m_queue = std::make_unique<ExportQueue>(m_session.get());
    m_presets = std::make_unique<ExportPresetStore>(m_dir->filePath("state/export-presets.json"));
    auto disk = ExportDisk::real();
    disk.look = [this, look = disk.look](const QString& path) {
      m_answering.enter();
      return look(path);
    };
    m_dialog = std::make_unique<ExportDialog>(
        ExportDialog::Parts{m_theme.get(), m_host.get(), m_queue.get(), m_presets.get(), disk});
    m_dialog->setAvailableFormats(m_engine->availableExportFormats());
    m_dialog->setSource(source(17, "clip"));
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    // Files that a test makes are not there yet when the disk is asked for a free name.
    QTRY_VERIFY(!m_dialog->isProposed());
  }
  void close() {
    m_answering.open();
    m_dialog.reset();
    m_presets.reset();
    m_queue.reset();
    m_session.reset();
    m_host.reset();
  }

  ExportSource several(const char* name, int seed) const {
    auto made = source(9, name);
    made.make = [clip = made.clip](Engine&, const std::stop_token&) { return Outcome<Clip>(clip); };
    made.madeShape = {64, 64, 9, 16};
    made.clip = {};
    made.title = QLatin1String(name);
    made.metadata = std::to_string(seed);
    made.baseName = QStringLiteral("today/") + QLatin1String(name);
    return made;
  }
  template <class T>
  T* find(const char* name) const {
    auto* found = m_dialog->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }
  static GenerationRequest requestOf(int width = 64, int height = 64) {
    GenerationRequest request;
    request.clip.width = width;
    request.clip.height = height;
    request.clip.fps = 16;
    return request;
  }
  ExportSource source(int frames, const char* name, int width = 64, int height = 64) const {
    return {FakeEngine::clipOf(requestOf(width, height), frames),
            "a star",
            "LSL 40/20 · seed 7",
            "{\"seed\": 7}",
            m_dir->path(),
            name};
  }
  void trigger(const char* action) const { find<QAction>(action)->trigger(); }
  void name(const QString& typed) const {
    auto* dialog = find<QInputDialog>("exportPresetNameDialog");
    QTRY_VERIFY(dialog->isVisible());
    dialog->setTextValue(typed);
    dialog->accept();
    QTRY_VERIFY(!m_dialog->findChild<QInputDialog*>("exportPresetNameDialog"));
  }
  void answer(const char* question, QMessageBox::ButtonRole role) const {
    auto* box = find<QMessageBox>(question);
    QTRY_VERIFY(box->isVisible());
    for (auto* button : box->buttons())
      if (box->buttonRole(button) == role) QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox*>(question));
  }
  // Until the disk has answered, if that is asked.
  void press(const char* name) {
    QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
    QTRY_COMPARE(m_dialog->pending(), 0);
  }
  // With the keyboard, since that skips entries that cannot be chosen.
  void choose(ExportFormat format) {
    auto* combo = find<QComboBox>("formatCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < combo->count() && combo->currentData().toInt() != static_cast<int>(format); ++i)
      QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentData().toInt(), static_cast<int>(format));
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<EngineHost> m_host;
  std::unique_ptr<ExportSession> m_session;
  std::unique_ptr<ExportQueue> m_queue;
  std::unique_ptr<ExportPresetStore> m_presets;
  Gate m_answering;  // of the disk
  std::unique_ptr<ExportDialog> m_dialog;
};

}  // namespace fb::ui
