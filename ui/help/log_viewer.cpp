// SPDX-License-Identifier: MIT
#include "help/log_viewer.h"

#include "help/log_filter.h"
#include "theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

// Every row is as wide as the widest line: a list of rows of one size looks at one row only, and lines are not cut.
class LogLineDelegate : public QStyledItemDelegate {
public:
  explicit LogLineDelegate(QListView* view) : QStyledItemDelegate(view), m_view(view) {}

  // Of rows that have arrived.
  void measure(int first, int last) {
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.font = m_view->font();
    option.widget = m_view;
    for (int row = first; row <= last; ++row)
      m_widest = std::max(m_widest, QStyledItemDelegate::sizeHint(option, m_view->model()->index(row, 0)).width());
  }
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({m_widest, 0});
  }

private:
  QListView* m_view;
  int m_widest = 0;
};

}  // namespace

LogViewer::LogViewer(LogBook* book, const Theme* theme, QWidget* parent)
    : QDialog(parent),
      m_book(book),
      m_filter(new LogFilter(theme, this)),
      m_levelLabel(new QLabel(this)),
      m_level(new QComboBox(this)),
      m_search(new QLineEdit(this)),
      m_follow(new QCheckBox(this)),
      m_list(new QListView(this)),
      m_copyLines(new QAction(this)),
      m_count(new QLabel(this)),
      m_withPrompts(new QCheckBox(this)),
      m_copy(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_close(new QPushButton(this)) {
  m_filter->setSourceModel(book);
  build();

  const auto icons = [this, theme] {
    m_save->setIcon(theme->icon(QStringLiteral("save")));
    m_list->viewport()->update();
  };
  icons();
  connect(theme, &Theme::changed, this, icons);
  connect(m_level, &QComboBox::currentIndexChanged, this,
          [this] { m_filter->setLowestLevel(static_cast<LogLevel>(m_level->currentData().toInt())); });
  connect(m_search, &QLineEdit::textChanged, m_filter, &LogFilter::setText);
  connect(m_follow, &QCheckBox::toggled, m_list, [this](bool on) {
    if (on) m_list->scrollToBottom();
  });
  // Queued, so that the view lays out the new rows first.
  const auto onRows = [this] {
    refreshCount();
    if (m_follow->isChecked()) m_list->scrollToBottom();
  };
  connect(m_filter, &QAbstractItemModel::rowsInserted, this, onRows, Qt::QueuedConnection);
  connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LogViewer::refreshCount, Qt::QueuedConnection);
  connect(m_copy, &QPushButton::clicked, this, &LogViewer::copyReport);
  connect(m_save, &QPushButton::clicked, this, &LogViewer::save);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(m_copyLines, &QAction::triggered, this, &LogViewer::copySelection);
  for (const auto& [keys, action] : {std::pair(Qt::Key_Left, QAbstractSlider::SliderSingleStepSub),
                                     std::pair(Qt::Key_Right, QAbstractSlider::SliderSingleStepAdd)})
    connect(new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, m_list,
            [this, action = action] { m_list->horizontalScrollBar()->triggerAction(action); });
  connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
  retranslate();
}

LogViewer::~LogViewer() = default;

void LogViewer::build() {
  m_level->setObjectName(QStringLiteral("logLevel"));
  m_search->setObjectName(QStringLiteral("logSearch"));
  m_follow->setObjectName(QStringLiteral("logFollow"));
  m_list->setObjectName(QStringLiteral("logList"));
  m_withPrompts->setObjectName(QStringLiteral("reportPrompts"));
  m_copy->setObjectName(QStringLiteral("copyReportButton"));
  m_save->setObjectName(QStringLiteral("saveLogButton"));
  m_close->setObjectName(QStringLiteral("closeButton"));
  m_copy->setProperty("role", "primary");
  m_count->setProperty("role", "muted");
  for (const auto level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
    m_level->addItem(QString(), static_cast<int>(level));
  m_levelLabel->setBuddy(m_level);
  m_search->setClearButtonEnabled(true);
  m_follow->setChecked(true);
  for (auto* button : {m_copy, m_save, m_close}) button->setAutoDefault(false);

  m_list->setModel(m_filter);
  m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_list->setUniformItemSizes(true);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setTextElideMode(Qt::ElideNone);
  m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  constexpr int kLettersPerStep = 8;
  m_list->horizontalScrollBar()->setSingleStep(kLettersPerStep * m_list->fontMetrics().averageCharWidth());
  auto* lines = new LogLineDelegate(m_list);
  lines->measure(0, m_filter->rowCount() - 1);
  m_list->setItemDelegate(lines);
  // Before the view lays them out.
  connect(m_filter, &QAbstractItemModel::rowsInserted, lines,
          [lines](const QModelIndex&, int first, int last) { lines->measure(first, last); });
  m_copyLines->setObjectName(QStringLiteral("copyLinesAction"));
  m_copyLines->setShortcut(QKeySequence::Copy);
  m_copyLines->setShortcutContext(Qt::WidgetShortcut);
  m_list->addAction(m_copyLines);
  m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(m_levelLabel);
  top->addWidget(m_level);
  top->addWidget(m_search, 1);
  top->addWidget(m_follow);
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(8);
  bottom->addWidget(m_count, 1);
  bottom->addWidget(m_withPrompts);
  bottom->addWidget(m_copy);
  bottom->addWidget(m_save);
  bottom->addWidget(m_close);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(8);
  layout->addLayout(top);
  layout->addWidget(m_list, 1);
  layout->addLayout(bottom);
  resize(820, 480);
}

void LogViewer::setDevices(const QStringList& devices) { m_devices = devices; }

void LogViewer::setPrompts(std::function<ReportPrompts()> prompts) { m_prompts = std::move(prompts); }

void LogViewer::offerReport() { m_copy->setFocus(Qt::OtherFocusReason); }

QString LogViewer::report() const {
  return bugReport(*m_book, m_devices, m_prompts ? m_prompts() : ReportPrompts(), m_withPrompts->isChecked());
}

void LogViewer::copyReport() {
  QGuiApplication::clipboard()->setText(report());
  m_count->setText(tr("The report was copied to the clipboard."));
}

void LogViewer::copySelection() {
  auto rows = m_list->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const auto& row : rows) lines << plainText(m_book->line(m_filter->mapToSource(row).row()));
  if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void LogViewer::save() {
  const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const auto path =
      QFileDialog::getSaveFileName(this, tr("Save the log"), folder + QStringLiteral("/flowblending-studio-log.txt"),
                                   tr("Text files (*.txt *.log)"));
  if (path.isEmpty()) return;
  QSaveFile file(path);
  const auto text = report().toUtf8();
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() || !file.commit()) {
    QMessageBox::warning(this, tr("Save the log"), tr("%1 could not be written: %2").arg(path, file.errorString()));
    return;
  }
  m_count->setText(tr("Saved as %1.").arg(path));
}

void LogViewer::refreshCount() { m_count->setText(tr("%Ln line(s)", nullptr, m_filter->rowCount())); }

void LogViewer::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  refreshCount();
  if (m_follow->isChecked()) m_list->scrollToBottom();
}

void LogViewer::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

void LogViewer::retranslate() {
  setWindowTitle(tr("Log"));
  m_levelLabel->setText(tr("&Show"));
  m_level->setItemText(0, tr("All messages"));
  m_level->setItemText(1, tr("All except debug messages"));
  m_level->setItemText(2, tr("Warnings and errors"));
  m_level->setItemText(3, tr("Errors"));
  m_level->setAccessibleName(tr("Lowest level shown"));
  m_level->setToolTip(tr("Hides less important messages"));
  m_search->setPlaceholderText(tr("Search the log"));
  m_search->setAccessibleName(tr("Search the log"));
  m_search->setToolTip(tr("Shows only the lines that contain this text"));
  m_follow->setText(tr("&Follow"));
  m_follow->setToolTip(tr("Keeps the newest line in view"));
  m_list->setAccessibleName(tr("Log lines"));
  m_copyLines->setText(tr("&Copy the lines chosen"));
  m_withPrompts->setText(tr("Include &prompts"));
  m_withPrompts->setAccessibleName(tr("Include prompts in the report"));
  m_withPrompts->setToolTip(
      tr("Adds your newest prompts to the report. Without this, prompts are also taken out of its lines."));
  m_copy->setText(tr("Copy for &bug report"));
  m_copy->setToolTip(tr("Copies version, system, devices and the last 200 lines; read it before you send it"));
  m_save->setText(tr("Sa&ve…"));
  m_save->setToolTip(tr("Writes the same report to a text file"));
  m_close->setText(tr("&Close"));
  for (auto* button : {m_copy, m_save, m_close}) button->setAccessibleName(button->text().remove(QLatin1Char('&')));
  m_follow->setAccessibleName(m_follow->toolTip());
  refreshCount();
}

}  // namespace fb::ui
