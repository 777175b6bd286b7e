// SPDX-License-Identifier: MIT
#include "widgets/folder_edit.h"

#include "theme/theme.h"
#include "widgets/open_folder.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace fb::ui {

FolderEdit::FolderEdit(const Theme* theme, QWidget* parent)
    : QWidget(parent), m_path(new QLineEdit(this)), m_choose(new QToolButton(this)), m_open(new QToolButton(this)) {
  m_path->setObjectName("pathEdit");
  m_choose->setObjectName("chooseButton");
  m_choose->setIcon(theme->icon("more"));
  m_open->setObjectName("openButton");
  m_open->setIcon(theme->icon("folder"));
  for (QToolButton* button : {m_choose, m_open}) button->setFocusPolicy(Qt::StrongFocus);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(m_path, 1);
  row->addWidget(m_choose);
  row->addWidget(m_open);
  setFocusProxy(m_path);
  connect(m_path, &QLineEdit::editingFinished, this, [this] { commit(m_path->text()); });
  connect(m_choose, &QToolButton::clicked, this, &FolderEdit::choose);
  connect(m_open, &QToolButton::clicked, this, [this] { openFolder(m_folder, this); });
  retranslate();
}

void FolderEdit::setFolder(const QString& folder) {
  m_folder = folder;
  m_path->setText(QDir::toNativeSeparators(folder));
}

void FolderEdit::setPurpose(const QString& purpose) {
  m_purpose = purpose;
  m_path->setAccessibleName(purpose);
}

void FolderEdit::choose() {
  auto* dialog = new QFileDialog(this, m_purpose, m_folder);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, &FolderEdit::commit);
  dialog->open();
}

void FolderEdit::commit(const QString& path) {
  const QString folder = QDir::cleanPath(QDir::fromNativeSeparators(path.trimmed()));
  // An empty or relative path would depend on where the program was started.
  if (folder == m_folder || !QDir::isAbsolutePath(folder)) return setFolder(m_folder);
  setFolder(folder);
  Q_EMIT folderEdited(folder);
}

void FolderEdit::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void FolderEdit::retranslate() {
  m_choose->setAccessibleName(tr("Choose folder"));
  m_choose->setToolTip(tr("Choose folder…"));
  m_open->setAccessibleName(tr("Open folder"));
  m_open->setToolTip(tr("Open the folder in the file manager"));
}

}  // namespace fb::ui
