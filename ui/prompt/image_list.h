// SPDX-License-Identifier: MIT
// The images that the clip passes through.
#pragma once

#include "flowblend/request.h"
#include "prompt/image_files.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QLabel;
class QMimeData;
class QToolButton;
class QVBoxLayout;

namespace fb::ui {

class ImageRow;
class Theme;

// Part of the prompt panel; GUI thread. Accepts files and pixels through its buttons, by drop and by paste.
class ImageList : public QWidget {
  Q_OBJECT
public:
  explicit ImageList(const Theme* theme, QWidget* parent = nullptr);

  // The folder for pasted images.
  void setFolder(const QString& folder) { m_files.setFolder(folder); }
  // Hidden if the pair accepts none; if the pair accepts only a first frame, there is at most one.
  void setUse(ImageUse use, int frameStep);
  void setFrames(int frames);

  // As in PromptValues. Without edited().
  void setImages(const std::vector<ImageCondition>& images);
  std::vector<ImageCondition> images() const;

  // Both end with edited(), for pixels once they are saved as a file.
  void add(const QMimeData& data);
  void addFiles(const QStringList& files);

Q_SIGNALS:
  // By the user.
  void edited();
  // A sentence about something that was not possible.
  void hinted(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  ImageRow* appendRow(const std::filesystem::path& file);
  void removeRow(ImageRow* row);
  void browse();
  void paste();
  void setDropping(bool dropping);
  void retranslate();

  const Theme* m_theme;
  ImageFiles m_files;
  ImageUse m_use = ImageUse::None;
  int m_frames = 1;
  int m_frameStep = 8;
  std::vector<ImageRow*> m_rows;
  QString m_lastFolder;
  QLabel* m_label = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_paste = nullptr;
  QVBoxLayout* m_rowLayout = nullptr;
  QLabel* m_empty = nullptr;
};

}  // namespace fb::ui
