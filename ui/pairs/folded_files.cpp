// SPDX-License-Identifier: MIT
#include "pairs/folded_files.h"

#include "pairs/component_card.h"
#include "text/error_sentences.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr int kIndent = 21;  // of the lines, below the words of the button

bool isLora(const Finding& finding) {
  const auto* info = finding.component();
  return info && info->kind.name() == "LoRA";
}

}  // namespace

bool isPart(const Finding& finding) {
  if (std::holds_alternative<TokenizerFiles>(finding.what)) return true;
  const auto* info = finding.component();
  return info && info->complete() && !isLora(finding);
}

FoldedFiles::FoldedFiles(Kind kind, QWidget* parent)
    : QFrame(parent), m_kind(kind), m_toggle(new QToolButton(this)), m_lines(new QLabel(this)) {
  const bool areLoras = kind == Kind::Loras;
  setObjectName(areLoras ? QStringLiteral("foldedLoras") : QStringLiteral("foldedUseless"));
  m_toggle->setObjectName(areLoras ? QStringLiteral("foldedLorasButton") : QStringLiteral("foldedUselessButton"));
  m_toggle->setProperty("role", "disclosure");
  m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_toggle->setArrowType(Qt::RightArrow);
  m_toggle->setCheckable(true);
  m_toggle->setFocusPolicy(Qt::StrongFocus);
  m_lines->setObjectName(areLoras ? QStringLiteral("foldedLorasLines") : QStringLiteral("foldedUselessLines"));
  m_lines->setTextFormat(Qt::PlainText);
  m_lines->setWordWrap(true);
  m_lines->setContentsMargins(kIndent, 0, 0, 0);
  m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_lines->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(m_toggle, 0, Qt::AlignLeft);
  layout->addWidget(m_lines);
  connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
    m_lines->setVisible(open);
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  });
  retranslate();
  hide();
}

void FoldedFiles::setFindings(const std::vector<Finding>& findings) {
  m_findings.clear();
  std::ranges::copy_if(findings, std::back_inserter(m_findings), [this](const Finding& finding) {
    return m_kind == Kind::Loras ? isLora(finding) : !isLora(finding) && !isPart(finding);
  });
  retranslate();
  setVisible(!m_findings.empty());
}

QString FoldedFiles::lineOf(const Finding& finding) const {
  const auto name = QString::fromStdString(finding.path.filename().string());
  if (const auto* info = finding.component())
    return info->complete() ? QStringLiteral("%1 · %2").arg(name, QString::fromStdString(info->variant))
                            : tr("%1: %2, incomplete").arg(name, componentTitle(finding));
  // The message has the whole path, which is the same for most of them.
  auto why = QString::fromStdString(finding.error()->message);
  why.replace(QString::fromStdString(finding.path.string()), name);
  return why.contains(name) ? why : QStringLiteral("%1: %2").arg(name, why);
}

void FoldedFiles::retranslate() {
  const int count = static_cast<int>(m_findings.size());
  if (m_kind == Kind::Loras) {
    m_toggle->setText(tr("%n LoRA(s)", nullptr, count));
    m_toggle->setToolTip(tr("Not parts of a pair: add them in the prompt panel, under LoRAs"));
  } else {
    m_toggle->setText(tr("%n file(s) cannot be used", nullptr, count));
    m_toggle->setToolTip(tr("What each of them is, or what is wrong with it"));
  }
  m_toggle->setAccessibleName(m_toggle->text());
  QStringList lines;
  for (const auto& finding : m_findings) lines << lineOf(finding);
  m_lines->setText(lines.join(QLatin1Char('\n')));
}

void FoldedFiles::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
