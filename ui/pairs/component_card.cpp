// SPDX-License-Identifier: MIT
#include "pairs/component_card.h"

#include "text/durations.h"
#include "text/error_sentences.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/message_label.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace fb::ui {
namespace {

QString parameterCount(quint64 count) {
  const auto value = static_cast<double>(count);
  if (value >= 1e9) return ComponentCard::tr("%1 billion parameters").arg(number(value / 1e9, 1));
  if (value >= 1e6) return ComponentCard::tr("%1 million parameters").arg(number(value / 1e6, 1));
  return ComponentCard::tr("%1 parameters").arg(number(static_cast<qint64>(count)));
}

// What to do about a refusal, if the engine's message cannot know it.
QString wayOut(const Error& error) {
  if (error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Invalid)
    return ComponentCard::tr("\"Where to get them\" below lists the files that can be used.");
  return errorText(error).wayOut;
}

void appendNames(QStringList& lines, const QString& heading, const std::vector<std::string>& names) {
  constexpr std::size_t kMaxNames = 40;
  if (names.empty()) return;
  lines << heading;
  for (std::size_t i = 0; i < std::min(names.size(), kMaxNames); ++i)
    lines << QStringLiteral("  ") + QString::fromStdString(names[i]);
  if (names.size() > kMaxNames)
    lines << QStringLiteral("  ") +
                 ComponentCard::tr("and %n more", nullptr, static_cast<int>(names.size() - kMaxNames));
}

// The kinds of the built-in families, for translation. Others are shown by their own names.
[[maybe_unused]] constexpr const char* kKinds[] = {QT_TRANSLATE_NOOP("ComponentKind", "WAN transformer"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "WAN VAE"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "UMT5 text encoder"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "LTX transformer"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "LTX VAE"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "T5 text encoder"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "LTX latent upsampler"),
                                                   QT_TRANSLATE_NOOP("ComponentKind", "CLIP image encoder")};

// Whether two of the kind may differ, so that the title must say which one it is.
bool comesInVariants(const ComponentKind& kind) {
  return std::ranges::any_of(families(), [&](const FamilyInfo* family) {
    return kind == family->transformer || kind == family->upsampler || (family->severalVaes && kind == family->vae);
  });
}

}  // namespace

QString componentTitle(const Finding& finding) {
  if (std::holds_alternative<TokenizerFiles>(finding.what)) return ComponentCard::tr("Tokenizer");
  const auto* info = finding.component();
  if (!info) return {};
  const auto kind = QCoreApplication::translate("ComponentKind", info->kind.name().c_str());
  return comesInVariants(info->kind) ? ComponentCard::tr("%1 · %2").arg(kind, QString::fromStdString(info->variant))
                                     : kind;
}

ComponentCard::ComponentCard(const Theme* theme, const std::filesystem::path& path, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_path(path),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_facts(new QLabel(this)),
      // The end of a long path is what distinguishes two.
      m_place(new ElidedLabel(Qt::ElideLeft, this)),
      m_message(new MessageLabel(this)),
      m_details(new QLabel(this)),
      m_busy(new QProgressBar(this)),
      m_more(new QToolButton(this)),
      m_remove(new QToolButton(this)) {
  setObjectName(QStringLiteral("componentCard"));
  setProperty("role", "card");
  build();
  connect(m_more, &QToolButton::toggled, this, [this](bool open) {
    m_details->setVisible(open);
    m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  });
  connect(m_remove, &QToolButton::clicked, this, &ComponentCard::removeRequested);
  connect(theme, &Theme::changed, this, &ComponentCard::retranslate);
  retranslate();
}

void ComponentCard::build() {
  m_title->setObjectName(QStringLiteral("componentTitle"));
  m_title->setProperty("role", "heading");
  m_title->setTextFormat(Qt::PlainText);
  m_facts->setObjectName(QStringLiteral("componentFacts"));
  m_facts->setWordWrap(true);
  m_facts->setTextFormat(Qt::PlainText);
  m_place->setProperty("role", "muted");
  m_message->setObjectName(QStringLiteral("componentMessage"));
  m_details->setObjectName(QStringLiteral("componentDetails"));
  m_details->setWordWrap(true);
  m_details->setTextFormat(Qt::PlainText);
  m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_busy->setRange(0, 0);
  m_busy->setTextVisible(false);
  m_more->setObjectName(QStringLiteral("componentMoreButton"));
  m_more->setProperty("role", "disclosure");
  m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_more->setArrowType(Qt::RightArrow);
  m_more->setCheckable(true);
  m_remove->setObjectName(QStringLiteral("removeComponentButton"));
  m_remove->setProperty("role", "icon");
  for (auto* hidden : std::initializer_list<QWidget*>{m_facts, m_details, m_more}) hidden->hide();

  auto* words = new QVBoxLayout;
  words->setSpacing(3);
  words->addWidget(m_title);
  words->addWidget(m_facts);
  words->addWidget(m_place);
  words->addWidget(m_busy);
  words->addSpacing(2);
  words->addWidget(m_message);
  words->addWidget(m_details);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 10, 8, 12);
  layout->setSpacing(10);
  layout->addWidget(m_icon, 0, Qt::AlignTop);
  layout->addLayout(words, 1);
  layout->addWidget(m_more, 0, Qt::AlignTop);
  layout->addWidget(m_remove, 0, Qt::AlignTop);
}

void ComponentCard::setFinding(const Finding& finding) {
  m_finding = finding;
  m_path = finding.path;
  m_busy->hide();
  retranslate();
}

void ComponentCard::setRemovable(bool removable) { m_remove->setVisible(removable); }

void ComponentCard::retranslate() {
  const auto path = QString::fromStdString(m_path.string());
  const auto name = QString::fromStdString(m_path.filename().string());
  m_place->setText(QDir::toNativeSeparators(path));
  m_place->setToolTip(QDir::toNativeSeparators(path));
  m_remove->setIcon(m_theme->icon(QStringLiteral("close")));
  m_remove->setAccessibleName(tr("Remove %1 from the list").arg(name));
  m_remove->setToolTip(tr("Removes it from this list; the file is not deleted"));
  m_more->setText(tr("Details"));
  m_more->setAccessibleName(tr("Details of %1").arg(name));
  m_more->setToolTip(tr("Sizes, and tensors that are missing or unexpected"));
  QString icon = QStringLiteral("check");
  auto color = &ThemeColors::success;
  if (!m_finding) {
    m_title->setText(tr("Inspecting %1…").arg(name));
    m_busy->setAccessibleName(tr("Inspecting %1…").arg(name));
    icon = QStringLiteral("search");
    color = &ThemeColors::textMuted;
  } else if (const auto* error = m_finding->error()) {
    m_title->setText(name);
    m_message->say(QStringLiteral("%1\n%2").arg(errorText(*error).detail, wayOut(*error)), "error");
    icon = QStringLiteral("error");
    color = &ThemeColors::error;
  } else {
    m_title->setText(componentTitle(*m_finding));
    if (const auto* info = m_finding->component()) {
      describe(*info);
      if (!info->complete()) {
        icon = QStringLiteral("warning");
        color = &ThemeColors::warning;
      }
    }
  }
  const int side = fontMetrics().height() + 2;
  m_icon->setPixmap(m_theme->icon(icon, color).pixmap(QSize(side, side), devicePixelRatioF()));
}

void ComponentCard::describe(const ComponentInfo& info) {
  const auto layout = info.layout == kSingleFileLayout ? tr("Transformer and VAE in one")
                                                       : tr("%1 layout").arg(QString::fromStdString(info.layout));
  QStringList facts{layout, QString::fromStdString(info.storage), parameterCount(info.parameters),
                    fileCount(info.files)};
  facts.removeAll(QString());
  m_facts->setText(facts.join(QStringLiteral(" · ")));
  m_facts->show();
  QStringList lines;
  appendNames(lines, tr("Missing"), info.missing);
  appendNames(lines, tr("Unexpected"), info.unexpected);
  appendNames(lines, tr("Wrong shape"), info.misshapen);
  if (!info.sizes.empty()) lines << tr("Sizes");
  for (const auto& [name, size] : info.sizes)
    lines << QStringLiteral("  %1  %2").arg(QString::fromStdString(name), number(static_cast<qint64>(size)));
  m_details->setText(lines.join(QLatin1Char('\n')));
  m_more->setVisible(!lines.isEmpty());
  if (info.kind.name() == "LoRA")
    m_message->say(tr("Not a part of a pair: add it in the prompt panel, under LoRAs."), "muted");
  if (info.complete()) return;
  QStringList problems;
  const auto count = [](const auto& names) { return static_cast<int>(names.size()); };
  if (!info.missing.empty()) problems << tr("%n tensor(s) missing", nullptr, count(info.missing));
  if (!info.unexpected.empty()) problems << tr("%n unexpected", nullptr, count(info.unexpected));
  if (!info.misshapen.empty()) problems << tr("%n with the wrong shape", nullptr, count(info.misshapen));
  m_message->say(tr("This cannot be used: %1. Download it again, or add all of its files.")
                     .arg(QLocale().createSeparatedList(problems)),
                 "warning");
}

void ComponentCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace fb::ui
