// SPDX-License-Identifier: MIT
// The file whose sound an exported clip gets, and what happens to it in words.
#pragma once

#include "flowblend/export.h"
#include "flowblend/status.h"
#include "session/newest.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace fb::ui {

class EngineHost;
class Theme;

// Part of the export dialog. GUI thread; files are inspected in the background.
class SoundField : public QWidget {
  Q_OBJECT
public:
  // `host` is not owned and must outlive this.
  SoundField(const Theme* theme, EngineHost* host, QWidget* parent = nullptr);

  // The format may have no sound: then the field cannot be used and says why.
  void setClip(ExportFormat format, double seconds);
  // Empty if there is none, or the format has none.
  std::filesystem::path file() const;
  // No file, or one with sound.
  bool isGood() const;
  QLineEdit* edit() const { return m_path; }
  void retranslate();

Q_SIGNALS:
  void changed();

private:
  void inspect();
  void choose();
  void show();

  EngineHost* m_host;
  QLineEdit* m_path;
  QToolButton* m_choose;
  QLabel* m_words;
  ExportFormat m_format = ExportFormat::Mp4H264;
  double m_seconds = 0;
  std::optional<Result<AudioInfo>> m_found;  // absent: not inspected yet
  Newest m_asked;
};

}  // namespace fb::ui
