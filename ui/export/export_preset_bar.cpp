// SPDX-License-Identifier: MIT
#include "export/export_preset_bar.h"

#include "theme/theme.h"
#include "widgets/elided_combo_box.h"
#include "widgets/question.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSignalBlocker>
#include <QToolButton>

namespace fb::ui {

ExportPresetBar::ExportPresetBar(const Theme* theme, ExportPresetStore* store, QWidget* parent)
    : QWidget(parent), m_store(store), m_combo(new ElidedComboBox(this)), m_menuButton(new QToolButton(this)) {
  m_combo->setObjectName(QStringLiteral("exportPresetCombo"));
  m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_combo->setMinimumContentsLength(8);
  m_menuButton->setObjectName(QStringLiteral("exportPresetMenuButton"));
  m_menuButton->setIcon(theme->icon(QStringLiteral("more")));
  m_menuButton->setProperty("role", "icon");
  m_menuButton->setPopupMode(QToolButton::InstantPopup);
  m_menuButton->setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(m_menuButton);
  m_save = menu->addAction(theme->icon(QStringLiteral("save")), QString(), this, [this] { askForName(true); });
  m_save->setObjectName(QStringLiteral("saveExportPresetAction"));
  m_rename = menu->addAction(theme->icon(QStringLiteral("edit")), QString(), this, [this] { askForName(false); });
  m_rename->setObjectName(QStringLiteral("renameExportPresetAction"));
  m_remove = menu->addAction(theme->icon(QStringLiteral("trash")), QString(), this, &ExportPresetBar::askToRemove);
  m_remove->setObjectName(QStringLiteral("deleteExportPresetAction"));
  m_menuButton->setMenu(menu);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_combo, 1);
  row->addWidget(m_menuButton);
  setFocusProxy(m_combo);
  connect(m_store, &ExportPresetStore::changed, this, &ExportPresetBar::fill);
  connect(m_combo, &QComboBox::activated, this, [this] {
    if (const auto* preset = current())
      Q_EMIT chosen(ExportChoice(preset->choice));
    else
      setChoice(m_choice);
  });
}

const ExportPreset* ExportPresetBar::current() const {
  const auto at = static_cast<std::size_t>(m_combo->currentIndex() - 1);
  return m_combo->currentIndex() > 0 && at < m_store->presets().size() ? &m_store->presets()[at] : nullptr;
}

void ExportPresetBar::fill() {
  const QSignalBlocker blocker(m_combo);
  m_combo->clear();
  m_combo->addItem(tr("Custom"));
  for (const auto& preset : m_store->presets()) m_combo->addItem(preset.name);
  setChoice(m_choice);
}

void ExportPresetBar::setChoice(const ExportChoice& choice) {
  m_choice = choice;
  // If two are alike, the chosen one stays.
  const auto* shown = current();
  if (!shown || !(shown->choice == choice)) {
    int found = 0;
    for (std::size_t i = 0; i < m_store->presets().size() && found == 0; ++i)
      if (m_store->presets()[i].choice == choice) found = static_cast<int>(i) + 1;
    m_combo->setCurrentIndex(found);
  }
  for (auto* action : {m_rename, m_remove}) action->setEnabled(current() != nullptr);
}

void ExportPresetBar::askForName(bool isNew) {
  const auto before = isNew || !current() ? QString() : current()->name;
  auto* dialog = new QInputDialog(this);
  dialog->setObjectName(QStringLiteral("exportPresetNameDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(isNew ? tr("Save export preset") : tr("Rename export preset"));
  dialog->setLabelText(tr("Name of the preset:"));
  dialog->setTextValue(before);
  connect(dialog, &QInputDialog::textValueSelected, this, [this, before, isNew](const QString& typed) {
    const auto name = typed.trimmed();
    if (!isNew) return rename(before, name);
    m_store->find(name) ? askToReplace(name) : save(name);
  });
  dialog->open();
}

void ExportPresetBar::save(const QString& name) {
  if (!m_store->save({name, m_choice})) return;
  m_combo->setCurrentIndex(m_combo->findText(name));
  setChoice(m_choice);
}

void ExportPresetBar::askToReplace(const QString& name) {
  // Saving under the same name is how a preset is changed.
  ask({"replaceExportPresetQuestion", tr("Save export preset"),
       tr("There is already a preset called \"%1\". Replace it?").arg(name), tr("&Replace"), Question::Enter::Agrees},
      this, [this, name] { save(name); });
}

void ExportPresetBar::rename(const QString& from, const QString& to) {
  if (from == to || to.isEmpty()) return;
  if (m_store->rename(from, to)) {
    m_combo->setCurrentIndex(m_combo->findText(to));
    return setChoice(m_choice);
  }
  auto* box = new QMessageBox(QMessageBox::Warning, tr("Rename export preset"),
                              tr("There is already a preset called \"%1\". Choose another name.").arg(to),
                              QMessageBox::Ok, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void ExportPresetBar::askToRemove() {
  const auto* preset = current();
  if (!preset) return;
  ask({"deleteExportPresetQuestion", tr("Delete export preset"),
       tr("Delete the preset \"%1\"? This cannot be undone.").arg(preset->name), tr("&Delete")},
      this, [this, name = preset->name] { m_store->remove(name); });
}

void ExportPresetBar::retranslate() {
  m_combo->setAccessibleName(tr("Export preset"));
  m_combo->setToolTip(tr("Sets format, quality, size and frame rate at once"));
  m_menuButton->setAccessibleName(tr("Manage export presets"));
  m_menuButton->setToolTip(tr("Save these values as a preset, rename or delete one"));
  m_save->setText(tr("&Save as preset…"));
  m_rename->setText(tr("&Rename preset…"));
  m_remove->setText(tr("&Delete preset…"));
  fill();
}

}  // namespace fb::ui
