// SPDX-License-Identifier: MIT
#include "lab/results_page.h"

#include "lab/boundary_model.h"
#include "lab/contact_sheet.h"
#include "lab/heat_map.h"
#include "lab/report_pdf.h"
#include "lab/scale_bar.h"
#include "plots/front_plot.h"
#include "session/engine_host.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "theme/theme.h"
#include "widgets/message_label.h"
#include "widgets/question.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace fb::ui {
namespace {

constexpr int kSpacing = 8;
constexpr int kDialSteps = 100;

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

struct Read {
  Result<SweepResults> results;
  Result<SweepScores> scores;
};

}  // namespace

ResultsPage::ResultsPage(const Theme* theme, EngineHost* host, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_host(host),
      m_model(new BoundaryModel(this)),
      m_empty(new QLabel(this)),
      m_content(new QWidget(this)),
      m_map(new HeatMap(theme, m_model, m_content)),
      m_mapTitle(new QLabel(m_content)),
      m_legend(new QLabel(m_content)),
      m_scale(new ScaleBar(m_content)),
      m_front(new FrontPlot(theme, m_content)),
      m_dialLabel(new QLabel(m_content)),
      m_dial(new QSlider(Qt::Horizontal, m_content)),
      m_asked(new QDoubleSpinBox(m_content)),
      m_ruleLabel(new QLabel(m_content)),
      m_rule(new QComboBox(m_content)),
      m_measureLabel(new QLabel(m_content)),
      m_measure(new QComboBox(m_content)),
      m_floorLabel(new QLabel(m_content)),
      m_floor(new QComboBox(m_content)),
      m_sentence(new QLabel(m_content)),
      m_reason(new QLabel(m_content)),
      m_use(new QPushButton(m_content)),
      m_save(new QPushButton(m_content)),
      m_message(new MessageLabel(m_content)),
      m_sheet(new ContactSheet(theme, host, m_content)) {
  setObjectName(QStringLiteral("resultsPage"));
  m_soon.setSingleShot(true);
  m_soon.setInterval(std::chrono::milliseconds(300));
  connect(&m_soon, &QTimer::timeout, this, &ResultsPage::read);
  build();
  connectControls();
  retranslate();
  m_content->hide();
}

ResultsPage::~ResultsPage() {
  if (m_report) m_report->requestStop();
}

void ResultsPage::build() {
  m_empty->setObjectName(QStringLiteral("noResults"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "muted");
  m_sentence->setObjectName(QStringLiteral("proposalSentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setProperty("role", "heading");
  m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_reason->setObjectName(QStringLiteral("proposalReason"));
  m_reason->setWordWrap(true);
  for (auto* label : {m_reason, m_mapTitle, m_legend, m_dialLabel, m_ruleLabel, m_measureLabel, m_floorLabel})
    label->setProperty("role", "muted");
  for (auto* label : {m_mapTitle, m_legend}) label->setWordWrap(true);
  m_dial->setObjectName(QStringLiteral("samenessDial"));
  m_dial->setRange(0, kDialSteps);
  m_dial->setMinimumWidth(90);
  m_dial->setPageStep(5);
  m_asked->setObjectName(QStringLiteral("samenessSpin"));
  m_asked->setRange(0, 1);
  m_asked->setSingleStep(1. / kDialSteps);
  m_asked->setKeyboardTracking(false);
  m_rule->setObjectName(QStringLiteral("ruleCombo"));
  m_measure->setObjectName(QStringLiteral("measureCombo"));
  m_floor->setObjectName(QStringLiteral("floorCombo"));
  for (const auto rule : kProposalRules) m_rule->addItem(QString(), QVariant(nameOf(rule)));
  for (const auto by : kSamenessMeasures) m_measure->addItem(QString(), QVariant(text(toString(by))));
  m_floor->addItem(QString(), QVariant(QString()));
  for (const auto from : kSamenessFloors) m_floor->addItem(QString(), QVariant(text(toString(from))));
  m_use->setObjectName(QStringLiteral("useButton"));
  m_use->setProperty("role", "primary");
  m_save->setObjectName(QStringLiteral("reportButton"));
  m_message->setObjectName(QStringLiteral("reportMessage"));
  const auto pair = [](QLabel* label, QWidget* field) { label->setBuddy(field); };
  pair(m_dialLabel, m_asked);
  pair(m_ruleLabel, m_rule);
  pair(m_measureLabel, m_measure);
  pair(m_floorLabel, m_floor);
  arrange();
}

void ResultsPage::arrange() {
  auto* scale = new QHBoxLayout;
  scale->addWidget(m_scale);
  scale->addWidget(m_legend, 1);
  auto* left = new QVBoxLayout;
  left->addWidget(m_mapTitle);
  left->addWidget(m_map, 1);
  left->addLayout(scale);
  auto* plots = new QHBoxLayout;
  plots->setSpacing(2 * kSpacing);
  plots->addLayout(left, 3);
  plots->addWidget(m_front, 2);

  auto* controls = new QGridLayout;
  controls->setHorizontalSpacing(kSpacing);
  controls->addWidget(m_dialLabel, 0, 0);
  controls->addWidget(m_dial, 0, 1);
  controls->addWidget(m_asked, 0, 2);
  controls->addWidget(m_ruleLabel, 0, 3, Qt::AlignRight);
  controls->addWidget(m_rule, 0, 4);
  controls->addWidget(m_measureLabel, 1, 0);
  controls->addWidget(m_measure, 1, 1, 1, 2);
  controls->addWidget(m_floorLabel, 1, 3, Qt::AlignRight);
  controls->addWidget(m_floor, 1, 4);
  controls->setColumnStretch(1, 3);
  controls->setColumnStretch(4, 2);

  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_sentence);
  words->addWidget(m_reason);
  auto* proposal = new QHBoxLayout;
  proposal->addLayout(words, 1);
  proposal->addWidget(m_use);
  proposal->addWidget(m_save);

  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpacing);
  column->addWidget(m_message);
  column->addLayout(proposal);
  column->addLayout(controls);
  column->addLayout(plots, 3);
  column->addWidget(m_sheet, 2);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_empty, 1);
  layout->addWidget(m_content, 1);

  const QList<QWidget*> order = {m_use, m_save, m_dial, m_asked, m_rule, m_measure, m_floor, m_map, m_front};
  for (qsizetype i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

void ResultsPage::connectControls() {
  const auto ask = [this](double sameness) {
    m_choices.sameness = sameness;
    keep();
    showControls();
    propose(true);
  };
  connect(m_dial, &QSlider::valueChanged, this, [ask](int value) { ask(value / double{kDialSteps}); });
  connect(m_asked, &QDoubleSpinBox::valueChanged, this, ask);
  connect(m_rule, &QComboBox::activated, this, [this] {
    m_choices.rule = m_rule->currentData().toString();
    keep();
    propose(true);
  });
  connect(m_measure, &QComboBox::activated, this, [this] {
    m_choices.measure = m_measure->currentData().toString();
    keep();
    m_selected.reset();
    read();
  });
  connect(m_floor, &QComboBox::activated, this, [this] {
    m_choices.floor = m_floor->currentData().toString();
    keep();
    m_selected.reset();
    read();
  });
  connect(m_map, &HeatMap::chosen, this, &ResultsPage::choose);
  connect(m_front, &FrontPlot::chosen, this, [this](int point, bool merges) {
    if (m_scores) choose(m_scores->candidates[static_cast<std::size_t>(point)].candidate, merges);
  });
  connect(m_use, &QPushButton::clicked, this, [this] {
    if (const auto candidate = proposed()) choose(*candidate, false);
  });
  connect(m_save, &QPushButton::clicked, this, &ResultsPage::askWhereToSave);
}

void ResultsPage::keep() { Q_EMIT choicesChanged(m_choices); }

void ResultsPage::setChoices(const LabChoices& choices) {
  const bool isOther = choices.folder != m_choices.folder;
  m_choices = choices;
  if (isOther) {
    m_selected.reset();
    m_message->say({}, "muted");
  }
  showControls();
  read();
}

void ResultsPage::showControls() {
  const QSignalBlocker dial(m_dial), asked(m_asked);
  m_dial->setValue(static_cast<int>(std::lround(m_choices.sameness * kDialSteps)));
  m_asked->setValue(m_choices.sameness);
  m_rule->setCurrentIndex(m_rule->findData(nameOf(proposalRuleFrom(m_choices.rule))));
  m_measure->setCurrentIndex(static_cast<int>(measure()));
  m_floor->setCurrentIndex(std::max(0, m_floor->findData(m_choices.floor)));
}

SamenessMeasure ResultsPage::wantedMeasure() const {
  return samenessMeasureFromString(m_choices.measure.toStdString()).value_or(SamenessMeasure::Ssim);
}

SamenessMeasure ResultsPage::measure() const {
  return m_results ? measuredOr(*m_results, wantedMeasure()) : wantedMeasure();
}

// Learned measures need weights, which not every sweep has; all but latents need decoded clips.
bool ResultsPage::isOffered(SamenessMeasure by) const { return !m_results || measuredOr(*m_results, by) == by; }

void ResultsPage::offerMeasures() {
  auto* items = qobject_cast<QStandardItemModel*>(m_measure->model());
  for (const auto by : kSamenessMeasures) items->item(static_cast<int>(by))->setEnabled(isOffered(by));
  m_measure->setCurrentIndex(static_cast<int>(measure()));
}

std::optional<SamenessFloor> ResultsPage::floor() const {
  return samenessFloorFromString(m_choices.floor.toStdString());
}

void ResultsPage::readSoon() {
  if (!m_soon.isActive()) m_soon.start();
}

void ResultsPage::read() {
  if (m_choices.folder.isEmpty()) {
    m_read.drop();
    return take(Error{ErrorKind::NotFound, {}}, Error{ErrorKind::NotFound, {}});
  }
  m_host->ask(
      this,
      [folder = m_choices.folder.toStdString(), by = wantedMeasure(), from = floor()](Engine&) {
        auto results = readSweepResults(folder);
        if (!results) return Read{results.error(), results.error()};
        auto scores = scoreSweep(results.value(), measuredOr(results.value(), by), from);
        return Read{std::move(results), std::move(scores)};
      },
      m_read.ask([this](const Read& read) { take(read.results, read.scores); }));
}

void ResultsPage::take(const Result<SweepResults>& results, const Result<SweepScores>& scores) {
  const bool hasAny = results && !results.value().records.empty();
  m_results = hasAny ? std::optional(results.value()) : std::nullopt;
  m_scores = scores ? std::optional(scores.value()) : std::nullopt;
  offerMeasures();
  m_content->setVisible(hasAny);
  m_empty->setVisible(!hasAny);
  if (hasAny) {
    m_sheet->setSweep(m_choices.folder, m_results->sweep);
    m_model->setSweep(*m_results, m_scores, measure());
  } else {
    m_sheet->clear();
    m_model->clear();
  }
  propose(!m_selected);
  showHandles();
  retranslate();
  // A folder that is not there yet is no failure.
  if (!results && results.error().kind != ErrorKind::NotFound) Q_EMIT failed(results.error());
  Q_EMIT loaded(hasAny);
}

std::optional<SweepCandidate> ResultsPage::proposed() const {
  if (!m_proposal) return {};
  return candidateOf(*m_proposal, proposalRuleFrom(m_choices.rule));
}

void ResultsPage::propose(bool follows) {
  m_proposal = m_scores ? std::optional(fb::propose(*m_scores, m_choices.sameness)) : std::nullopt;
  const auto rule = proposalRuleFrom(m_choices.rule);
  m_model->setProposal(m_proposal, rule);
  std::vector<FrontPlot::Point> points;
  if (m_scores)
    for (const auto& score : m_scores->candidates) {
      FrontPlot::Point point{score.cost, m_scores->sameness(score), score.low, score.high, score.isOnFront, {}, {},
                             false};
      point.name =
          QStringLiteral("%1: %2").arg(candidateWords(score.candidate, m_scores->steps), scoreWords(score, *m_scores));
      for (const auto each : kProposalRules)
        if (candidateOf(*m_proposal, each) == score.candidate) point.symbols += ruleSymbol(each);
      point.isChosen = proposed() == score.candidate;
      point.isRival = score.candidate.isRival();
      points.push_back(point);
    }
  m_front->setPoints(std::move(points));
  m_front->setAsked(m_choices.sameness);
  if (const auto candidate = proposed(); candidate && follows) m_selected = candidate;
  showSelected();
  showHandles();
  say();
}

void ResultsPage::choose(const SweepCandidate& candidate, bool merges) {
  m_selected = candidate;
  showSelected();
  // A rival has no boundaries that the window could take over.
  if (candidate.isRival()) return;
  const double steps = m_results->sweep.base.sampling.schedule.steps;
  Q_EMIT boundariesChosen(candidate.early / steps, candidate.late / steps, merges);
}

QString ResultsPage::captionOf(const SweepCandidate& candidate) const {
  auto name = candidateWords(candidate, m_results->sweep.base.sampling.schedule.steps);
  if (!m_scores) return name;
  return tr("%1: sameness %2").arg(name, number(m_scores->sameness(m_scores->of(candidate)), 2));
}

void ResultsPage::showSelected() {
  if (!m_results) return;
  // Until there is a proposal, the newest measured one.
  const auto& records = m_results->records;
  const auto shown = m_selected.value_or(records.empty() ? m_results->sweep.largeOnly() : records.back().run.candidate);
  m_map->select(shown);
  std::optional<int> point;
  if (m_scores)
    for (int i = 0; i < std::ssize(m_scores->candidates); ++i)
      if (m_scores->candidates[static_cast<std::size_t>(i)].candidate == shown) point = i;
  m_front->select(point);
  m_sheet->show(shown, captionOf(shown));
}

void ResultsPage::setHandles(const std::optional<StageSchedule>& handles) {
  m_handles = handles;
  showHandles();
}

void ResultsPage::showHandles() {
  m_map->setHandles(m_handles);
  std::optional<int> point;
  if (m_handles && m_scores && m_handles->steps == m_scores->steps)
    for (int i = 0; i < std::ssize(m_scores->candidates); ++i) {
      const auto& candidate = m_scores->candidates[static_cast<std::size_t>(i)].candidate;
      if (candidate == SweepCandidate{m_handles->earlySteps(), m_handles->lateSteps()}) point = i;
    }
  m_front->setHandles(point);
}

void ResultsPage::say() {
  m_use->setEnabled(m_proposal.has_value());
  m_save->setEnabled(m_proposal.has_value() && !m_report);
  if (!m_results) return;
  if (!m_scores) {
    m_sentence->setText(tr("The first prompt is being measured."));
    m_reason->setText(
        tr("Until it is finished, the map shows how far the clips are from the large model's; 0 is the same "
           "clip."));
    return;
  }
  const auto candidate = *proposed();
  const auto& score = m_scores->of(candidate);
  if (candidate == m_results->sweep.largeOnly())
    m_sentence->setText(tr("No boundaries of the grid are near enough: the large model alone."));
  else
    m_sentence->setText(tr("%1: %2").arg(candidateWords(candidate, m_scores->steps), scoreWords(score, *m_scores)));
  const auto prompts = tr("Measured on %n prompt(s).", nullptr, static_cast<int>(m_scores->prompts.size()));
  m_reason->setText(QStringLiteral("%1 %2").arg(ruleReason(proposalRuleFrom(m_choices.rule)), prompts));
}

void ResultsPage::askWhereToSave() {
  const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  auto* dialog = new QFileDialog(this, tr("Save report"), folder, tr("Web page (*.html);;PDF (*.pdf)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Not every desktop's dialog asks, or knows the ending that is added.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  dialog->setDefaultSuffix(QStringLiteral("html"));
  dialog->selectFile(QStringLiteral("boundaries.html"));
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.contains(QLatin1String("*.pdf")) ? QStringLiteral("pdf") : QStringLiteral("html"));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &ResultsPage::saveReport);
  dialog->open();
}

void ResultsPage::saveReport(const QString& file) {
  if (!QFileInfo::exists(file)) return writeReport(file, false);
  askToReplace(file, tr("Save report"), this, [this, file] { writeReport(file, true); });
}

void ResultsPage::writeReport(const QString& file, bool replaces) {
  m_report = std::make_shared<RunControl>();
  m_message->say(tr("The report is being written…"), "muted");
  say();
  const SweepReportOptions options{measure(), floor(), m_choices.sameness, replaces};
  m_host->ask(
      this,
      [folder = m_choices.folder.toStdString(), file = file.toStdString(), options,
       control = m_report](Engine& engine) {
        const auto path = QString::fromStdString(file);
        return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)
                   ? writePdfReport(engine, QString::fromStdString(folder), path, options, *control)
                   : writeSweepReport(engine, folder, file, options, *control);
      },
      [this, file](const Outcome<Done>& written) {
        m_report.reset();
        say();
        if (written.failed())
          m_message->say(errorSentence(written.error()), "error");
        else
          m_message->say(tr("Saved %1.").arg(QDir::toNativeSeparators(file)), "muted");
        if (written.done()) Q_EMIT reportSaved(file);
      });
}

void ResultsPage::retranslate() {
  m_empty->setText(
      tr("Nothing is measured for this pair yet. Start on the first page; results appear here as they come in."));
  m_mapTitle->setText(
      m_model->isScored()
          ? tr("Sameness. Columns: large until this share of the steps; rows: large again for the last.")
          : tr("Distance. Columns: large until this share of the steps; rows: large again for the last."));
  QStringList symbols;
  for (const auto rule : kProposalRules)
    symbols << QStringLiteral("%1%2%3").arg(ruleSymbol(rule)).arg(QChar(QChar::Nbsp)).arg(ruleLabel(rule));
  symbols << tr("○ the window's boundaries").replace(QLatin1Char(' '), QChar(QChar::Nbsp));
  symbols << tr("lines: equal work, every 10 %").replace(QLatin1Char(' '), QChar(QChar::Nbsp));
  if (m_scores &&
      std::ranges::any_of(m_scores->candidates, [](const auto& score) { return score.candidate.isRival(); }))
    symbols << tr("squares: fewer steps, guards").replace(QLatin1Char(' '), QChar(QChar::Nbsp));
  m_legend->setText(symbols.join(QStringLiteral("  ")));
  m_map->setAccessibleName(tr("Sameness by early and late stage"));
  m_dialLabel->setText(tr("Sameness at &least"));
  m_dial->setAccessibleName(tr("Sameness asked for"));
  m_asked->setAccessibleName(tr("Sameness asked for, as a number"));
  const auto dialTip = tr("1 is the large model's clip; 0 is as far from it as the floor.");
  m_dial->setToolTip(dialTip);
  m_asked->setToolTip(dialTip);
  m_ruleLabel->setText(tr("&Rule"));
  m_measureLabel->setText(tr("Compare b&y"));
  m_floorLabel->setText(tr("0 &is"));
  for (int i = 0; i < m_rule->count(); ++i) {
    const auto rule = proposalRuleFrom(m_rule->itemData(i).toString());
    m_rule->setItemText(i, QStringLiteral("%1 %2").arg(ruleSymbol(rule)).arg(ruleLabel(rule)));
    m_rule->setItemData(i, ruleReason(rule), Qt::ToolTipRole);
  }
  for (const auto by : kSamenessMeasures) {
    const int item = static_cast<int>(by);
    m_measure->setItemText(item, measureLabel(by));
    const bool isDecoded = isOffered(SamenessMeasure::Ssim);
    m_measure->setItemData(item,
                           isOffered(by) ? QString()
                           : isDecoded   ? tr("Not measured here: it needs weights of its own.")
                                         : tr("Not measured here: the clips are not decoded."),
                           Qt::ToolTipRole);
  }
  for (int i = 0; i < m_floor->count(); ++i)
    m_floor->setItemText(i, floorLabel(samenessFloorFromString(m_floor->itemData(i).toString().toStdString())));
  m_rule->setAccessibleName(tr("Rule of the proposal"));
  m_measure->setAccessibleName(tr("Measure of sameness"));
  m_floor->setAccessibleName(tr("What counts as no sameness"));
  m_floor->setToolTip(
      tr("Sameness 0: as far from the large model's clip as its clip with another seed, or as the small "
         "model's clip"));
  m_use->setText(tr("&Use these"));
  m_use->setToolTip(tr("Move the window's boundaries to the proposal; this can be undone"));
  m_save->setText(tr("Save re&port…"));
  m_save->setToolTip(tr("Write these results as a web page with the clips, or as a PDF with pictures of them"));
  m_model->retranslate();
  m_scale->setEnds(m_model->lowText(), m_model->highText());
  say();
}

void ResultsPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  propose(false);
}

}  // namespace fb::ui
