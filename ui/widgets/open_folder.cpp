// SPDX-License-Identifier: MIT
#include "widgets/open_folder.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QMessageBox>
#include <QUrl>

namespace fb::ui {
namespace {

struct OpenFolder {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::OpenFolder)
};

}  // namespace

void openFolder(const QString& folder, QWidget* parent) {
  if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) return;
  auto* box = new QMessageBox(QMessageBox::Information, OpenFolder::tr("Folder"),
                              OpenFolder::tr("No program on this machine can open the folder. It is:\n%1")
                                  .arg(QDir::toNativeSeparators(folder)),
                              QMessageBox::Ok, parent);
  box->setObjectName(QStringLiteral("folderMessage"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->open();
}

}  // namespace fb::ui
