// SPDX-License-Identifier: MIT
#include "settings/settings_dialog.h"

#include "settings/saving_page.h"
#include "settings/settings.h"
#include "text/language.h"
#include "widgets/elided_combo_box.h"
#include "widgets/folder_edit.h"
#include "widgets/question.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {

namespace {

template <class Value>
void select(QComboBox* combo, Value value) {
  combo->setCurrentIndex(std::max(0, combo->findData(value)));
}

QLabel* note(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setProperty("role", "muted");
  label->setWordWrap(true);
  return label;
}

}  // namespace

SettingsDialog::SettingsDialog(Settings* settings, const Theme* theme, QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_pageList(new QListWidget(this)),
      m_pages(new QStackedWidget(this)),
      m_restore(new QPushButton(this)),
      m_close(new QPushButton(this)) {
  setObjectName("settingsDialog");
  m_pageList->setObjectName("pageList");
  m_pageList->setProperty("role", "plain");
  for (const char* icon : {"settings", "models", "stages", "folder", "save"})
    m_pageList->addItem(new QListWidgetItem(theme->icon(icon), QString()));
  makeGeneral();
  makeCompute();
  makeSampling();
  makeFolders(theme);
  makeSaving(theme);
  orderTabs();
  m_restore->setObjectName("restoreButton");
  m_restore->setAutoDefault(false);
  m_close->setObjectName("closeButton");
  m_close->setDefault(true);

  auto* columns = new QHBoxLayout;
  columns->setSpacing(16);
  columns->addWidget(m_pageList);
  columns->addWidget(m_pages, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_restore);
  buttons->addStretch(1);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(12);
  column->addLayout(columns, 1);
  column->addLayout(buttons);
  connect(m_pageList, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  connect(m_restore, &QPushButton::clicked, this, [this] {
    // Those of the other pages, which are not seen now, go as well.
    ask({"restoreDefaultsQuestion", tr("Restore defaults"),
         tr("Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept."),
         tr("&Reset")},
        this, [this] {
          m_settings->restoreDefaults();
          load();
        });
  });
  retranslate();
  load();
  connectFields();
  m_pageList->setCurrentRow(0);
}

// The fields were made after the buttons below them.
void SettingsDialog::orderTabs() {
  auto* last = previousInFocusChain();
  while (last != this && (last->focusPolicy() == Qt::NoFocus || !m_pages->isAncestorOf(last)))
    last = last->previousInFocusChain();
  if (last == this) return;
  setTabOrder(last, m_restore);
  setTabOrder(m_restore, m_close);
}

QFormLayout* SettingsDialog::addPage(const char* name) {
  auto* page = new QWidget;
  page->setObjectName(QLatin1String(name));
  auto* form = new QFormLayout(page);
  form->setContentsMargins(4, 4, 4, 4);
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(12);
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(page);
  m_pages->addWidget(scroll);
  return form;
}

QLabel* SettingsDialog::addRow(QFormLayout* form, QWidget* field, const char* name) {
  field->setObjectName(QLatin1String(name));
  auto* label = new QLabel(form->parentWidget());
  if (!qobject_cast<FolderEdit*>(field)) {
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The form aligns tops; at its field's height, the label is vertically centred.
    label->setMinimumHeight(field->sizeHint().height());
  }
  label->setBuddy(field);
  form->addRow(label, field);
  return label;
}

void SettingsDialog::makeGeneral() {
  QFormLayout* form = addPage("generalPage");
  m_language = new QComboBox;
  m_language->addItem(QString(), QString());
  for (const QString& code : Language::available()) m_language->addItem(Language::nativeName(code), code);
  m_languageLabel = addRow(form, m_language, "languageCombo");
  m_theme = new QComboBox;
  for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
    m_theme->addItem(QString(), static_cast<int>(choice));
  m_themeLabel = addRow(form, m_theme, "themeCombo");
  m_notify = new QCheckBox;
  m_notify->setObjectName("notifyCheck");
  form->addRow(m_notify);
}

void SettingsDialog::makeCompute() {
  QFormLayout* form = addPage("computePage");
  m_device = new ElidedComboBox;
  m_device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_deviceLabel = addRow(form, m_device, "deviceCombo");
  m_dtype = new QComboBox;
  for (const auto type : {DType::Automatic, DType::Float32, DType::BFloat16, DType::Float16})
    m_dtype->addItem(QString(), static_cast<int>(type));
  m_dtypeLabel = addRow(form, m_dtype, "dtypeCombo");
  m_products = new QComboBox;
  for (const auto precision : {LinearPrecision::Exact, LinearPrecision::Fp8})
    m_products->addItem(QString(), static_cast<int>(precision));
  m_productsLabel = addRow(form, m_products, "productsCombo");
  m_decoding = new QComboBox;
  for (const auto precision : {DecodePrecision::Exact, DecodePrecision::Tf32, DecodePrecision::Bf16})
    m_decoding->addItem(QString(), static_cast<int>(precision));
  m_decodingLabel = addRow(form, m_decoding, "decodingCombo");
  m_memory = new QDoubleSpinBox;
  m_memory->setRange(0, kMostMemoryBudget);
  m_memory->setDecimals(1);
  m_memory->setKeyboardTracking(false);
  m_memoryLabel = addRow(form, m_memory, "memorySpin");
  m_threads = new QSpinBox;
  m_threads->setRange(0, std::max(1, QThread::idealThreadCount()));
  m_threadsLabel = addRow(form, m_threads, "threadsSpin");
  m_threadsNote = note(form->parentWidget());
  form->addRow(m_threadsNote);
}

void SettingsDialog::makeSampling() {
  QFormLayout* form = addPage("samplingPage");
  m_preview = new QCheckBox;
  m_preview->setObjectName("previewCheck");
  form->addRow(m_preview);
  m_probe = new ElidedComboBox;
  m_probe->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const auto policy : {ProbePolicy::None, ProbePolicy::Large, ProbePolicy::All})
    m_probe->addItem(QString(), static_cast<int>(policy));
  m_probeLabel = addRow(form, m_probe, "probeCombo");
  m_saveEvery = new QSpinBox;
  m_saveEvery->setRange(1, kMostStepsBetween);
  m_saveEveryLabel = addRow(form, m_saveEvery, "saveEverySpin");
}

void SettingsDialog::makeFolders(const Theme* theme) {
  QFormLayout* form = addPage("foldersPage");
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  m_runs = new FolderEdit(theme);
  m_runsLabel = addRow(form, m_runs, "runsFolder");
  m_output = new FolderEdit(theme);
  m_outputLabel = addRow(form, m_output, "outputFolder");
  m_foldersNote = note(form->parentWidget());
  form->addRow(m_foldersNote);
  m_keepEvery = new QSpinBox;
  m_keepEvery->setRange(0, kMostStepsBetween);
  m_keepEveryLabel = addRow(form, m_keepEvery, "keepEverySpin");
  m_keepLimit = new QDoubleSpinBox;
  m_keepLimit->setRange(0, kMostKeepLimit);
  m_keepLimit->setDecimals(1);
  m_keepLimit->setSingleStep(.5);
  m_keepLimit->setKeyboardTracking(false);
  m_keepLimitLabel = addRow(form, m_keepLimit, "keepLimitSpin");
  m_keptNote = note(form->parentWidget());
  m_keptNote->setObjectName("keptNote");
  form->addRow(m_keptNote);
  m_spaceLimit = new QDoubleSpinBox;
  m_spaceLimit->setRange(0, kMostSpaceLimit);
  m_spaceLimit->setDecimals(1);
  m_spaceLimit->setSingleStep(5);
  m_spaceLimit->setKeyboardTracking(false);
  m_spaceLimitLabel = addRow(form, m_spaceLimit, "spaceLimitSpin");
  m_spaceNote = note(form->parentWidget());
  m_spaceNote->setObjectName("spaceNote");
  form->addRow(m_spaceNote);
}

void SettingsDialog::makeSaving(const Theme* theme) {
  m_saving = new SavingPage(m_settings, theme);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_saving);
  m_pages->addWidget(scroll);
}

void SettingsDialog::connectFields() {
  const auto onChoice = [this](QComboBox* combo, auto set) {
    connect(combo, &QComboBox::currentIndexChanged, this, [combo, set](int index) {
      if (index >= 0) set(combo->itemData(index));
    });
  };
  Settings* s = m_settings;
  onChoice(m_language, [s](const QVariant& v) { s->setLanguage(v.toString()); });
  onChoice(m_theme, [s](const QVariant& v) { s->setTheme(static_cast<ThemeChoice>(v.toInt())); });
  onChoice(m_device, [s](const QVariant& v) { s->setDevice(v.toString()); });
  onChoice(m_dtype, [s](const QVariant& v) { s->setDtype(static_cast<DType>(v.toInt())); });
  onChoice(m_products, [s](const QVariant& v) { s->setLinearPrecision(static_cast<LinearPrecision>(v.toInt())); });
  onChoice(m_decoding, [s](const QVariant& v) { s->setDecodePrecision(static_cast<DecodePrecision>(v.toInt())); });
  connect(s, &Settings::deviceChanged, this, &SettingsDialog::showAutomaticDtype);
  onChoice(m_probe, [s](const QVariant& v) { s->setProbe(static_cast<ProbePolicy>(v.toInt())); });
  connect(m_notify, &QCheckBox::toggled, s, &Settings::setNotifyWhenDone);
  connect(m_preview, &QCheckBox::toggled, s, &Settings::setPreview);
  connect(m_threads, &QSpinBox::valueChanged, s, &Settings::setThreads);
  connect(m_memory, &QDoubleSpinBox::valueChanged, s, &Settings::setMemoryBudget);
  connect(m_saveEvery, &QSpinBox::valueChanged, s, &Settings::setSaveEvery);
  connect(m_keepEvery, &QSpinBox::valueChanged, s, &Settings::setKeepEvery);
  connect(m_keepLimit, &QDoubleSpinBox::valueChanged, s, &Settings::setKeepLimit);
  connect(m_spaceLimit, &QDoubleSpinBox::valueChanged, s, &Settings::setSpaceLimit);
  connect(m_runs, &FolderEdit::folderEdited, s, &Settings::setRunsFolder);
  connect(m_output, &FolderEdit::folderEdited, s, &Settings::setOutputFolder);
}

void SettingsDialog::load() {
  select(m_language, m_settings->language());
  select(m_theme, static_cast<int>(m_settings->theme()));
  m_notify->setChecked(m_settings->notifyWhenDone());
  fillDevices();
  select(m_dtype, static_cast<int>(m_settings->dtype()));
  select(m_products, static_cast<int>(m_settings->linearPrecision()));
  select(m_decoding, static_cast<int>(m_settings->decodePrecision()));
  m_threads->setValue(m_settings->threads());
  m_memory->setValue(m_settings->memoryBudget());
  m_preview->setChecked(m_settings->preview());
  select(m_probe, static_cast<int>(m_settings->probe()));
  m_saveEvery->setValue(m_settings->saveEvery());
  m_runs->setFolder(m_settings->runsFolder());
  m_output->setFolder(m_settings->outputFolder());
  m_keepEvery->setValue(m_settings->keepEvery());
  m_keepLimit->setValue(m_settings->keepLimit());
  m_spaceLimit->setValue(m_settings->spaceLimit());
  m_saving->load();
}

void SettingsDialog::setUsedSpace(std::optional<UsedSpace> used) {
  m_usedSpace = used;
  retranslateKept();
  retranslateSpace();
}

void SettingsDialog::retranslateKept() {
  m_keptNote->setText(
      tr("Other clips can continue from these states. If a run has no more space for them, the earliest "
         "are deleted first.") +
      (m_usedSpace
           ? QLatin1Char('\n') + tr("At the moment, those of all clips take up %1.")
                                     .arg(locale().formattedDataSize(static_cast<qint64>(m_usedSpace->keptStates), 1))
           : QString()));
  m_keepEveryLabel->setText(tr("&Keep states to continue from"));
  m_keepEvery->setSpecialValueText(tr("where the models change"));
  m_keepEvery->setPrefix(tr("there and every "));
  m_keepEvery->setSuffix(tr(" steps"));
  m_keepEvery->setAccessibleName(tr("Steps between two kept states"));
  m_keepEvery->setToolTip(tr("States are always kept where the models change; more of them take more space."));
  m_keepLimitLabel->setText(tr("&Space for them in each run"));
  m_keepLimit->setSuffix(tr(" GB"));
  m_keepLimit->setAccessibleName(tr("Space for the kept states of each run"));
  m_keepLimit->setToolTip(tr("The newest state always stays, even if it is larger."));
}

void SettingsDialog::retranslateSpace() {
  m_spaceLimitLabel->setText(tr("Space for &all clips in the history"));
  m_spaceLimit->setSpecialValueText(tr("no limit"));
  m_spaceLimit->setSuffix(tr(" GB"));
  m_spaceLimit->setAccessibleName(tr("Space for all clips in the history"));
  m_spaceLimit->setToolTip(tr("Applied whenever a clip is finished, and when the program starts"));
  const auto used =
      m_usedSpace ? QLatin1Char('\n') + tr("At the moment, they take up %1.")
                                            .arg(locale().formattedDataSize(static_cast<qint64>(m_usedSpace->all), 1))
                  : QString();
  m_spaceNote->setText(tr("Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if "
                          "they were saved as a video, which the history then plays. Clips with a star lose nothing.") +
                       used);
}

void SettingsDialog::setDevices(const std::vector<DeviceInfo>& devices) {
  m_devices = devices;
  fillDevices();
}

void SettingsDialog::fillDevices() {
  const QSignalBlocker blocker(m_device);
  m_device->clear();
  m_device->addItem(m_devices.empty()
                        ? tr("Automatic")
                        : tr("Automatic · %1").arg(QString::fromStdString(automaticDevice(m_devices).name)),
                    QString());
  QString tip = tr("Where the models run");
  for (const DeviceInfo& device : m_devices) {
    addDevice(device);
    if (!device.isUsable())
      tip +=
          QLatin1String("\n\n") +
          tr("%1 cannot be used: %2").arg(QString::fromStdString(device.name), QString::fromStdString(device.problem));
  }
  m_device->setToolTip(tip);
  const QString current = m_settings->device();
  // A device that is currently not plugged in stays chosen.
  if (m_device->findData(current) < 0) m_device->addItem(tr("%1 (not found)").arg(current), current);
  select(m_device, current);
  // The box may be narrower than the names, and two GPUs may differ in the middle of theirs.
  auto* offered = m_device->view();
  offered->setMinimumWidth(offered->sizeHintForColumn(0) + 2 * offered->frameWidth());
  showAutomaticDtype();
}

void SettingsDialog::addDevice(const DeviceInfo& device) {
  const auto name = QString::fromStdString(device.name);
  const QString memory = locale().formattedDataSize(static_cast<qint64>(device.memoryTotal), 1);
  m_device->addItem(!device.isUsable()       ? tr("%1 (cannot be used)").arg(name)
                    : device.memoryTotal > 0 ? tr("%1, %2").arg(name, memory)
                                             : name,
                    QString::fromStdString(device.id));
  // It can still be chosen; the run will also say why it cannot be used.
  m_device->setItemData(m_device->count() - 1, QString::fromStdString(device.problem), Qt::ToolTipRole);
}

void SettingsDialog::showAutomaticDtype() {
  const auto* device = m_settings->deviceAmong(m_devices);
  const auto type = device ? resolvedDType(DType::Automatic, *device) : DType::Automatic;
  const char* name = type == DType::Float32 ? "float32" : type == DType::BFloat16 ? "bfloat16" : "float16";
  m_dtype->setItemText(
      0, type == DType::Automatic ? tr("Automatic") : tr("Automatic · %1 on this device").arg(QLatin1String(name)));
}

void SettingsDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

void SettingsDialog::retranslate() {
  setWindowTitle(tr("Settings"));
  m_pageList->item(0)->setText(tr("General"));
  m_pageList->item(1)->setText(tr("Compute"));
  m_pageList->item(2)->setText(tr("Sampling"));
  m_pageList->item(3)->setText(tr("Folders"));
  m_pageList->item(4)->setText(tr("Saving"));
  m_pageList->setFixedWidth(m_pageList->sizeHintForColumn(0) + 32);
  m_pageList->setAccessibleName(tr("Pages"));

  m_languageLabel->setText(tr("&Language"));
  m_language->setItemText(0, tr("Same as desktop"));
  m_themeLabel->setText(tr("&Theme"));
  m_theme->setItemText(0, tr("Same as desktop"));
  m_theme->setItemText(1, tr("Light"));
  m_theme->setItemText(2, tr("Dark"));
  m_notify->setText(tr("&Notify when a long run ends"));
  m_deviceLabel->setText(tr("&Device"));
  m_dtypeLabel->setText(tr("&Precision"));
  m_dtype->setItemText(1, tr("float32 · exact, most memory"));
  m_dtype->setItemText(2, tr("bfloat16 · half the memory"));
  m_dtype->setItemText(3, tr("float16 · half the memory, older GPUs"));
  m_productsLabel->setText(tr("fp8 &weights"));
  m_products->setItemText(0, tr("Exact"));
  m_products->setItemText(1, tr("fp8 · faster on a GPU, changes the clip"));
  m_decodingLabel->setText(tr("Dec&oding"));
  m_decoding->setItemText(0, tr("Exact"));
  m_decoding->setItemText(1, tr("TF32 · faster on a GPU, slight rounding"));
  m_decoding->setItemText(2, tr("bfloat16 · half the memory, more rounding"));
  m_memoryLabel->setText(tr("&Memory budget"));
  m_memory->setSpecialValueText(tr("All free memory"));
  m_memory->setSuffix(tr(" GB"));
  m_threadsLabel->setText(tr("T&hreads"));
  m_threads->setSpecialValueText(tr("Automatic"));
  m_threadsNote->setText(tr("A new number of threads takes effect at the next start."));
  m_preview->setText(tr("Show a &preview after every step"));
  m_probeLabel->setText(tr("&Compare the models"));
  m_probe->setItemText(0, tr("Never"));
  m_probe->setItemText(1, tr("On the large model's steps"));
  m_probe->setItemText(2, tr("On every step"));
  m_saveEveryLabel->setText(tr("&Save the run"));
  m_saveEvery->setSpecialValueText(tr("after every step"));
  m_saveEvery->setPrefix(tr("every "));
  m_saveEvery->setSuffix(tr(" steps"));
  m_runsLabel->setText(tr("&Runs"));
  m_outputLabel->setText(tr("&Exported clips"));
  m_foldersNote->setText(tr("Each run stores what is needed to continue it or to view it again."));
  retranslateKept();
  retranslateSpace();
  m_restore->setText(tr("Restore &defaults…"));
  m_close->setText(tr("&Close"));
  fillDevices();
  retranslateTips();
}

void SettingsDialog::retranslateTips() {
  m_language->setAccessibleName(tr("Language"));
  m_language->setToolTip(tr("Language of the program"));
  m_theme->setAccessibleName(tr("Theme"));
  m_theme->setToolTip(tr("Light or dark colours"));
  m_notify->setAccessibleName(tr("Notify when a long run ends"));
  m_notify->setToolTip(tr("Only if the window is not in front"));
  m_device->setAccessibleName(tr("Device"));
  m_dtype->setAccessibleName(tr("Precision"));
  m_dtype->setToolTip(tr("Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32."));
  m_products->setAccessibleName(tr("Precision of fp8 weights"));
  m_products->setToolTip(
      tr("How the transformers multiply weights stored in fp8: dequantised, or as they are, with "
         "rounded activations"));
  m_decoding->setAccessibleName(tr("Decoding precision"));
  m_decoding->setToolTip(tr("How a GPU multiplies float32 numbers while the VAE decodes the frames"));
  m_memory->setAccessibleName(tr("Memory budget"));
  m_memory->setToolTip(
      tr("How much of the device's memory the whole run may use. If the models do not fit, they are loaded in parts: "
         "slower, same clip."));
  m_threads->setAccessibleName(tr("Threads"));
  m_threads->setToolTip(tr("Processor threads of the engine"));
  m_preview->setAccessibleName(tr("Show a preview after every step"));
  m_preview->setToolTip(tr("The clip as predicted so far; costs little."));
  m_probe->setAccessibleName(tr("When the models are compared"));
  m_probe->setToolTip(tr("Each comparison runs the other model as well and adds one point to the curve."));
  m_saveEvery->setAccessibleName(tr("Steps between two saved states"));
  m_saveEvery->setToolTip(tr("An interrupted run continues from the last saved step."));
  m_runs->setPurpose(tr("Folder of the runs"));
  m_output->setPurpose(tr("Folder of exported clips"));
  m_restore->setAccessibleName(tr("Restore defaults"));
  m_restore->setToolTip(tr("Resets all settings in this dialog; prompts and pairs are kept."));
  m_close->setAccessibleName(tr("Close"));
}

}  // namespace fb::ui
