// SPDX-License-Identifier: MIT
#include "pairs/pair_builder.h"

#include "session/metatypes.h"
#include "widgets/elided_combo_box.h"
#include "widgets/message_label.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr std::array kNames = {"largeCombo", "smallCombo",        "textEncoderCombo", "tokenizerCombo",
                               "vaeCombo",   "imageEncoderCombo", "upsamplerCombo"};
static_assert(kNames.size() == kParts.size());

// The size hint of a text with a mnemonic is a few pixels too small: the letter and its neighbours are not kerned.
void setLabel(QLabel* label, const QString& text) {
  constexpr int kKerning = 6;
  label->setText(text);
  label->setMinimumWidth(label->sizeHint().width() + kKerning);
}

}  // namespace

PairBuilder::PairBuilder(QWidget* parent)
    : QFrame(parent),
      m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_hint(new QLabel(this)),
      m_message(new MessageLabel(this)),
      m_build(new QPushButton(this)) {
  setObjectName(QStringLiteral("pairBuilder"));
  setProperty("role", "card");
  build();
  connect(m_name, &QLineEdit::textEdited, this, &PairBuilder::refresh);
  connect(m_build, &QPushButton::clicked, this, [this] {
    auto pair = m_chosen;
    const auto name = m_name->text().trimmed();
    pair.name = (name.isEmpty() ? m_parts.nameOf(m_chosen) : name).toStdString();
    Q_EMIT buildRequested(pair);
  });
  retranslate();
}

void PairBuilder::build() {
  auto* form = new QGridLayout;
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(8);
  form->setColumnStretch(1, 1);
  const auto addRow = [form](QLabel* label, QWidget* field) {
    const int line = form->rowCount();
    form->addWidget(label, line, 0);
    form->addWidget(field, line, 1);
    label->setBuddy(field);
  };
  for (const auto part : kParts) {
    auto& each = row(part);
    each.combo = new ElidedComboBox(this);
    each.combo->setObjectName(QLatin1String(kNames[static_cast<std::size_t>(part)]));
    each.combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    each.combo->setMinimumContentsLength(16);
    connect(each.combo, &QComboBox::activated, this, [this, part](int index) {
      auto& changed = row(part);
      changed.touched = true;
      m_chosen.*fieldOf(part) = changed.offers[static_cast<std::size_t>(index)].path;
      m_message->hide();
      choose();
    });
    each.label = new QLabel(this);
    addRow(each.label, each.combo);
  }
  m_name->setObjectName(QStringLiteral("pairNameEdit"));
  addRow(m_nameLabel, m_name);
  m_hint->setObjectName(QStringLiteral("buildHint"));
  m_hint->setProperty("role", "muted");
  m_hint->setWordWrap(true);
  m_message->setObjectName(QStringLiteral("buildMessage"));
  m_build->setObjectName(QStringLiteral("buildPairButton"));
  m_build->setAutoDefault(false);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_hint, 1);
  foot->addWidget(m_build, 0, Qt::AlignBottom);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(8);
  layout->addLayout(form);
  layout->addWidget(m_message);
  layout->addLayout(foot);
}

PairBuilder::Texts PairBuilder::textsOf(Part part) {
  switch (part) {
    case Part::Large:
      return {tr("&Large model"), tr("Large model"),
              tr("Runs the first and the last steps, where the two models differ most"), tr("a large model")};
    case Part::Small:
      return {tr("&Small model"), tr("Small model"),
              tr("Runs the steps in between; must be of the same family as the large one"), tr("a small model")};
    case Part::TextEncoder:
      return {tr("&Text encoder"), tr("Text encoder"), tr("Encodes the prompt for both models"), tr("a text encoder")};
    case Part::Tokenizer:
      return {tr("T&okenizer"), tr("Tokenizer"),
              tr("Splits the prompt into tokens; some single-file text encoders include it"), tr("a tokenizer")};
    case Part::Vae:
      return {tr("&VAE"), tr("VAE"), tr("Turns the finished latents into frames"), tr("a VAE")};
    case Part::ImageEncoder:
      return {tr("&Image encoder"), tr("Image encoder"), tr("Reads the image that an image-to-video model starts from"),
              tr("an image encoder")};
    case Part::Upsampler:
      return {tr("Latent upsa&mpler"),
              tr("Latent upsampler"),
              tr("Lets a run sample at half size first and refine at full size; optional"),
              {}};
  }
  return {};
}

void PairBuilder::retranslate() {
  for (const auto part : kParts) {
    const auto texts = textsOf(part);
    const auto& each = row(part);
    setLabel(each.label, texts.label);
    each.combo->setAccessibleName(texts.name);
    each.combo->setToolTip(texts.toolTip);
    each.combo->setPlaceholderText(tr("none added yet"));
  }
  setLabel(m_nameLabel, tr("&Name"));
  m_name->setAccessibleName(tr("Name of the pair"));
  m_name->setToolTip(tr("The name shown in the list of pairs"));
  m_build->setAccessibleName(tr("Build the pair"));
  m_build->setToolTip(tr("Checks that the parts fit together and saves them as a pair"));
  choose();
}

void PairBuilder::setFindings(const std::vector<Finding>& findings) {
  m_parts = PartOffers(findings);
  choose();
}

void PairBuilder::choose() {
  // A choice made by hand also affects the rows above it: the small model determines the large one's family.
  PairSpec pair;
  for (const auto part : kParts)
    if (row(part).touched) pair.*fieldOf(part) = m_chosen.*fieldOf(part);
  for (const auto part : kParts) {
    auto& each = row(part);
    auto& path = pair.*fieldOf(part);
    const bool has = m_parts.has(part, pair);
    auto offers = has ? m_parts.of(part, pair) : std::vector<PartOffer>();
    each.touched = each.touched && std::ranges::find(offers, path, &PartOffer::path) != offers.end();
    if (!has)
      path.clear();
    else if (!each.touched)
      path = m_parts.likeliest(part, pair);
    // A refusal applied to other parts.
    if (path != m_chosen.*fieldOf(part)) m_message->hide();
    showOffers(each, std::move(offers));
    const auto found = std::ranges::find(each.offers, path, &PartOffer::path);
    each.combo->setCurrentIndex(found == each.offers.end() ? -1 : static_cast<int>(found - each.offers.begin()));
    each.combo->setEnabled(!each.offers.empty());
    each.combo->setVisible(has);
    each.label->setVisible(has);
  }
  m_chosen = std::move(pair);
  refresh();
}

void PairBuilder::showOffers(Row& row, std::vector<PartOffer> offers) {
  if (offers == row.offers) return;
  row.offers = std::move(offers);
  row.combo->clear();
  for (const auto& offer : row.offers) {
    row.combo->addItem(offer.title);
    row.combo->setItemData(row.combo->count() - 1, QString::fromStdString(offer.path.string()), Qt::ToolTipRole);
  }
}

void PairBuilder::refresh() {
  QStringList absent;
  for (const auto part : kParts)
    if (m_parts.has(part, m_chosen) && row(part).combo->currentIndex() < 0) absent << textsOf(part).absent;
  const bool alone = m_parts.runsAlone(m_chosen);
  const bool same = !alone && m_chosen.large == m_chosen.small;
  m_name->setPlaceholderText(m_parts.nameOf(m_chosen));
  m_build->setText(m_busy ? tr("Checking…") : tr("&Build pair"));
  m_build->setEnabled(!m_busy && absent.isEmpty() && !same);
  if (!absent.isEmpty())
    m_hint->setText(tr("Still missing: %1.").arg(QLocale().createSeparatedList(absent)));
  else if (same)
    m_hint->setText(tr("The large and the small model are the same; add a second transformer."));
  else if (alone)
    m_hint->setText(
        tr("WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone."));
  else
    m_hint->setText(tr("The parts are checked against each other before the pair is saved."));
}

void PairBuilder::setBusy(bool busy) {
  m_busy = busy;
  if (busy) {
    m_message->hide();
    m_pressed = m_build->hasFocus();
  }
  refresh();
  // A disabled button loses the keyboard focus.
  if (!busy && m_pressed) m_build->setFocus();
}

void PairBuilder::showMessage(const QString& text, const char* role) { m_message->say(text, role); }

void PairBuilder::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace fb::ui
