// SPDX-License-Identifier: MIT
// The LoRAs of the request.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/settings.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace fb::ui {

class LoraRow;
class Theme;

// Part of the prompt panel; GUI thread. Files come through its button and by drop; whoever listens to offered() adds
// those that are LoRAs.
class LoraList : public QWidget {
  Q_OBJECT
public:
  explicit LoraList(const Theme* theme, QWidget* parent = nullptr);

  // Without edited().
  void setLoras(const std::vector<Lora>& loras);
  std::vector<Lora> loras() const;
  // In the order of loras(); ignored if they are not about these files.
  void setReports(const std::vector<LoraReport>& reports);
  // Ends with edited().
  void add(const Lora& lora);

Q_SIGNALS:
  // By the user. `field` distinguishes successive edits of one strength from other edits, for which it is below 0.
  void edited(int field);
  // Files that the user chose or dropped.
  void offered(const QStringList& files);

protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  LoraRow* appendRow(const Lora& lora);
  void removeRow(LoraRow* row);
  void browse();
  void setDropping(bool dropping);
  void retranslate();

  const Theme* m_theme;
  std::vector<LoraRow*> m_rows;
  QString m_lastFolder;
  QLabel* m_label = nullptr;
  QToolButton* m_add = nullptr;
  QVBoxLayout* m_rowLayout = nullptr;
  QLabel* m_dropPlace = nullptr;
};

}  // namespace fb::ui
