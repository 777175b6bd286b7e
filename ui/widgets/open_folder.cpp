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

// `sentence` ends with the path.
void open(const QString& path, const QString& title, const QString& sentence, QWidget* parent) {
  if (QDesktopServices::openUrl(QUrl::fromLocalFile(path))) return;
  auto* box = new QMessageBox(QMessageBox::Information, title, sentence.arg(QDir::toNativeSeparators(path)),
                              QMessageBox::Ok, parent);
  box->setObjectName(QStringLiteral("folderMessage"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->open();
}

}  // namespace

void openFolder(const QString& folder, QWidget* parent) {
  open(folder, OpenFolder::tr("Folder"), OpenFolder::tr("No program on this machine can open the folder. It is:\n%1"),
       parent);
}

void openVideo(const QString& file, QWidget* parent) {
  open(file, OpenFolder::tr("Video"), OpenFolder::tr("No program on this machine can play the video. It is:\n%1"),
       parent);
}

}  // namespace fb::ui
