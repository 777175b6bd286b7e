// SPDX-License-Identifier: MIT
// Text from users, models or files is never interpreted as HTML.
#pragma once

#include <QObject>
#include <QString>

namespace fb::ui {

// While it exists, labels show their text literally unless they ask for Qt::RichText, and so do tooltips. Otherwise Qt
// would guess, and load what an <img> in a prompt refers to. Owned by the window. GUI thread.
class PlainTexts : public QObject {
  Q_OBJECT
public:
  explicit PlainTexts(QObject* parent = nullptr);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

// The text of a menu item or button that shows `text` literally: an ampersand in it is not a mnemonic.
QString menuText(QString text);

}  // namespace fb::ui
