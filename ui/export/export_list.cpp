// SPDX-License-Identifier: MIT
#include "export/export_list.h"

#include "text/durations.h"
#include "text/error_sentences.h"
#include "theme/style_property.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/icon_button.h"
#include "widgets/open_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace fb::ui {

// One export.
class ExportList::Row : public QWidget {
public:
  Row(const Theme* theme, ExportQueue* queue, ExportId id, QWidget* parent);

  ExportId id() const { return m_id; }
  void refresh();

private:
  QString words(const ExportJob& job) const;

  ExportQueue* m_queue;
  ExportId m_id;
  ElidedLabel* m_name;
  QLabel* m_words;
  QProgressBar* m_progress;
  QToolButton* m_show;
  QToolButton* m_cancel;
};

ExportList::Row::Row(const Theme* theme, ExportQueue* queue, ExportId id, QWidget* parent)
    : QWidget(parent),
      m_queue(queue),
      m_id(id),
      m_name(new ElidedLabel(Qt::ElideMiddle, this)),
      m_words(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_show(iconButton(theme, QStringLiteral("folder"), "showInFolderButton", this)),
      m_cancel(iconButton(theme, QStringLiteral("close"), "cancelExportButton", this)) {
  m_name->setObjectName(QStringLiteral("exportName"));
  m_words->setObjectName(QStringLiteral("exportWords"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  m_progress->setObjectName(QStringLiteral("exportProgress"));
  m_progress->setRange(0, 1000);
  m_progress->setTextVisible(false);
  for (auto* button : {m_show, m_cancel}) button->setFocusPolicy(Qt::StrongFocus);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(4);
  texts->addWidget(m_name);
  texts->addWidget(m_progress);
  texts->addWidget(m_words);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(texts, 1);
  layout->addWidget(m_show, 0, Qt::AlignTop);
  layout->addWidget(m_cancel, 0, Qt::AlignTop);
  QObject::connect(m_cancel, &QToolButton::clicked, this, [this] { m_queue->cancel(m_id); });
  QObject::connect(m_show, &QToolButton::clicked, this, [this] {
    if (const auto* job = m_queue->find(m_id)) openFolder(QFileInfo(job->path).absolutePath(), this);
  });
}

QString ExportList::Row::words(const ExportJob& job) const {
  switch (job.state) {
    case ExportJob::State::Waiting:
      return ExportList::tr("waiting");
    case ExportJob::State::Running:
      return std::isnan(job.secondsLeft) ? ExportList::tr("begins")
                                         : ExportList::tr("%1 left").arg(duration(job.secondsLeft));
    case ExportJob::State::Done:
      return ExportList::tr("saved");
    case ExportJob::State::Cancelled:
      return ExportList::tr("cancelled; no file was written");
    case ExportJob::State::Failed:
      break;
  }
  return errorSentences(job.problem);
}

void ExportList::Row::refresh() {
  const auto* job = m_queue->find(m_id);
  if (!job) return;
  const auto name = QFileInfo(job->path).fileName();
  m_name->setText(name);
  m_name->setToolTip(QStringLiteral("%1\n%2").arg(job->title, QDir::toNativeSeparators(job->path)));
  const bool hasFailed = job->state == ExportJob::State::Failed;
  setStyleProperty(m_words, "role", hasFailed ? "errorText" : "muted");
  m_words->setText(words(*job));
  m_progress->setValue(static_cast<int>(job->done * m_progress->maximum()));
  m_progress->setVisible(job->state == ExportJob::State::Running);
  m_progress->setAccessibleName(ExportList::tr("Progress of %1").arg(name));
  m_show->setVisible(job->state == ExportJob::State::Done);
  m_show->setAccessibleName(ExportList::tr("Show %1 in its folder").arg(name));
  m_show->setToolTip(ExportList::tr("Show in folder"));
  m_cancel->setVisible(job->isUnfinished());
  m_cancel->setAccessibleName(ExportList::tr("Cancel the export of %1").arg(name));
  m_cancel->setToolTip(ExportList::tr("Cancel this export; no file is written"));
}

ExportList::ExportList(const Theme* theme, ExportQueue* queue, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_queue(queue),
      m_title(new QLabel(this)),
      m_layout(new QVBoxLayout),
      m_clear(new QPushButton(this)) {
  setObjectName(QStringLiteral("exportList"));
  m_title->setProperty("role", "heading");
  m_clear->setObjectName(QStringLiteral("clearExportsButton"));
  m_clear->setAutoDefault(false);
  auto* rows = new QWidget;
  m_layout->setContentsMargins(0, 0, 8, 0);
  m_layout->setSpacing(12);
  m_layout->addStretch(1);
  rows->setLayout(m_layout);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(rows);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_title);
  layout->addWidget(scroll, 1);
  layout->addWidget(m_clear, 0, Qt::AlignRight);
  constexpr int kWidth = 260;
  setMinimumWidth(kWidth);
  connect(m_queue, &ExportQueue::listChanged, this, &ExportList::fill);
  connect(m_queue, &ExportQueue::jobChanged, this, [this](ExportId id) {
    for (auto* row : m_rows)
      if (row->id() == id) row->refresh();
    allowClearing();
  });
  connect(m_clear, &QPushButton::clicked, m_queue, &ExportQueue::clearEnded);
  fill();
}

void ExportList::fill() {
  const auto& jobs = m_queue->jobs();
  std::erase_if(m_rows, [this](Row* row) {
    if (m_queue->find(row->id())) return false;
    row->deleteLater();
    row->hide();
    return true;
  });
  // New ones are always the last.
  for (std::size_t i = m_rows.size(); i < jobs.size(); ++i) {
    m_rows.push_back(new Row(m_theme, m_queue, jobs[i].id, this));
    m_layout->insertWidget(m_layout->count() - 1, m_rows.back());
  }
  setVisible(!jobs.empty());
  refresh();
}

void ExportList::refresh() {
  for (auto* row : m_rows) row->refresh();
  allowClearing();
}

void ExportList::allowClearing() {
  m_clear->setEnabled(m_queue->unfinished() < static_cast<int>(m_queue->jobs().size()));
}

void ExportList::retranslate() {
  m_title->setText(tr("Exports"));
  m_clear->setText(tr("Clear fi&nished"));
  m_clear->setToolTip(tr("Takes exports that have ended off the list; their files stay"));
  refresh();
}

}  // namespace fb::ui
