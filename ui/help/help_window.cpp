// SPDX-License-Identifier: MIT
#include "help/help_window.h"

#include "theme/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

// For a static library, so that the linker keeps them; the macro must be used in the global namespace.
static void loadHelpResources() { Q_INIT_RESOURCE(help); }

namespace fb::ui {
namespace {

// In the order in which they are listed.
constexpr std::array kPages = {"start", "stages", "compare", "queue", "models", "export", "keys"};

QString readPage(const QString& language, const QString& name) {
  for (const auto& folder : {language, QStringLiteral("en")}) {
    QFile file(QStringLiteral(":/help/%1/%2.html").arg(folder, name));
    if (file.open(QIODevice::ReadOnly)) return QString::fromUtf8(file.readAll());
  }
  return {};
}

QString titleOf(const QString& html) {
  static const QRegularExpression title(QStringLiteral("<title>(.*?)</title>"));
  return title.match(html).captured(1);
}

}  // namespace

HelpWindow::HelpWindow(const Theme* theme, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_theme(theme),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_browser(new QTextBrowser(this)),
      m_nothing(new QLabel(this)) {
  loadHelpResources();
  build();
  connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
  connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::findNext);
  connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::display);
  connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
  connect(theme, &Theme::changed, this, [this] { display(m_list->currentRow()); });
  connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
  retranslate();
  m_list->setCurrentRow(0);
}

void HelpWindow::build() {
  m_search->setObjectName(QStringLiteral("helpSearch"));
  m_list->setObjectName(QStringLiteral("helpPages"));
  m_browser->setObjectName(QStringLiteral("helpText"));
  m_search->setClearButtonEnabled(true);
  m_browser->setOpenLinks(false);
  m_browser->setFrameShape(QFrame::NoFrame);
  m_browser->document()->setDocumentMargin(16);
  m_nothing->setProperty("role", "muted");
  m_nothing->setWordWrap(true);
  m_nothing->hide();

  auto* side = new QWidget(this);
  auto* sideLayout = new QVBoxLayout(side);
  sideLayout->setContentsMargins(0, 0, 0, 0);
  sideLayout->setSpacing(8);
  sideLayout->addWidget(m_search);
  sideLayout->addWidget(m_list, 1);
  sideLayout->addWidget(m_nothing);
  auto* splitter = new QSplitter(this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(side);
  splitter->addWidget(m_browser);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({220, 560});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(splitter);
  resize(800, 600);
}

void HelpWindow::setShortcuts(const QList<QPair<QString, QString>>& shortcuts) {
  m_shortcuts = shortcuts;
  loadPages();
}

void HelpWindow::setLanguage(const QString& code) {
  m_language = code;
  loadPages();
}

void HelpWindow::showPage(const QString& name) {
  m_search->clear();
  for (std::size_t i = 0; i < m_pages.size(); ++i)
    if (m_pages[i].name == name) m_list->setCurrentRow(static_cast<int>(i));
}

QString HelpWindow::currentPage() const {
  const int row = m_list->currentRow();
  return row < 0 ? QString() : m_pages[static_cast<std::size_t>(row)].name;
}

void HelpWindow::loadPages() {
  const int row = std::max(0, m_list->currentRow());
  m_pages.clear();
  {
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const auto* name : kPages) {
      auto html = readPage(m_language, QString::fromLatin1(name));
      html.replace(QStringLiteral("<!-- shortcuts -->"), shortcutTable());
      const auto title = titleOf(html);
      m_pages.push_back({QString::fromLatin1(name), title, html, QTextDocumentFragment::fromHtml(html).toPlainText()});
      m_list->addItem(title);
    }
    m_list->setCurrentRow(row);
  }
  search();
  display(row);
}

void HelpWindow::display(int row) {
  if (row < 0) return;
  const auto& colors = m_theme->colors();
  m_browser->document()->setDefaultStyleSheet(
      QStringLiteral("a { color: %1 } h1 { font-size: 20px; font-weight: 600 } h2 { font-size: 15px; font-weight: 600 }"
                     "p, li { line-height: 140% } td, th { padding: 4px 16px 4px 0; text-align: left }"
                     "th, .note { color: %2 } .large { color: %3 } .small { color: %4 }")
          .arg(palette().color(QPalette::Link).name(), colors.textMuted.name(), colors.large.name(),
               colors.small.name()));
  m_browser->setHtml(m_pages[static_cast<std::size_t>(row)].html);
  markFound();
}

void HelpWindow::follow(const QUrl& link) {
  if (link.isRelative())
    showPage(link.path().section(QLatin1Char('.'), 0, 0));
  else
    QDesktopServices::openUrl(link);
}

void HelpWindow::search() {
  const auto text = m_search->text().trimmed();
  int first = -1;
  for (int row = 0; row < m_list->count(); ++row) {
    const bool holds =
        text.isEmpty() || m_pages[static_cast<std::size_t>(row)].plain.contains(text, Qt::CaseInsensitive);
    m_list->item(row)->setHidden(!holds);
    if (holds && first < 0) first = row;
  }
  m_nothing->setVisible(first < 0);
  const auto* current = m_list->currentItem();
  if (first >= 0 && (!current || current->isHidden())) m_list->setCurrentRow(first);
  markFound();
}

void HelpWindow::findNext() {
  const auto text = m_search->text().trimmed();
  if (text.isEmpty() || m_browser->find(text)) return;
  // Goes to the next page that contains it; after the last, starts again at the first.
  int row = m_list->currentRow();
  do row = (row + 1) % m_list->count();
  while (m_list->item(row)->isHidden() && row != m_list->currentRow());
  if (m_list->item(row)->isHidden()) return;
  m_list->setCurrentRow(row);
  m_browser->moveCursor(QTextCursor::Start);
  m_browser->find(text);
}

void HelpWindow::markFound() {
  QList<QTextEdit::ExtraSelection> marks;
  const auto text = m_search->text().trimmed();
  auto color = m_theme->colors().accent;
  color.setAlpha(90);
  QTextCursor cursor(m_browser->document());
  while (!text.isEmpty() && !(cursor = m_browser->document()->find(text, cursor)).isNull()) {
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.format.setBackground(color);
    marks.append(mark);
  }
  m_browser->setExtraSelections(marks);
}

QString HelpWindow::shortcutTable() const {
  QString rows;
  for (const auto& [name, keys] : m_shortcuts)
    rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>").arg(keys.toHtmlEscaped(), name.toHtmlEscaped());
  return QStringLiteral("<table>%1</table>").arg(rows);
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  if (m_search->text().isEmpty())
    close();
  else
    m_search->clear();
}

void HelpWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void HelpWindow::retranslate() {
  setWindowTitle(tr("Help"));
  m_search->setPlaceholderText(tr("Search the help"));
  m_search->setAccessibleName(tr("Search the help"));
  m_search->setToolTip(tr("Lists the pages that contain this text; Enter goes to the next match"));
  m_list->setAccessibleName(tr("Help pages"));
  m_browser->setAccessibleName(tr("Help text"));
  m_nothing->setText(tr("No page contains this text."));
  loadPages();
}

}  // namespace fb::ui
