// SPDX-License-Identifier: MIT
#include "prompt/preset_bar.h"

#include "theme/theme.h"
#include "widgets/elided_combo_box.h"
#include "widgets/message_label.h"
#include "widgets/question.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fb::ui {

PresetBar::PresetBar(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_description(new QLabel(this)),
      m_combo(new ElidedComboBox(this)),
      m_menuButton(new QToolButton(this)),
      m_message(new MessageLabel(this)) {
  m_combo->setObjectName("presetCombo");
  m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_combo->setMinimumContentsLength(8);
  m_combo->setFocusPolicy(Qt::StrongFocus);
  m_label->setBuddy(m_combo);
  m_menuButton->setObjectName("presetMenuButton");
  m_menuButton->setIcon(theme->icon("more"));
  m_menuButton->setProperty("role", "icon");
  m_menuButton->setPopupMode(QToolButton::InstantPopup);
  m_menuButton->setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(m_menuButton);
  m_save = menu->addAction(theme->icon("save"), QString(), this, [this] { askForName(true); });
  m_save->setObjectName("savePresetAction");
  m_rename = menu->addAction(theme->icon("edit"), QString(), this, [this] { askForName(false); });
  m_rename->setObjectName("renamePresetAction");
  m_share = menu->addAction(theme->icon("export"), QString(), this, &PresetBar::askWhereToShare);
  m_share->setObjectName("sharePresetAction");
  m_remove = menu->addAction(theme->icon("trash"), QString(), this, &PresetBar::removeCurrent);
  m_remove->setObjectName("deletePresetAction");
  m_menuButton->setMenu(menu);

  m_description->setObjectName("presetDescription");
  m_description->setProperty("role", "muted");
  m_description->setTextFormat(Qt::PlainText);
  m_description->setWordWrap(true);
  m_description->hide();
  m_message->setObjectName("presetMessage");

  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_label);
  row->addWidget(m_combo, 1);
  row->addWidget(m_menuButton);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(m_description);
  column->addWidget(m_message);
  connect(m_combo, &QComboBox::activated, this, &PresetBar::choose);
  retranslate();
}

QWidget* PresetBar::label() const { return m_label; }

void PresetBar::setStore(PresetStore* store) {
  m_store = store;
  connect(store, &PresetStore::changed, this, &PresetBar::fill);
  fill();
}

void PresetBar::setPair(const Preset& defaults, const PairSpec& pair, bool isBuiltIn) {
  m_pairDefaults = defaults;
  m_pair = pair;
  m_isBuiltIn = isBuiltIn;
  m_schedule = pair.defaults.sampling.schedule;
  fill();
}

void PresetBar::setSchedule(const StageSchedule& schedule) {
  if (std::exchange(m_schedule, schedule) != schedule) setValues(m_values);
}

void PresetBar::setValues(const PromptValues& values) {
  m_values = values;
  const auto matches = [this, &values](const Preset& preset) {
    const auto moved = preset.boundariesIn(m_schedule).value_or(m_schedule);
    return preset.appliedTo(values) == values && moved.earlySteps() == m_schedule.earlySteps() &&
           moved.lateSteps() == m_schedule.lateSteps();
  };
  // If two are alike, the chosen one stays.
  const Preset* current = presetAt(m_combo->currentIndex());
  if (!current || !matches(*current)) {
    int found = 0;
    for (int index = 1; index < m_combo->count() && found == 0; ++index)
      if (matches(*presetAt(index))) found = index;
    m_combo->setCurrentIndex(found);
  }
  m_shown = m_combo->currentIndex();
  const Preset* shown = presetAt(m_shown);
  showDescription();
  for (auto* action : {m_rename, m_share, m_remove}) action->setEnabled(m_shown > 1 && shown && !shown->builtIn);
}

const Preset* PresetBar::presetAt(int index) const {
  if (index == 1) return &m_pairDefaults;
  const auto at = static_cast<std::size_t>(index - 2);
  return index > 1 && m_store && at < m_offered.size() ? &m_store->presets()[m_offered[at]] : nullptr;
}

void PresetBar::fill() {
  const QSignalBlocker blocker(m_combo);
  m_combo->clear();
  m_combo->addItem(tr("Custom"));
  m_combo->addItem(tr("Pair's defaults"));
  m_offered.clear();
  const bool hasTwoPasses = settingOf(&SamplingSettings::twoPass).countsFor(m_pair);
  for (std::size_t i = 0; m_store && i < m_store->presets().size(); ++i) {
    const Preset& preset = m_store->presets()[i];
    const auto twoPass = preset.values.find(settingOf(&SamplingSettings::twoPass).key);
    const bool needsTwoPasses = twoPass != preset.values.end() && twoPass->second == SettingValue(true);
    if (!preset.isFor(m_pair, m_isBuiltIn) || (needsTwoPasses && !hasTwoPasses)) continue;
    m_offered.push_back(i);
    m_combo->addItem(PresetStore::displayName(preset));
    m_combo->setItemData(m_combo->count() - 1, PresetStore::displayDescription(preset), Qt::ToolTipRole);
  }
  setValues(m_values);
}

void PresetBar::choose(int index) {
  m_message->say({}, "warning");
  if (const Preset* preset = presetAt(index)) {
    // Chosen by hand, so it stays shown even if another one is alike.
    const auto wanted = after(presetAt(m_shown), *preset);
    m_schedule = wanted.boundariesIn(m_schedule).value_or(m_schedule);
    Q_EMIT chosen(wanted);
  } else {
    setValues(m_values);
  }
}

// Guidance 1 and the noise levels of a distilled model are of no use to another preset.
Preset PresetBar::after(const Preset* before, Preset preset) const {
  if (!before || before == &m_pairDefaults || !before->builtIn) return preset;
  for (const auto& [key, value] : before->values)
    if (const auto usual = m_pairDefaults.values.find(key); usual != m_pairDefaults.values.end())
      preset.values.insert(*usual);
  return preset;
}

void PresetBar::showDescription() {
  const Preset* shown = presetAt(m_shown);
  const auto text = shown ? PresetStore::displayDescription(*shown) : QString();
  m_description->setText(text);
  m_description->setVisible(!text.isEmpty());
  m_combo->setAccessibleDescription(text);
}

void PresetBar::askForName(bool isNew) {
  m_message->say({}, "warning");
  // Saving under the same name is how a preset is changed; a name that is taken over from a built-in one is not free.
  const Preset* shown = presetAt(m_shown);
  const auto before = m_shown > 1 && shown && !shown->builtIn ? shown->name : QString();
  auto* dialog = new QInputDialog(this);
  dialog->setObjectName("presetNameDialog");
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(isNew ? tr("Save preset") : tr("Rename preset"));
  dialog->setLabelText(tr("Name of the preset:"));
  dialog->setTextValue(before);
  connect(dialog, &QInputDialog::textValueSelected, this, [this, isNew](const QString& typed) {
    const auto name = typed.trimmed();
    if (name.isEmpty()) return;
    isNew ? offerToSave(name) : rename(name);
  });
  dialog->open();
}

void PresetBar::offerToSave(const QString& name) {
  const auto* same = m_store ? m_store->find(name, m_pair.family) : nullptr;
  if (!same) return save(name);
  if (same->builtIn)
    return m_message->say(
        tr("\"%1\" is the name of a preset that comes with the program. Choose another name.").arg(name), "warning");
  ask({"replacePresetQuestion", tr("Save preset"), tr("There is already a preset called \"%1\". Replace it?").arg(name),
       tr("&Replace"), Question::Enter::Agrees},
      this, [this, name] { save(name); });
}

void PresetBar::save(const QString& name) {
  auto preset = Preset::fromValues(name, m_values);
  preset.family = m_pair.family;
  // One that is for any family stays so.
  if (const auto* same = m_store ? m_store->find(name, m_pair.family) : nullptr) preset.family = same->family;
  if (m_store && m_store->save(preset)) select(name);
}

void PresetBar::rename(const QString& to) {
  const Preset* preset = presetAt(m_shown);
  if (!m_store || !preset || m_shown < 2 || preset->name == to) return;
  if (m_store->rename(QString(preset->name), preset->family, to)) return select(to);
  m_message->say(tr("There is already a preset called \"%1\". Choose another name.").arg(to), "warning");
}

void PresetBar::select(const QString& name) {
  for (int index = 2; index < m_combo->count(); ++index)
    if (presetAt(index)->name == name) m_combo->setCurrentIndex(index);
  setValues(m_values);
}

void PresetBar::removeCurrent() {
  const Preset* preset = presetAt(m_combo->currentIndex());
  if (m_store && preset && m_combo->currentIndex() > 1) m_store->remove(QString(preset->name), preset->family);
}

void PresetBar::askWhereToShare() {
  m_message->say({}, "warning");
  const Preset* preset = presetAt(m_shown);
  if (!preset) return;
  auto* dialog = new QFileDialog(this, tr("Share preset"), {}, tr("Presets (*.json)"));
  dialog->setObjectName("sharePresetDialog");
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("json");
  // Of a name that may hold what no file name can.
  static const QRegularExpression noName("[^\\w -]", QRegularExpression::UseUnicodePropertiesOption);
  dialog->selectFile(QString(preset->name).replace(noName, "_") + QStringLiteral(".json"));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, document = PresetStore::documentOf(*preset)](const QString& path) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit())
              m_message->say(tr("%1 could not be written: %2").arg(path, file.errorString()), "error");
          });
  dialog->open();
}

void PresetBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void PresetBar::retranslate() {
  m_label->setText(tr("Pre&set"));
  m_combo->setAccessibleName(tr("Preset"));
  m_combo->setToolTip(
      tr("Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are "
         "kept."));
  m_menuButton->setAccessibleName(tr("Manage presets"));
  m_menuButton->setToolTip(tr("Save the current values as a preset, rename or delete one of your own"));
  m_save->setText(tr("&Save current as preset…"));
  m_rename->setText(tr("&Rename preset…"));
  m_share->setText(tr("S&hare preset…"));
  m_share->setToolTip(tr("Save it as a file that others can drop on their window"));
  m_remove->setText(tr("&Delete preset"));
  fill();
}

}  // namespace fb::ui
