// SPDX-License-Identifier: MIT
// The prompt panel on the screen, with its own presets and undo.
#pragma once

#include "prompt/preset_store.h"
#include "prompt/prompt_panel.h"
#include "theme/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <memory>

namespace fb::ui {

// A base of test classes, beside QObject.
class PanelUnderTest {
protected:
  void open(const PairSpec& pair, QSize size) {
    if (!m_theme) m_theme = std::make_unique<Theme>(*qApp);
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<PresetStore>(m_dir->filePath("sub/presets.json"));
    m_stack = std::make_unique<QUndoStack>();
    m_panel = std::make_unique<PromptPanel>(m_theme.get());
    m_panel->setPresetStore(m_store.get());
    m_panel->setUndoStack(m_stack.get());
    m_panel->setImagesFolder(m_dir->filePath("kept"));
    m_panel->setPair(pair);
    m_panel->resize(size);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
  }
  void close() {
    m_panel.reset();
    m_stack.reset();
    m_store.reset();
  }

  static PairSpec toyPair() {
    PairSpec pair;
    pair.name = "Toy";
    pair.defaults.clip.width = pair.defaults.clip.height = 64;
    pair.defaults.clip.frames = 17;
    pair.defaults.clip.fps = 8;
    pair.defaults.clip.prompt = "a red star";
    return pair;
  }

  template <class T>
  T* find(const char* name) {
    auto* found = m_panel->findChild<T*>(name);
    if (!found) qFatal("no %s", name);
    return found;
  }
  static void type(QAbstractSpinBox* spin, const QString& text) {
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, text);
    QTest::keyClick(spin, Qt::Key_Return);
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<PresetStore> m_store;
  std::unique_ptr<QUndoStack> m_stack;
  std::unique_ptr<PromptPanel> m_panel;
};

}  // namespace fb::ui
