// SPDX-License-Identifier: MIT
// Asks before something of the user's is lost.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace fb::ui {

struct Question {
  enum class Enter { Agrees, Keeps };

  const char* objectName;
  QString title;
  QString text;
  QString agree;  // the button that acts; the other one is Keep
  Enter enter = Enter::Keeps;
};

// Calls `act` if the user agrees, nothing otherwise; the Escape key keeps. Returns at once; the question ends with its
// parent. GUI thread.
void ask(const Question& question, QWidget* parent, std::function<void()> act);

// Asks whether a file of the user's may be written over. title: what is being saved.
void askToReplace(const QString& file, const QString& title, QWidget* parent, std::function<void()> replace);

}  // namespace fb::ui
