// SPDX-License-Identifier: MIT
#include "export/export_dialog.h"

#include "export/export_fields.h"
#include "export/export_list.h"
#include "text/clip_names.h"
#include "theme/style_property.h"
#include "widgets/elided_label.h"
#include "widgets/frame_image.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace fb::ui {
namespace {

constexpr QSize kThumbnail(96, 54);

// Wants to be as high as its form; the usual scroll area wants no more than some lines, and keeps what it wanted first.
class FormArea : public QScrollArea {
public:
  FormArea(std::function<void()> changed, QWidget* parent) : QScrollArea(parent), m_changed(std::move(changed)) {}
  QSize sizeHint() const override {
    const int frame = 2 * frameWidth();
    return widget()->sizeHint() + QSize(frame, frame);
  }

protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    const bool isHandled = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest) {
      const int height = sizeHint().height();
      if (std::exchange(m_height, height) != height) m_changed();
    }
    return isHandled;
  }

private:
  std::function<void()> m_changed;
  int m_height = 0;
};

QString withoutEnding(const QString& path) {
  for (const auto format : kExportFormats)
    if (const auto ending = fileEnding(format); !ending.isEmpty() && path.endsWith(ending, Qt::CaseInsensitive))
      return path.chopped(ending.size());
  return path;
}

MakeClip makerOf(const ExportSource& source) {
  if (source.make) return source.make;
  return [clip = source.clip](Engine&, const std::stop_token&) { return Outcome<Clip>(clip); };
}

}  // namespace

ClipShape ExportSource::shape() const {
  if (make) return madeShape;
  return {clip.width(), clip.height(), static_cast<int>(clip.frames.size()), clip.fps};
}

ExportDialog::ExportDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent),
      m_parts(parts),
      m_thumbnail(new QLabel(this)),
      m_title(new ElidedLabel(Qt::ElideRight, this)),
      m_words(new ElidedLabel(Qt::ElideRight, this)),
      m_fields(new ExportFields(parts.theme, parts.presets, parts.host, this)),
      m_list(new ExportList(parts.theme, parts.queue, this)),
      m_pathLabel(new QLabel(this)),
      m_path(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_size(new QLabel(this)),
      m_message(new QLabel(this)),
      m_export(new QPushButton(this)),
      m_close(new QPushButton(this)),
      m_targets(parts.disk) {
  setObjectName(QStringLiteral("exportDialog"));
  build();
  connect(m_fields, &ExportFields::formatChanged, this, [this] {
    if (m_path->text().isEmpty() || isSeveral()) return;
    if (isProposed())
      propose(m_proposed);
    else
      m_path->setText(withoutEnding(m_path->text()) + ending());
  });
  connect(m_fields, &ExportFields::changed, this, &ExportDialog::refresh);
  connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::onPathChanged);
  connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  m_slow.setSingleShot(true);
  m_slow.setInterval(std::chrono::milliseconds(500));
  connect(&m_slow, &QTimer::timeout, this, [this] {
    if (m_pending > 0 && m_message->isHidden())
      showMessage(tr("Waiting for the disk to say what is at %1…").arg(QDir::toNativeSeparators(m_path->text())),
                  "muted");
  });
  retranslate();
}

void ExportDialog::buildSource() {
  m_thumbnail->setObjectName(QStringLiteral("exportThumbnail"));
  m_thumbnail->setFixedSize(kThumbnail);
  m_thumbnail->setAlignment(Qt::AlignCenter);
  m_title->setObjectName(QStringLiteral("exportTitle"));
  m_title->setProperty("role", "heading");
  m_words->setObjectName(QStringLiteral("exportSecondLine"));
  m_words->setProperty("role", "muted");
}

void ExportDialog::build() {
  buildSource();
  m_path->setObjectName(QStringLiteral("pathEdit"));
  m_browse->setObjectName(QStringLiteral("browseButton"));
  m_export->setObjectName(QStringLiteral("exportButton"));
  m_export->setProperty("role", "primary");
  m_export->setDefault(true);
  m_close->setObjectName(QStringLiteral("closeExportButton"));
  m_size->setObjectName(QStringLiteral("estimatedSize"));
  m_size->setProperty("role", "muted");
  // Return exports, wherever the keyboard focus is.
  for (auto* button : {m_browse, m_close}) button->setAutoDefault(false);
  m_message->setObjectName(QStringLiteral("exportMessage"));
  m_message->setWordWrap(true);
  m_message->hide();

  auto* names = new QVBoxLayout;
  names->setSpacing(2);
  names->addStretch(1);
  names->addWidget(m_title);
  names->addWidget(m_words);
  names->addStretch(1);
  auto* source = new QHBoxLayout;
  source->setSpacing(12);
  source->addWidget(m_thumbnail);
  source->addLayout(names, 1);
  auto* place = new QHBoxLayout;
  place->addWidget(m_path, 1);
  place->addWidget(m_browse);
  m_fields->addRow(m_pathLabel, place, m_path);
  // On a small screen, the fields scroll and the buttons stay.
  auto* scroll = new FormArea([this] { fitHeight(); }, this);
  m_form = scroll;
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(m_fields);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_size, 1);
  for (auto* button : {m_close, m_export}) buttons->addWidget(button);
  auto* form = new QVBoxLayout;
  form->setSpacing(12);
  form->addLayout(source);
  form->addWidget(scroll, 1);
  form->addWidget(m_message);
  form->addLayout(buttons);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(16);
  layout->addLayout(form, 3);
  layout->addWidget(m_list, 2);
  constexpr int kFormWidth = 480;
  scroll->setMinimumWidth(kFormWidth);
}

void ExportDialog::retranslate() {
  setWindowTitle(tr("Export"));
  m_browse->setText(tr("&Browse…"));
  m_close->setText(tr("Cl&ose"));
  m_thumbnail->setAccessibleName(tr("First frame of the clip"));
  m_fields->retranslate();
  m_list->retranslate();
  refresh();
}

void ExportDialog::setAvailableFormats(const std::vector<ExportFormat>& formats) {
  m_fields->setAvailableFormats(formats);
}

void ExportDialog::setSource(const ExportSource& source) { setSources({source}); }

void ExportDialog::setSources(const std::vector<ExportSource>& sources) {
  // The folder that the user has chosen stays.
  const auto before = isSeveral() ? QDir(m_path->text()).absolutePath() : QFileInfo(m_path->text()).absolutePath();
  const int height = m_form->sizeHint().height();
  const bool hasChosen = !m_path->text().isEmpty() && before != QDir(m_sources.front().folder).absolutePath();
  m_sources = sources;
  const auto& first = m_sources.front();
  m_fields->setSeveral(isSeveral());
  m_fields->setClip(first.shape(), first.metadata);
  m_fields->setPicture(first.clip.frames.empty() ? QImage() : frameImage(first.clip.frames.front()));
  m_thumbnail->setVisible(!first.clip.frames.empty());
  if (!first.clip.frames.empty())
    m_thumbnail->setPixmap(QPixmap::fromImage(
        frameImage(first.clip.frames.front()).scaled(kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
  const auto folder = hasChosen ? before : first.folder;
  // What was asked about a file of another clip is not answered for this one.
  m_question = Question::None;
  ++m_shown;
  if (isSeveral())
    m_path->setText(QDir(folder).absolutePath());
  else
    propose(QDir(folder).filePath(first.baseName));
  hideMessage();
  refresh();
  m_fields->layout()->activate();
  if (m_form->sizeHint().height() != height) fitHeight();
}

// One clip, several and a comparison have different fields.
void ExportDialog::fitHeight() {
  m_form->updateGeometry();
  layout()->activate();
  resize(width(), std::min(sizeHint().height(), screen()->availableGeometry().height()));
}

// A name that is taken gets a number, once the disk has answered.
void ExportDialog::propose(const QString& base) {
  m_path->setText(base + ending());
  m_proposed = base;
  m_targets.findFree(base, ending(), m_parts.queue->targets(), m_names.ask([this](const QString& file) {
    m_proposed.clear();
    // Setting the same text would lose the selection.
    if (file != m_path->text()) m_path->setText(file);
  }));
}

void ExportDialog::onPathChanged() {
  m_proposed.clear();
  m_names.drop();
  refresh();
}

ExportOptions ExportDialog::options() const { return m_fields->options(); }

QString ExportDialog::path() const { return m_path->text(); }

QString ExportDialog::ending() const { return fileEnding(m_fields->format()); }

double ExportDialog::estimatedBytes() const {
  if (!isSeveral()) return m_fields->estimatedBytes();
  double bytes = 0;
  for (const auto& source : m_sources) bytes += ExportFields::estimatedBytes(options(), source.shape());
  return bytes;
}

void ExportDialog::refreshTexts() {
  const auto& first = m_sources.front();
  m_pathLabel->setText(isSeveral() ? tr("Fol&der") : tr("F&ile"));
  m_path->setAccessibleName(isSeveral() ? tr("Folder for the clips") : tr("File to write"));
  m_title->setText(isSeveral() ? tr("%n clip(s)", nullptr, static_cast<int>(m_sources.size())) : first.title);
  m_words->setText(isSeveral() ? tr("Named as in Settings › Saving: %1").arg(first.baseName + ending()) : first.words);
  for (auto* line : {m_title, m_words}) line->setToolTip(line->text());
}

void ExportDialog::refresh() {
  refreshTexts();
  m_size->setText(tr("about %1")
                      .arg(QLocale().formattedDataSize(static_cast<qint64>(estimatedBytes()), 1,
                                                       QLocale::DataSizeTraditionalFormat)));
  m_export->setEnabled(m_fields->isGood() && !m_path->text().isEmpty());
  m_export->setText(!isAsking()                       ? tr("&Export")
                    : m_question == Question::Replace ? tr("Re&place")
                                                      : tr("Crea&te folder"));
  if (isAsking()) return;
  m_question = Question::None;
  hideMessage();
}

bool ExportDialog::isAsking() const { return m_question != Question::None && m_asked == m_path->text(); }

void ExportDialog::browse() {
  const bool frames = m_path->text().endsWith(QLatin1Char('/')) || m_fields->format() == ExportFormat::PngSequence;
  const auto folder = isSeveral() ? tr("Folder for the clips") : frames ? tr("Folder for the frames") : QString();
  const auto file = !folder.isEmpty() ? QFileDialog::getExistingDirectory(this, folder, m_path->text())
                                      : QFileDialog::getSaveFileName(this, tr("Export to"), m_path->text(), QString(),
                                                                     nullptr, QFileDialog::DontConfirmOverwrite);
  if (!file.isEmpty()) m_path->setText(file);
}

void ExportDialog::begin() {
  if (!isSeveral() && !m_path->text().endsWith(ending(), Qt::CaseInsensitive))
    m_path->setText(m_path->text() + ending());
  const auto path = m_path->text();
  ExportTarget target;
  target.file = isSeveral() ? QString() : path;
  target.folder = isSeveral() ? QDir(path).absolutePath() : QFileInfo(path).absolutePath();
  // The folder that was proposed is made without a question; another one may be a slip of the pen.
  target.mayReplace = isAsking() && m_question == Question::Replace;
  target.mayMakeFolder = (isAsking() && m_question == Question::MakeFolder) ||
                         target.folder == QDir(m_sources.front().folder).absolutePath();
  m_question = Question::None;
  refresh();
  ++m_pending;
  m_slow.start();
  const Order order{m_sources, options(), target, path, ending(), isProposed(), m_shown};
  m_targets.ask(target, [this, order, cancelled = m_cancelled](ExportTargets::Answer answer) {
    if (cancelled == m_cancelled) decide(order, answer);
  });
}

void ExportDialog::cancelPending() {
  ++m_cancelled;
  m_pending = 0;
}

void ExportDialog::decide(const Order& order, ExportTargets::Answer answer) {
  using Answer = ExportTargets::Answer;
  --m_pending;
  if (!isAsking()) hideMessage();
  const auto& file = order.target.file;
  const bool isTarget = !file.isEmpty() && m_parts.queue->isTarget(file);
  const bool isInTheWay = isTarget || answer == Answer::IsTaken;
  if (isInTheWay && order.isProposed) return enqueue(order, false, true);
  if (!isInTheWay && (answer == Answer::Free || answer == Answer::Replaces))
    return enqueue(order, answer == Answer::Replaces, false);
  // If the dialog does not show it any more, nobody can be asked: its failure is told as of any other export.
  if (!isVisible() || order.shown != m_shown || order.path != m_path->text()) return enqueue(order, false, false);
  const auto place = QDir::toNativeSeparators(answer == Answer::IsTaken || isTarget ? file : order.target.folder);
  if (isTarget)
    showMessage(tr("Another export is going to write %1. Choose another name.").arg(place), "warning");
  else if (answer == Answer::IsTaken)
    ask(Question::Replace, tr("%1 already exists. Press Replace to overwrite it, or choose another name.").arg(place));
  else if (answer == Answer::NoFolder)
    ask(Question::MakeFolder,
        tr("The folder %1 does not exist. Press Create folder to make it, or choose another one.").arg(place));
  else
    showMessage(tr("The folder %1 cannot be made; choose another one.").arg(place), "error");
  Q_EMIT asked();
}

void ExportDialog::enqueue(const Order& order, bool replaces, bool isNumbered) {
  const bool areSeveral = order.target.file.isEmpty();
  for (const auto& source : order.sources) {
    auto chosen = order.options;
    chosen.overwrite = replaces;
    if (areSeveral && !chosen.metadata.empty()) chosen.metadata = source.metadata;
    const auto file =
        areSeveral ? QDir(order.target.folder).filePath(source.baseName + order.ending) : order.target.file;
    m_parts.queue->add(source.title, {makerOf(source), file, chosen, areSeveral || isNumbered, source.runFolder});
  }
}

void ExportDialog::ask(Question question, const QString& text) {
  m_question = question;
  m_asked = m_path->text();
  refresh();
  showMessage(text, "warning");
}

void ExportDialog::showMessage(const QString& text, const char* role) {
  setStyleProperty(m_message, "role", role);
  hideMessage();
  m_message->setText(text);
  m_message->show();
  // The dialog grows, so that the message does not cover the fields that it is about.
  layout()->activate();
  const int before = height();
  const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
  resize(width(), std::clamp(wanted, before, std::max(before, screen()->availableGeometry().height())));
  m_grownBy = height() - before;
}

void ExportDialog::hideMessage() {
  if (m_message->isHidden()) return;
  m_message->hide();
  layout()->activate();
  resize(width(), height() - std::exchange(m_grownBy, 0));
}

void ExportDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace fb::ui
