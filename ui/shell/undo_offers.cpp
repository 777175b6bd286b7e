// SPDX-License-Identifier: MIT
#include "shell/undo_offers.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

QHash<const QWidget*, QString> textsOf(const QWidget* window) {
  QHash<const QWidget*, QString> texts;
  for (const auto* edit : window->findChildren<QLineEdit*>()) texts.insert(edit, edit->text());
  for (const auto* edit : window->findChildren<QPlainTextEdit*>()) texts.insert(edit, edit->toPlainText());
  return texts;
}

// Whether the field, or the one in a spin box or combo box, can undo what was typed into it since these texts.
bool hasStepsSince(const QWidget* focused, const QHash<const QWidget*, QString>& texts) {
  if (const auto* edit = qobject_cast<const QPlainTextEdit*>(focused))
    return edit->document()->isUndoAvailable() && texts.value(edit) != edit->toPlainText();
  const auto* line = qobject_cast<const QLineEdit*>(focused);
  if (!line) line = focused->findChild<QLineEdit*>();
  return line && line->isUndoAvailable() && texts.value(line) != line->text();
}

}  // namespace

UndoOffers::UndoOffers(QWidget* window, QUndoStack* stack, QObject* parent)
    : QObject(parent),
      m_window(window),
      m_stack(stack),
      m_ofStack(stack->createUndoAction(this)),
      m_action(new QAction(this)),
      m_stackIndex(stack->index()) {
  m_action->setObjectName(QStringLiteral("undoAction"));
  m_action->setShortcut(QKeySequence::Undo);
  connect(m_action, &QAction::triggered, this, &UndoOffers::undo);
  connect(m_ofStack, &QAction::changed, this, &UndoOffers::refresh);
  connect(stack, &QUndoStack::indexChanged, this, &UndoOffers::noteStack);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
  follow(QApplication::focusWidget());
  refresh();
}

int UndoOffers::add(Source source) {
  m_offers.push_back({std::move(source)});
  return static_cast<int>(m_offers.size()) - 1;
}

void UndoOffers::begin(int source) {
  auto& offer = m_offers[static_cast<std::size_t>(source)];
  offer.order = ++m_order;
  offer.stackIndex = m_stack->index();
  offer.texts = textsOf(m_window);
  refresh();
}

const UndoOffers::Offer* UndoOffers::last() const {
  const Offer* newest = nullptr;
  for (const auto& offer : m_offers)
    if (offer.order > 0 && !offer.source.offered().isEmpty() && (!newest || offer.order > newest->order))
      newest = &offer;
  return newest && m_stack && m_stack->index() <= newest->stackIndex ? newest : nullptr;
}

void UndoOffers::refresh() {
  const auto* offer = last();
  m_action->setText(offer ? offer->source.offered() : m_ofStack->text());
  m_action->setEnabled(offer || m_ofStack->isEnabled());
}

void UndoOffers::undo() {
  if (const auto* offer = last())
    offer->source.undo();
  else if (m_stack)
    m_stack->undo();
  refresh();
}

// A command that was merged into the one before is newer than the offer, although there are no more commands.
void UndoOffers::noteStack(int index) {
  if (index > 0 && index == m_stackIndex)
    for (auto& offer : m_offers) offer.stackIndex = std::min(offer.stackIndex, index - 1);
  m_stackIndex = index;
  refresh();
}

void UndoOffers::follow(QWidget* focused) {
  if (m_focused) m_focused->removeEventFilter(this);
  m_focused = focused && focused->window() == m_window ? focused : nullptr;
  if (m_focused) m_focused->installEventFilter(this);
}

// Text fields claim the keys even if they have nothing to undo.
bool UndoOffers::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && object == m_focused &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
    const auto* offer = last();
    if (offer && !hasStepsSince(m_focused, offer->texts)) {
      event->ignore();
      return true;
    }
  }
  return QObject::eventFilter(object, event);
}

}  // namespace fb::ui
