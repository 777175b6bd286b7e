// SPDX-License-Identifier: MIT
#include "widgets/question.h"

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

void ask(const Question& question, QWidget* parent, std::function<void()> act) {
  auto* box = new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, parent);
  box->setObjectName(QLatin1String(question.objectName));
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* agree = box->addButton(question.agree, QMessageBox::DestructiveRole);
  auto* keep = box->addButton(ReplaceQuestion::tr("&Keep"), QMessageBox::RejectRole);
  box->setDefaultButton(question.enter == Question::Enter::Agrees ? agree : keep);
  QObject::connect(box, &QMessageBox::buttonClicked, box,
                   [agree, act = std::move(act)](const QAbstractButton* pressed) {
                     if (pressed == agree) act();
                   });
  box->open();
}

void askToReplace(const QString& file, const QString& title, QWidget* parent, std::function<void()> replace) {
  ask({"replaceQuestion", title,
       ReplaceQuestion::tr("%1 already exists. Replace it?").arg(QDir::toNativeSeparators(file)),
       ReplaceQuestion::tr("&Replace")},
      parent, std::move(replace));
}

}  // namespace fb::ui
