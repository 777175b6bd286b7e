// SPDX-License-Identifier: MIT
// What Ctrl+Z undoes: the last of the window's own steps (the undo stack) and of the actions for which a button offers
// Undo.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace fb::ui {

// Owned by the window. A text field that has the keyboard undoes its own steps first, if it has any since the offer.
// GUI thread.
class UndoOffers : public QObject {
  Q_OBJECT
public:
  UndoOffers(QWidget* window, QUndoStack* stack, QObject* parent);

  // The command with the usual keys.
  QAction* action() const { return m_action; }

  struct Source {
    std::function<QString()> offered;  // the text of its button; empty: there is none
    std::function<void()> undo;
  };
  // Returns its number.
  int add(Source source);
  // The user has just done what this source would undo.
  void begin(int source);
  // An offer may have ended, or the language has changed.
  void refresh();

protected:
  bool eventFilter(QObject* object, QEvent* event) override;

private:
  struct Offer {
    Source source;
    int order = 0;       // of its action among the others; 0: none yet
    int stackIndex = 0;  // commands on the stack that were older than its action
    QHash<const QWidget*, QString> texts = {};
  };
  const Offer* last() const;
  void undo();
  void follow(QWidget* focused);
  void noteStack(int index);

  QWidget* m_window;
  QPointer<QUndoStack> m_stack;
  QAction* m_ofStack;  // what the stack alone would do
  QAction* m_action;
  std::vector<Offer> m_offers;
  QPointer<QWidget> m_focused;
  int m_order = 0;
  int m_stackIndex = 0;
};

}  // namespace fb::ui
