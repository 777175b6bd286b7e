// SPDX-License-Identifier: MIT
#include "export/purpose_menu.h"

#include <QAction>
#include <QMenu>

#include <array>

namespace fb::ui {
namespace {

struct Entry {
  Purpose purpose;
  const char* objectName;
  const char* name;
};
constexpr std::array kEntries = {
    Entry{Purpose::Whole, "wholeAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "&As the clip is")},
    Entry{Purpose::Widescreen, "widescreenAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "&Widescreen 16:9")},
    Entry{Purpose::Square, "squareAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "&Square 1:1")},
    Entry{Purpose::Portrait, "portraitAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "&Portrait 4:5")},
    Entry{Purpose::Vertical, "verticalAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "&Vertical 9:16")},
    Entry{Purpose::Loop, "loopAction", QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "Endless &loop")},
    Entry{Purpose::Attachment, "attachmentAction",
          QT_TRANSLATE_NOOP("fb::ui::PurposeMenu", "A&ttachment of at most 10 MB")}};

void cropTo(ExportChoice& choice, int width, int height) {
  auto crop = choice.crop.value_or(Crop());
  crop.width = width;
  crop.height = height;
  choice.crop = crop;
}

}  // namespace

ExportChoice chosenFor(Purpose purpose, ExportChoice choice) {
  constexpr double kAttachment = 10;
  switch (purpose) {
    case Purpose::Whole:
      choice.crop.reset();
      choice.boomerang = false;
      choice.plays = 1;
      choice.maxMegabytes.reset();
      break;
    case Purpose::Widescreen:
      cropTo(choice, 16, 9);
      break;
    case Purpose::Square:
      cropTo(choice, 1, 1);
      break;
    case Purpose::Portrait:
      cropTo(choice, 4, 5);
      break;
    case Purpose::Vertical:
      cropTo(choice, 9, 16);
      break;
    case Purpose::Loop:
      choice.boomerang = true;
      choice.plays = 1;
      choice.loops = 0;
      break;
    case Purpose::Attachment:
      choice.maxMegabytes = kAttachment;
      break;
  }
  return choice;
}

PurposeMenu::PurposeMenu(QWidget* parent) : QToolButton(parent) {
  setObjectName(QStringLiteral("purposeButton"));
  setPopupMode(QToolButton::InstantPopup);
  setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(this);
  for (const auto& entry : kEntries) {
    auto* action = menu->addAction(QString(), this, [this, purpose = entry.purpose] { Q_EMIT chosen(purpose); });
    action->setObjectName(QLatin1String(entry.objectName));
    m_actions.push_back(action);
  }
  setMenu(menu);
}

void PurposeMenu::setFormat(ExportFormat format) {
  for (std::size_t i = 0; i < kEntries.size(); ++i)
    m_actions[i]->setEnabled(kEntries[i].purpose != Purpose::Attachment || rateFactorsOf(format));
}

void PurposeMenu::retranslate() {
  setText(tr("&What for"));
  setAccessibleName(tr("What the clip is made for"));
  setToolTip(tr("Sets shape, play and size limit for a purpose; everything else stays"));
  for (std::size_t i = 0; i < kEntries.size(); ++i) m_actions[i]->setText(tr(kEntries[i].name));
}

}  // namespace fb::ui
