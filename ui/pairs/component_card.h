// SPDX-License-Identifier: MIT
// One added file or folder, and what it was recognised as.
#pragma once

#include "pairs/component_scan.h"

#include <QFrame>
#include <QString>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace fb::ui {

class MessageLabel;
class Theme;

// "WAN transformer · 1.3B", "LTX VAE · 0.9.5 and later", "Tokenizer"; empty if it cannot be part of a pair.
QString componentTitle(const Finding& finding);

// Owned by the models page. Busy until it gets a finding. GUI thread only.
class ComponentCard : public QFrame {
  Q_OBJECT
public:
  ComponentCard(const Theme* theme, const std::filesystem::path& path, QWidget* parent = nullptr);

  void setFinding(const Finding& finding);
  bool isBusy() const { return !m_finding; }
  // Whether the user may take it off the list; not if it is in a watched folder.
  void setRemovable(bool removable);
  const std::filesystem::path& path() const { return m_path; }
  // Null while busy.
  const Finding* finding() const { return m_finding ? &*m_finding : nullptr; }

Q_SIGNALS:
  void removeRequested();

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void retranslate();
  void describe(const ComponentInfo& info);

  const Theme* m_theme;
  std::filesystem::path m_path;
  std::optional<Finding> m_finding;
  QLabel* m_icon;
  QLabel* m_title;
  QLabel* m_facts;
  QLabel* m_place;
  MessageLabel* m_message;
  QLabel* m_details;
  QProgressBar* m_busy;
  QToolButton* m_more;
  QToolButton* m_remove;
};

}  // namespace fb::ui
