// SPDX-License-Identifier: MIT
#include "lab/weights_edit.h"

#include "theme/theme.h"
#include "widgets/message_label.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace fb::ui {
namespace {

// The only one of a drop; empty if there are several, or none on this machine.
QString onlyFile(const QMimeData* data) {
  const auto urls = data->urls();
  return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

WeightsEdit::WeightsEdit(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_path(new QLineEdit(this)),
      m_choose(new QToolButton(this)),
      m_clear(new QToolButton(this)),
      m_found(new QLabel(this)),
      m_problem(new MessageLabel(this)) {
  m_path->setObjectName(QStringLiteral("pathEdit"));
  // A text field would insert the address of a dropped file.
  m_path->setAcceptDrops(false);
  setAcceptDrops(true);
  m_choose->setObjectName(QStringLiteral("chooseButton"));
  m_choose->setIcon(theme->icon("more"));
  m_clear->setObjectName(QStringLiteral("clearButton"));
  m_clear->setIcon(theme->icon("close"));
  m_clear->setEnabled(false);
  for (QToolButton* button : {m_choose, m_clear}) button->setFocusPolicy(Qt::StrongFocus);
  m_found->setObjectName(QStringLiteral("foundLabel"));
  m_found->setProperty("role", "muted");
  m_found->setWordWrap(true);
  m_found->setTextFormat(Qt::PlainText);
  m_found->hide();
  m_problem->setObjectName(QStringLiteral("problemLabel"));
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  row->addWidget(m_path, 1);
  row->addWidget(m_choose);
  row->addWidget(m_clear);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(row);
  column->addWidget(m_found);
  column->addWidget(m_problem);
  setFocusProxy(m_path);
  connect(m_path, &QLineEdit::editingFinished, this, [this] { commit(m_path->text()); });
  connect(m_choose, &QToolButton::clicked, this, &WeightsEdit::choose);
  connect(m_clear, &QToolButton::clicked, this, [this] { commit({}); });
  retranslate();
}

void WeightsEdit::setFile(const QString& file) {
  m_file = file;
  m_path->setText(QDir::toNativeSeparators(file));
  m_clear->setEnabled(!file.isEmpty());
}

void WeightsEdit::setPurpose(const QString& purpose) {
  m_purpose = purpose;
  m_path->setAccessibleName(purpose);
}

void WeightsEdit::setPlaceholder(const QString& text) { m_path->setPlaceholderText(text); }

void WeightsEdit::say(const QString& found, const QString& problem) {
  m_found->setText(found);
  m_found->setVisible(!found.isEmpty());
  m_problem->say(problem, "error");
  m_path->setAccessibleDescription(problem.isEmpty() ? found : problem);
}

void WeightsEdit::choose() {
  const auto folder = m_file.isEmpty() ? QString() : QFileInfo(m_file).absolutePath();
  auto* dialog =
      new QFileDialog(this, m_purpose, folder, tr("Weights (*.safetensors *.safetensors.index.json);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &WeightsEdit::commit);
  dialog->open();
}

void WeightsEdit::commit(const QString& path) {
  const auto trimmed = path.trimmed();
  const auto file = trimmed.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(trimmed));
  // A relative path would depend on where the program was started.
  if (file == m_file || (!file.isEmpty() && !QDir::isAbsolutePath(file))) return setFile(m_file);
  setFile(file);
  Q_EMIT fileEdited(file);
}

void WeightsEdit::dragEnterEvent(QDragEnterEvent* event) {
  if (!onlyFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void WeightsEdit::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  commit(onlyFile(event->mimeData()));
}

void WeightsEdit::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void WeightsEdit::retranslate() {
  m_choose->setAccessibleName(tr("Choose file"));
  m_choose->setToolTip(tr("Choose file…"));
  m_clear->setAccessibleName(tr("Use no weights"));
  m_clear->setToolTip(tr("Use no weights here"));
}

}  // namespace fb::ui
