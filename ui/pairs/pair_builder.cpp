// SPDX-License-Identifier: MIT
#include "pairs/pair_builder.h"

#include "pairs/component_card.h"
#include "pairs/message_label.h"
#include "session/metatypes.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::array kNames = {"largeCombo", "smallCombo", "textEncoderCombo", "tokenizerCombo", "vaeCombo"};

const ComponentInfo* usable(const Finding& finding, ComponentKind kind) {
  const auto* info = finding.component();
  return info && info->kind == kind && info->complete() ? info : nullptr;
}

QString variantOf(const std::vector<Finding>& findings, const fs::path& path) {
  for (const auto& finding : findings)
    if (const auto* info = finding.component(); info && finding.path == path)
      return QString::fromStdString(info->variant);
  return {};
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
    PairSpec pair;
    pair.name = m_name->text().trimmed().toStdString();
    if (pair.name.empty()) pair.name = suggestedName().toStdString();
    pair.large = chosen(Large);
    pair.small = chosen(Small);
    pair.textEncoder = chosen(TextEncoder);
    pair.tokenizer = chosen(Tokenizer);
    pair.vae = chosen(Vae);
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
    const int row = form->rowCount();
    form->addWidget(label, row, 0);
    form->addWidget(field, row, 1);
    label->setBuddy(field);
    // The hint of a text with a mnemonic comes out a pixel short.
    label->setContentsMargins(0, 0, 2, 0);
  };
  for (std::size_t part = 0; part < kParts; ++part) {
    auto* combo = m_combos[part] = new QComboBox(this);
    combo->setObjectName(QLatin1String(kNames[part]));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(16);
    connect(combo, &QComboBox::activated, this, [this, part] {
      m_touched[part] = true;
      preselect();
      refresh();
    });
    m_labels[part] = new QLabel(this);
    addRow(m_labels[part], combo);
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

void PairBuilder::retranslate() {
  m_labels[Large]->setText(tr("&Large model"));
  m_labels[Small]->setText(tr("&Small model"));
  m_labels[TextEncoder]->setText(tr("&Text encoder"));
  m_labels[Tokenizer]->setText(tr("T&okenizer"));
  m_labels[Vae]->setText(tr("&VAE"));
  m_nameLabel->setText(tr("&Name"));
  m_combos[Large]->setAccessibleName(tr("Large model"));
  m_combos[Large]->setToolTip(tr("Runs the first and the last steps, where the two models differ most"));
  m_combos[Small]->setAccessibleName(tr("Small model"));
  m_combos[Small]->setToolTip(tr("Runs the steps between; of the same family as the large one"));
  m_combos[TextEncoder]->setAccessibleName(tr("Text encoder"));
  m_combos[TextEncoder]->setToolTip(tr("Turns the prompt into what both models read"));
  m_combos[Tokenizer]->setAccessibleName(tr("Tokenizer"));
  m_combos[Tokenizer]->setToolTip(tr("Cuts the prompt into pieces; single-file text encoders can carry it inside"));
  m_combos[Vae]->setAccessibleName(tr("VAE"));
  m_combos[Vae]->setToolTip(tr("Turns the finished latents into frames"));
  m_name->setAccessibleName(tr("Name of the pair"));
  m_name->setToolTip(tr("Under this name the pair is listed"));
  m_build->setAccessibleName(tr("Build the pair"));
  m_build->setToolTip(tr("Checks that the parts fit together and remembers them as a pair"));
  for (auto* combo : m_combos) combo->setPlaceholderText(tr("none added yet"));
  setFindings(m_findings);
}

void PairBuilder::setFindings(const std::vector<Finding>& findings) {
  m_findings = findings;
  std::array<fs::path, kParts> before;
  for (std::size_t part = 0; part < kParts; ++part) {
    before[part] = chosen(static_cast<Part>(part));
    m_combos[part]->clear();
    m_offers[part].clear();
  }
  const auto offer = [this](Part part, const Finding& finding, const QString& title) {
    m_offers[part].push_back(finding.path);
    const auto path = QString::fromStdString(finding.path.string());
    const auto& file = finding.path;
    const auto place = file.has_extension() ? file.stem() : file.parent_path().filename() / file.filename();
    m_combos[part]->addItem(tr("%1 · %2").arg(title, QString::fromStdString(place.string())));
    m_combos[part]->setItemData(m_combos[part]->count() - 1, path, Qt::ToolTipRole);
  };
  for (const auto& finding : findings) {
    const auto title = componentTitle(finding);
    if (usable(finding, ComponentKind::WanTransformer)) {
      offer(Large, finding, title);
      offer(Small, finding, title);
    } else if (usable(finding, ComponentKind::Umt5Encoder)) {
      offer(TextEncoder, finding, title);
    } else if (usable(finding, ComponentKind::WanVae)) {
      offer(Vae, finding, title);
    } else if (std::holds_alternative<TokenizerFiles>(finding.what)) {
      offer(Tokenizer, finding, title);
    }
  }
  for (const auto& finding : findings)
    if (usable(finding, ComponentKind::Umt5Encoder) && finding.path.extension() == ".safetensors")
      offer(Tokenizer, finding, tr("Inside the text encoder"));
  for (std::size_t part = 0; part < kParts; ++part)
    if (m_touched[part]) choose(static_cast<Part>(part), before[part]);
  preselect();
  refresh();
}

void PairBuilder::preselect() {
  std::vector<std::pair<std::uint64_t, fs::path>> models;
  for (const auto& finding : m_findings)
    if (const auto* info = usable(finding, ComponentKind::WanTransformer))
      models.emplace_back(info->parameters, finding.path);
  const auto bySize = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!models.empty()) {
    if (!m_touched[Large]) choose(Large, std::max_element(models.begin(), models.end(), bySize)->second);
    if (!m_touched[Small]) choose(Small, std::min_element(models.begin(), models.end(), bySize)->second);
  }
  for (const auto part : {TextEncoder, Tokenizer, Vae})
    if (!m_touched[part]) choose(part, besideLarge(part));
}

fs::path PairBuilder::besideLarge(Part part) const {
  const auto& offers = m_offers[part];
  const auto folder = chosen(Large).parent_path();
  const auto beside =
      std::find_if(offers.begin(), offers.end(), [&](const fs::path& path) { return path.parent_path() == folder; });
  if (beside != offers.end()) return *beside;
  return offers.empty() ? fs::path() : offers.front();
}

void PairBuilder::choose(Part part, const fs::path& path) {
  const auto& offers = m_offers[part];
  const auto found = std::find(offers.begin(), offers.end(), path);
  if (found == offers.end()) m_touched[part] = false;
  m_combos[part]->setCurrentIndex(found == offers.end() ? -1 : static_cast<int>(found - offers.begin()));
}

fs::path PairBuilder::chosen(Part part) const {
  const int index = m_combos[part]->currentIndex();
  return index < 0 ? fs::path() : m_offers[part][static_cast<std::size_t>(index)];
}

QString PairBuilder::suggestedName() const {
  const auto large = variantOf(m_findings, chosen(Large)), small = variantOf(m_findings, chosen(Small));
  return large.isEmpty() || small.isEmpty() ? QString() : tr("WAN %1 and %2").arg(large, small);
}

void PairBuilder::refresh() {
  const QStringList names = {tr("a large model"), tr("a small model"), tr("a text encoder"), tr("a tokenizer"),
                             tr("a VAE")};
  QStringList absent;
  for (std::size_t part = 0; part < kParts; ++part) {
    m_combos[part]->setEnabled(m_combos[part]->count() > 0);
    if (m_combos[part]->currentIndex() < 0) absent << names[static_cast<qsizetype>(part)];
  }
  const bool same = absent.isEmpty() && chosen(Large) == chosen(Small);
  m_name->setPlaceholderText(suggestedName());
  m_build->setText(m_busy ? tr("Checking…") : tr("&Build pair"));
  m_build->setEnabled(!m_busy && absent.isEmpty() && !same);
  if (!absent.isEmpty())
    m_hint->setText(tr("Still to add: %1.").arg(QLocale().createSeparatedList(absent)));
  else if (same)
    m_hint->setText(tr("The large and the small model are the same; add a second transformer."));
  else
    m_hint->setText(tr("The parts are checked against each other before the pair is kept."));
}

void PairBuilder::setBusy(bool busy) {
  m_busy = busy;
  if (busy) m_message->hide();
  refresh();
}

void PairBuilder::showMessage(const QString& text, const char* role) { m_message->say(text, role); }

void PairBuilder::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace fb::ui
