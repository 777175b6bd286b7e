// SPDX-License-Identifier: MIT
// Nothing that comes from users, models or files is taken for HTML.
#pragma once

#include <QObject>

namespace fb::ui {

// While it lives, labels show their text as it is written unless they ask for Qt::RichText, and so do tool tips. Qt
// would guess, and load what an <img> of a prompt names. Owned by the window. GUI thread.
class PlainTexts : public QObject {
  Q_OBJECT
public:
  explicit PlainTexts(QObject* parent = nullptr);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace fb::ui
