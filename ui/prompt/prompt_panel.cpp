// SPDX-License-Identifier: MIT
#include "prompt/prompt_panel.h"

#include "prompt/calibration_offer.h"
#include "prompt/edit_bar.h"
#include "prompt/image_list.h"
#include "prompt/lora_list.h"
#include "prompt/preset_bar.h"
#include "prompt/prompt_text_edit.h"
#include "prompt/value_fields.h"
#include "theme/style_property.h"
#include "theme/theme.h"
#include "widgets/plain_texts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace fb::ui {

using namespace std::chrono_literals;

namespace {

// It scrolls only up and down, so it is never narrower than its fields with the scroll bar beside them.
class FieldsArea : public QScrollArea {
public:
  using QScrollArea::QScrollArea;

  QSize minimumSizeHint() const override {
    auto size = QScrollArea::minimumSizeHint();
    if (widget()) size.setWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    return size;
  }

protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    if (object == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(object, event);
  }
};

}  // namespace

// One undo step. Successive edits of one field, such as from a held arrow key, are one step.
class ChangeValues : public QUndoCommand {
public:
  ChangeValues(PromptPanel* panel, PromptValues before, PromptValues after, int field)
      : QUndoCommand(PromptPanel::tr("change of settings")),
        m_panel(panel),
        m_before(std::move(before)),
        m_after(std::move(after)),
        m_field(field) {
    m_age.start();
  }

  void undo() override {
    m_isOpen = false;
    apply(m_before);
  }
  void redo() override {
    if (m_isNew)
      m_panel->applyValues(m_after);
    else
      apply(m_after);
    m_isNew = false;
  }
  int id() const override { return 0x50524f; }
  bool mergeWith(const QUndoCommand* command) override {
    const auto* next = static_cast<const ChangeValues*>(command);
    if (next->m_panel != m_panel || next->m_field != m_field || m_field < 0 || !m_isOpen || m_age.hasExpired(800))
      return false;
    m_after = next->m_after;
    m_age.restart();
    return true;
  }

private:
  // A random seed is that of the last clip, whatever has been undone since.
  void apply(PromptValues values) const {
    if (!m_panel) return;
    if (!values.seedIsFixed && m_panel->m_rolled) values.sampling.seed = *m_panel->m_rolled;
    m_panel->applyValues(values);
  }

  QPointer<PromptPanel> m_panel;
  PromptValues m_before;
  PromptValues m_after;
  int m_field;
  bool m_isNew = true;   // not applied yet
  bool m_isOpen = true;  // not undone yet: a new edit is never merged into an undone one
  QElapsedTimer m_age;
};

namespace {

constexpr int kFirstLora = 1000;  // after ValueFields' own

QLabel* strip(QWidget* parent, const char* name, const char* role) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setProperty("role", role);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->hide();
  return label;
}

}  // namespace

PromptPanel::PromptPanel(const Theme* theme, QWidget* parent) : QWidget(parent) {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(12);
  // In the order of the Tab key.
  column->addWidget(makeTexts(theme));
  m_problemStrip = strip(content, "problemStrip", "error");
  m_hint = strip(content, "hintLabel", "muted");
  m_calibration = new CalibrationOffer(content);
  connect(m_calibration, &CalibrationOffer::accepted, this, &PromptPanel::calibrateRequested);
  m_images = new ImageList(theme, content);
  m_images->setUse(limitsOf(m_pair).images, limitsOf(m_pair).frameRatio);
  m_loras = new LoraList(theme, content);
  m_presets = new PresetBar(theme, content);
  m_fields = new ValueFields(theme, content);
  column->addWidget(m_images);
  column->addWidget(m_presets);
  column->addWidget(m_fields);
  column->addWidget(m_loras);
  column->addWidget(m_hint);
  column->addWidget(m_problemStrip);
  column->addWidget(m_calibration);
  column->addStretch(1);

  m_scroll = new FieldsArea(this);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(content);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  m_editBar = new EditBar(theme, this);
  connect(m_editBar, &EditBar::saved, this, &PromptPanel::editSaved);
  connect(m_editBar, &EditBar::cancelled, this, &PromptPanel::editCancelled);
  outer->addWidget(m_editBar);
  outer->addWidget(m_scroll);

  m_values = values();
  m_presets->setValues(m_values);
  m_promptTimer.setSingleShot(true);
  m_promptTimer.setInterval(150ms);
  m_hintTimer.setSingleShot(true);
  m_hintTimer.setInterval(6s);
  connect(&m_promptTimer, &QTimer::timeout, this, [this] { Q_EMIT promptEdited(m_prompt->toPlainText()); });
  connect(&m_hintTimer, &QTimer::timeout, m_hint, &QWidget::hide);
  connect(m_fields, &ValueFields::edited, this, &PromptPanel::onValuesEdited);
  connect(m_fields, &ValueFields::hinted, this, &PromptPanel::showHint);
  connect(m_images, &ImageList::edited, this, [this] { onValuesEdited(-1); });
  connect(m_images, &ImageList::hinted, this, &PromptPanel::showHint);
  connect(m_loras, &LoraList::edited, this,
          [this](int field) { onValuesEdited(field < 0 ? field : kFirstLora + field); });
  connect(m_loras, &LoraList::offered, this, &PromptPanel::lorasOffered);
  connect(m_presets, &PresetBar::chosen, this, &PromptPanel::applyPreset);
  retranslate();
}

QWidget* PromptPanel::makeTexts(const Theme* theme) {
  auto* box = new QWidget;
  m_promptLabel = new QLabel(box);
  m_counter = new QLabel(box);
  m_counter->setObjectName("tokenCounter");
  m_counter->setProperty("role", "muted");
  m_recentButton = new QToolButton(box);
  m_recentButton->setObjectName("recentButton");
  m_recentButton->setIcon(theme->icon("history"));
  m_recentButton->setProperty("role", "icon");
  m_recentButton->setPopupMode(QToolButton::InstantPopup);
  m_recentButton->setFocusPolicy(Qt::StrongFocus);
  m_recentMenu = new QMenu(m_recentButton);
  m_recentMenu->setObjectName("recentMenu");
  m_recentMenu->setToolTipsVisible(true);
  m_recentButton->setMenu(m_recentMenu);
  m_prompt = new PromptTextEdit(3, 10, box);
  m_prompt->setObjectName("promptEdit");
  m_promptLabel->setBuddy(m_prompt);
  m_tokenWarning = strip(box, "tokenWarning", "warning");
  m_negativeLabel = new QLabel(box);
  m_negative = new PromptTextEdit(2, 6, box);
  m_negative->setObjectName("negativePromptEdit");
  m_negativeLabel->setBuddy(m_negative);

  auto* header = new QHBoxLayout;
  header->setSpacing(8);
  header->addWidget(m_promptLabel, 1);
  header->addWidget(m_counter);
  header->addWidget(m_recentButton);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(header);
  column->addWidget(m_prompt);
  column->addWidget(m_tokenWarning);
  column->addWidget(m_negativeLabel);
  column->addWidget(m_negative);

  connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
    m_promptTimer.start();
    Q_EMIT requestChanged();
  });
  connect(m_negative, &QPlainTextEdit::textChanged, this, &PromptPanel::requestChanged);
  for (PromptTextEdit* edit : {m_prompt, m_negative}) {
    connect(edit, &PromptTextEdit::submitted, this, &PromptPanel::generateRequested);
    connect(edit, &PromptTextEdit::imagesOffered, this, [this](const QMimeData* images) { m_images->add(*images); });
  }
  return box;
}

// The stages belong to another panel, which pushes its own part of the undo step.
void PromptPanel::applyPreset(const Preset& preset) {
  const auto applied = preset.appliedTo(m_values);
  m_fields->setValues(applied);
  m_loras->setLoras(applied.sampling.loras);
  auto before = m_schedule;
  before.steps = applied.sampling.schedule.steps;
  const auto moved = preset.boundariesIn(before).value_or(before);
  const bool moves = moved.earlySteps() != before.earlySteps() || moved.lateSteps() != before.lateSteps();
  const bool isOneStep = moves && m_undo && values() != m_values;
  m_schedule = moved;
  if (isOneStep) m_undo->beginMacro(tr("choice of a preset", "undo"));
  onValuesEdited(-1);
  if (moves) Q_EMIT boundariesChosen(moved.early, moved.late);
  if (isOneStep) m_undo->endMacro();
}

void PromptPanel::setSchedule(const StageSchedule& schedule) {
  m_schedule = schedule;
  m_presets->setSchedule(schedule);
}

void PromptPanel::setUndoStack(QUndoStack* stack) { m_undo = stack; }

void PromptPanel::setPresetStore(PresetStore* store) { m_presets->setStore(store); }

void PromptPanel::setImagesFolder(const QString& folder) { m_images->setFolder(folder); }

void PromptPanel::addImage(const QString& file) { m_images->addFiles({file}); }

void PromptPanel::addLora(const Lora& lora) { m_loras->add(lora); }

void PromptPanel::setLoraReports(const std::vector<LoraReport>& reports) { m_loras->setReports(reports); }

PromptValues PromptPanel::values() const {
  auto values = m_fields->values();
  values.clip.images = m_images->images();
  values.sampling.loras = m_loras->loras();
  return values;
}

GenerationRequest PromptPanel::request(const GenerationRequest& base) const {
  GenerationRequest request = base;
  request.clip.prompt = m_prompt->toPlainText().toStdString();
  request.clip.negativePrompt = m_negative->toPlainText().toStdString();
  m_values.writeTo(request);
  return request;
}

bool PromptPanel::seedIsFixed() const { return m_values.seedIsFixed; }

void PromptPanel::setPair(const PairSpec& pair, bool isBuiltIn) {
  m_pair = pair;
  m_schedule = pair.defaults.sampling.schedule;
  m_fields->setPair(pair);
  m_images->setUse(limitsOf(pair).images, limitsOf(pair).frameRatio);
  for (PromptTextEdit* edit : {m_prompt, m_negative}) edit->setTakesImages(takesImages());
  m_values = values();
  updateCounter();
  GenerationRequest request = defaultRequest(pair);
  request.sampling.seed = m_values.sampling.seed;
  auto defaults = Preset::fromValues(QString(), PromptValues::fromRequest(request, false));
  defaults.builtIn = true;
  defaults.values[settingOf(&StageSchedule::early).key] = m_schedule.early;
  defaults.values[settingOf(&StageSchedule::late).key] = m_schedule.late;
  m_prompt->replaceText(QString::fromStdString(request.clip.prompt));
  m_negative->replaceText(QString::fromStdString(request.clip.negativePrompt));
  m_example = QString::fromStdString(request.clip.prompt);
  updatePlaceholder();
  applyValues(PromptValues::fromRequest(request, m_values.seedIsFixed));
  // With the new values: of presets that are alike, the first one is shown.
  m_presets->setPair(defaults, pair, isBuiltIn);
}

void PromptPanel::updatePlaceholder() {
  m_prompt->setPlaceholderText(m_example.isEmpty() ? tr("Describe the clip")
                                                   : tr("Describe the clip, for example: %1").arg(m_example));
}

void PromptPanel::setRequest(const GenerationRequest& request, bool seedIsFixed) {
  m_prompt->replaceText(QString::fromStdString(request.clip.prompt));
  m_negative->replaceText(QString::fromStdString(request.clip.negativePrompt));
  applyValues(PromptValues::fromRequest(request, seedIsFixed));
}

void PromptPanel::usePrompt(const QString& prompt) {
  m_prompt->replaceText(prompt);
  focusPrompt();
}

void PromptPanel::setSteps(int steps) {
  PromptValues values = m_values;
  values.sampling.schedule.steps = steps;
  if (values != m_values) applyValues(values);
}

void PromptPanel::applyValues(const PromptValues& values) {
  const int stepsBefore = m_values.sampling.schedule.steps;
  m_fields->setValues(values);
  m_images->setFrames(m_fields->values().clip.frames);
  m_images->setImages(values.clip.images);
  m_loras->setLoras(values.sampling.loras);
  m_values = this->values();
  m_presets->setValues(m_values);
  if (const int steps = m_values.sampling.schedule.steps; steps != stepsBefore) Q_EMIT stepsChanged(steps);
  Q_EMIT requestChanged();
}

void PromptPanel::onValuesEdited(int field) {
  const PromptValues values = this->values();
  if (values == m_values) return;
  // Pushing calls redo(), which applies them.
  if (m_undo)
    m_undo->push(new ChangeValues(this, m_values, values, field));
  else
    applyValues(values);
}

void PromptPanel::rollSeedIfRandom() {
  if (m_values.seedIsFixed) return;
  m_fields->rollSeed();
  m_values = values();
  m_rolled = m_values.sampling.seed;
  Q_EMIT requestChanged();
}

void PromptPanel::focusPrompt() {
  m_prompt->setFocus(Qt::OtherFocusReason);
  m_prompt->moveCursor(QTextCursor::End);
}

void PromptPanel::beginEdit(const QString& title) {
  m_editBar->begin(title);
  focusPrompt();
}

void PromptPanel::endEdit() { m_editBar->end(); }

void PromptPanel::showHint(const QString& sentence) {
  m_hint->setText(sentence);
  m_hint->show();
  m_hintTimer.start();
}

void PromptPanel::setTokenCount(int count) {
  m_tokens = count;
  updateCounter();
}

void PromptPanel::updateCounter() {
  const int limit = limitsOf(m_pair).textLength;
  const bool over = m_tokens > limit;
  m_counter->setText(m_tokens < 0 ? QString() : tr("%1 / %2 tokens").arg(m_tokens).arg(limit));
  setStyleProperty(m_counter, "role", over ? "warningText" : "muted");
  m_tokenWarning->setVisible(over);
  if (over)
    m_tokenWarning->setText(
        tr("The prompt is longer than the text encoder can read: the last %n tokens have no effect.", nullptr,
           m_tokens - limit));
}

void PromptPanel::setRecentPrompts(const QStringList& prompts) {
  m_recentPrompts = prompts;
  fillRecent();
}

void PromptPanel::fillRecent() {
  m_recentMenu->clear();
  m_recentButton->setEnabled(!m_recentPrompts.isEmpty());
  for (const QString& prompt : m_recentPrompts) {
    const auto line =
        fontMetrics().elidedText(prompt.simplified(), Qt::ElideRight, fontMetrics().averageCharWidth() * 48);
    auto* action = m_recentMenu->addAction(menuText(line));
    action->setToolTip(prompt);
    connect(action, &QAction::triggered, this, [this, prompt] { usePrompt(prompt); });
  }
}

void PromptPanel::setProblems(const QStringList& sentences) {
  m_problemStrip->setText(sentences.join('\n'));
  m_problemStrip->setVisible(!sentences.isEmpty());
}

void PromptPanel::offerCalibration(const std::optional<CalibrationCost>& cost, bool isQueued) {
  const bool isNew = cost && !m_calibration->isVisibleTo(this);
  m_calibration->offer(cost, isQueued);
  // After the layout has given it its place.
  if (isNew) QTimer::singleShot(0, this, &PromptPanel::showCalibration);
}

// It answers a choice among the fields, and is below them. At any other time nothing scrolls by itself.
void PromptPanel::showCalibration() {
  auto* focus = QApplication::focusWidget();
  if (!m_fields->isAncestorOf(focus)) return;
  m_scroll->ensureWidgetVisible(m_calibration, 0, 12);
  m_scroll->ensureWidgetVisible(focus, 0, 12);
}

void PromptPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange && m_fields) alignLabels();
  QWidget::changeEvent(event);
}

void PromptPanel::alignLabels() {
  const int width = std::max(m_fields->labelWidth(), m_presets->label()->sizeHint().width());
  m_fields->setLabelWidth(width);
  m_presets->label()->setMinimumWidth(width);
}

void PromptPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  alignLabels();
}

void PromptPanel::retranslate() {
  m_promptLabel->setText(tr("Descri&ption"));
  m_negativeLabel->setText(tr("&Negative prompt"));
  m_prompt->setAccessibleName(tr("Prompt"));
  m_prompt->setToolTip(tr("What the clip should show. Press Ctrl+Return to generate."));
  m_negative->setAccessibleName(tr("Negative prompt"));
  m_negative->setToolTip(tr("What the clip should not show. Used only if guidance is above 1."));
  m_negative->setPlaceholderText(tr("What to avoid, for example: blurry, distorted"));
  m_counter->setAccessibleName(tr("Length of the prompt"));
  m_counter->setToolTip(tr("Tokens in the prompt, and how many the text encoder can read"));
  m_recentButton->setAccessibleName(tr("Recent prompts"));
  m_recentButton->setToolTip(tr("Recent prompts"));
  m_problemStrip->setAccessibleName(tr("Why this cannot run"));
  updatePlaceholder();
  updateCounter();
  fillRecent();
  alignLabels();
}

}  // namespace fb::ui
