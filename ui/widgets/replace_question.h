// SPDX-License-Identifier: MIT
// Asks before a file of the user's is written over.
#pragma once

#include <functional>

class QString;
class QWidget;

namespace fb::ui {

// Calls `replace` if the user agrees, nothing otherwise; Keep is the answer of the Enter and Escape keys. Returns at
// once; the question ends with its parent. title: what is being saved. GUI thread.
void askToReplace(const QString& file, const QString& title, QWidget* parent, std::function<void()> replace);

}  // namespace fb::ui
