// SPDX-License-Identifier: MIT
// The help pages, with a search through all of them.
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace fb::ui {

class Theme;

// A window of its own beside the main one, which owns it. The pages are HTML in the resources, one folder a language,
// English where a language has none. GUI thread.
class HelpWindow : public QWidget {
  Q_OBJECT
public:
  explicit HelpWindow(const Theme* theme, QWidget* parent = nullptr);

  // Name and keys of each command, for the page of shortcuts; again after a change of language.
  void setShortcuts(const QList<QPair<QString, QString>>& shortcuts);
  // "de", "zh_CN"; English where it has no pages.
  void setLanguage(const QString& code);
  // "start", "stages", "compare", "queue", "models", "export" or "keys". Shows the page; the window is the caller's to
  // show.
  void showPage(const QString& name);
  QString currentPage() const;

protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Page {
    QString name;
    QString title;
    QString html;   // as it is shown, but for the shortcuts
    QString plain;  // what is searched
  };

  void build();
  void loadPages();
  void display(int row);
  void follow(const QUrl& link);
  void search();
  void findNext();
  void markFound();
  QString shortcutTable() const;
  void retranslate();

  const Theme* m_theme;
  QString m_language = QStringLiteral("en");
  std::vector<Page> m_pages;
  QList<QPair<QString, QString>> m_shortcuts;
  QLineEdit* m_search;
  QListWidget* m_list;
  QTextBrowser* m_browser;
  QLabel* m_nothing;
};

}  // namespace fb::ui
