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

// A separate window, owned by the main one. The pages are HTML in the resources, one folder per language, English if a
// language has none. GUI thread.
class HelpWindow : public QWidget {
  Q_OBJECT
public:
  explicit HelpWindow(const Theme* theme, QWidget* parent = nullptr);

  // Name and keys of each command, for the page of shortcuts; call again after a change of language.
  void setShortcuts(const QList<QPair<QString, QString>>& shortcuts);
  // "de", "zh_CN"; English if there are no pages in it.
  void setLanguage(const QString& code);
  // "start", "stages", "compare", "queue", "models", "export" or "keys". Displays the page; the caller shows the
  // window.
  void showPage(const QString& name);
  QString currentPage() const;

protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Page {
    QString name;
    QString title;
    QString html;   // as displayed, except for the shortcuts
    QString plain;  // the text that is searched
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
