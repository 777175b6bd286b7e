// SPDX-License-Identifier: MIT
#include "prompt/lora_list.h"

#include "prompt/lora_row.h"
#include "theme/style_property.h"
#include "widgets/icon_button.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

QStringList safetensorsIn(const QMimeData& data) {
  QStringList files;
  for (const auto& url : data.urls())
    if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
      files << url.toLocalFile();
  return files;
}

}  // namespace

LoraList::LoraList(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_label(new QLabel(this)),
      m_add(iconButton(theme, "add", "addLoraButton", this)),
      m_rowLayout(new QVBoxLayout),
      m_dropPlace(new QLabel(this)) {
  setObjectName(QStringLiteral("loraList"));
  setAcceptDrops(true);
  m_label->setBuddy(m_add);
  m_dropPlace->setObjectName(QStringLiteral("loraHint"));
  m_dropPlace->setProperty("role", "dropPlace");
  m_dropPlace->setWordWrap(true);
  m_dropPlace->setAlignment(Qt::AlignCenter);
  m_dropPlace->hide();
  auto* header = new QHBoxLayout;
  header->setSpacing(4);
  header->addWidget(m_label, 1);
  header->addWidget(m_add);
  m_rowLayout->setSpacing(8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(header);
  column->addLayout(m_rowLayout);
  column->addWidget(m_dropPlace);

  connect(m_add, &QToolButton::clicked, this, &LoraList::browse);
  retranslate();
}

void LoraList::setLoras(const std::vector<Lora>& loras) {
  const auto shown = this->loras();
  if (loras == shown) return;
  // Rows are kept if only their values differ, so that a slider that is being moved keeps the focus.
  const bool sameFiles = std::equal(loras.begin(), loras.end(), shown.begin(), shown.end(),
                                    [](const Lora& a, const Lora& b) { return a.file == b.file; });
  if (!sameFiles)
    for (auto* row : std::exchange(m_rows, {})) {
      row->hide();
      row->deleteLater();
    }
  for (std::size_t i = 0; i < loras.size(); ++i) {
    if (sameFiles)
      m_rows[i]->setLora(loras[i]);
    else
      appendRow(loras[i]);
  }
}

std::vector<Lora> LoraList::loras() const {
  std::vector<Lora> loras;
  for (const auto* row : m_rows) loras.push_back(row->lora());
  return loras;
}

void LoraList::setReports(const std::vector<LoraReport>& reports) {
  const auto isAbout = [](const LoraRow* row, const LoraReport& report) { return row->lora().file == report.file; };
  if (!std::equal(m_rows.begin(), m_rows.end(), reports.begin(), reports.end(), isAbout)) return;
  for (std::size_t i = 0; i < reports.size(); ++i) m_rows[i]->setReport(reports[i]);
}

void LoraList::add(const Lora& lora) {
  appendRow(lora);
  Q_EMIT edited(-1);
}

LoraRow* LoraList::appendRow(const Lora& lora) {
  auto* row = new LoraRow(m_theme, lora, this);
  connect(row, &LoraRow::targetEdited, this, [this] { Q_EMIT edited(-1); });
  connect(row, &LoraRow::strengthEdited, this, [this, row] {
    Q_EMIT edited(static_cast<int>(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin()));
  });
  connect(row, &LoraRow::removeRequested, this, [this, row] { removeRow(row); });
  m_rowLayout->addWidget(row);
  m_rows.push_back(row);
  return row;
}

void LoraList::removeRow(LoraRow* row) {
  std::erase(m_rows, row);
  row->hide();
  row->deleteLater();
  m_add->setFocus(Qt::OtherFocusReason);
  Q_EMIT edited(-1);
}

void LoraList::browse() {
  const auto files =
      QFileDialog::getOpenFileNames(this, tr("Choose LoRAs"), m_lastFolder, tr("LoRAs (*.safetensors);;All files (*)"));
  if (files.isEmpty()) return;
  m_lastFolder = QFileInfo(files.first()).absolutePath();
  Q_EMIT offered(files);
}

void LoraList::setDropping(bool dropping) {
  setStyleProperty(m_dropPlace, "dropping", dropping);
  m_dropPlace->setVisible(dropping);
}

void LoraList::dragEnterEvent(QDragEnterEvent* event) {
  if (safetensorsIn(*event->mimeData()).isEmpty()) return;
  setDropping(true);
  event->acceptProposedAction();
}

void LoraList::dragLeaveEvent(QDragLeaveEvent*) { setDropping(false); }

void LoraList::dropEvent(QDropEvent* event) {
  setDropping(false);
  Q_EMIT offered(safetensorsIn(*event->mimeData()));
  event->acceptProposedAction();
}

void LoraList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void LoraList::retranslate() {
  m_label->setText(tr("LoRAs"));
  m_add->setAccessibleName(tr("Add a LoRA"));
  m_add->setToolTip(tr("Choose files that change one of the models, such as a style or fewer steps"));
  m_dropPlace->setText(tr("Drop LoRAs here"));
}

}  // namespace fb::ui
