// SPDX-License-Identifier: MIT
#include "widgets/replace_question.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace fb::ui {
namespace {

struct ReplaceQuestion {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::ReplaceQuestion)
};

}  // namespace

void askToReplace(const QString& file, const QString& title, QWidget* parent, std::function<void()> replace) {
  auto* box = new QMessageBox(QMessageBox::Question, title,
                              ReplaceQuestion::tr("%1 already exists. Replace it?").arg(QDir::toNativeSeparators(file)),
                              QMessageBox::NoButton, parent);
  box->setObjectName(QStringLiteral("replaceQuestion"));
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* agreed = box->addButton(ReplaceQuestion::tr("&Replace"), QMessageBox::DestructiveRole);
  box->setDefaultButton(box->addButton(ReplaceQuestion::tr("&Keep"), QMessageBox::RejectRole));
  QObject::connect(box, &QMessageBox::buttonClicked, box,
                   [agreed, replace = std::move(replace)](const QAbstractButton* pressed) {
                     if (pressed == agreed) replace();
                   });
  box->open();
}

}  // namespace fb::ui
