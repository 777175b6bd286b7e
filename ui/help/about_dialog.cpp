// SPDX-License-Identifier: MIT
#include "help/about_dialog.h"

#include "flowblend/request.h"
#include "theme/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

// For a static library, so that the linker keeps them; the macro must be used in the global namespace.
static void loadHelpResources() { Q_INIT_RESOURCE(help); }

namespace fb::ui {
namespace {

constexpr int kIconSize = 48;

QTextBrowser* browser(const char* objectName, QWidget* parent) {
  auto* view = new QTextBrowser(parent);
  view->setObjectName(QLatin1String(objectName));
  view->setOpenExternalLinks(true);
  view->setFrameShape(QFrame::NoFrame);
  return view;
}

QString thirdParty() {
  QFile file(QStringLiteral(":/help/THIRD_PARTY.md"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

AboutDialog::AboutDialog(const Theme* theme, QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_name(new QLabel(this)),
      m_version(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_about(browser("aboutText", this)),
      m_licences(browser("licencesText", this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)) {
  loadHelpResources();
  m_name->setProperty("role", "heading");
  m_version->setProperty("role", "muted");
  m_version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_tabs->setObjectName(QStringLiteral("aboutTabs"));
  m_tabs->addTab(m_about, QString());
  m_tabs->addTab(m_licences, QString());

  auto* head = new QGridLayout;
  head->setHorizontalSpacing(12);
  head->setVerticalSpacing(2);
  head->addWidget(m_icon, 0, 0, 2, 1);
  head->addWidget(m_name, 0, 1, Qt::AlignBottom);
  head->addWidget(m_version, 1, 1, Qt::AlignTop);
  head->setColumnStretch(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(12);
  layout->addLayout(head);
  layout->addWidget(m_tabs, 1);
  layout->addWidget(m_buttons);
  resize(560, 460);

  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  // Links and table rules are laid out with the current colours.
  connect(theme, &Theme::changed, this, &AboutDialog::retranslate);
  retranslate();
}

void AboutDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

void AboutDialog::retranslate() {
  setWindowTitle(tr("About FlowBlending Studio"));
  m_icon->setPixmap(QIcon(QStringLiteral(":/flowblend/icons/app.svg")).pixmap(kIconSize, kIconSize));
  m_name->setText(QStringLiteral("FlowBlending Studio"));
  m_version->setText(tr("Version %1 · Qt %2").arg(QString::fromStdString(version()), QLatin1String(qVersion())));
  m_tabs->setTabText(0, tr("About"));
  m_tabs->setTabText(1, tr("Licences"));
  m_tabs->setAccessibleName(windowTitle());
  m_about->setAccessibleName(tr("About"));
  m_licences->setAccessibleName(tr("Licences"));
  if (auto* close = m_buttons->button(QDialogButtonBox::Close)) {
    close->setObjectName(QStringLiteral("closeButton"));
    close->setText(tr("&Close"));
    close->setAccessibleName(tr("Close"));
  }

  const auto paragraph = [](const QString& text) { return QStringLiteral("<p>%1</p>").arg(text); };
  const auto link = QStringLiteral("<a href=\"https://arxiv.org/abs/2512.24724\">FlowBlending (arXiv 2512.24724)</a>");
  m_about->document()->setDefaultStyleSheet(
      QStringLiteral("a { color: %1 } p { margin: 0 0 10px 0 }").arg(palette().color(QPalette::Link).name()));
  m_about->setHtml(
      paragraph(tr("Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the "
                   "large one where it matters, early and late, and the small one in between.")) +
      paragraph(tr("The method: %1").arg(link)) +
      paragraph(tr("It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. "
                   "Their licences are on the next page.")) +
      paragraph(tr("FlowBlending Studio’s own code is under the MIT licence.")));
  m_licences->setMarkdown(thirdParty());
}

}  // namespace fb::ui
