// SPDX-License-Identifier: MIT
#include "export/sound_field.h"

#include "export/rate_words.h"
#include "session/engine_host.h"
#include "theme/style_property.h"
#include "theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

namespace fb::ui {

SoundField::SoundField(const Theme* theme, EngineHost* host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_path(new QLineEdit(this)),
      m_choose(new QToolButton(this)),
      m_words(new QLabel(this)) {
  m_path->setObjectName(QStringLiteral("soundEdit"));
  m_path->setClearButtonEnabled(true);
  m_choose->setObjectName(QStringLiteral("chooseSoundButton"));
  m_choose->setIcon(theme->icon(QStringLiteral("folder")));
  m_choose->setProperty("role", "icon");
  m_choose->setFocusPolicy(Qt::StrongFocus);
  m_words->setObjectName(QStringLiteral("soundWords"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_path, 1);
  row->addWidget(m_choose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(row);
  layout->addWidget(m_words);
  setFocusProxy(m_path);
  connect(m_path, &QLineEdit::textChanged, this, &SoundField::inspect);
  connect(m_choose, &QToolButton::clicked, this, &SoundField::choose);
}

void SoundField::setClip(ExportFormat format, double seconds) {
  m_format = format;
  m_seconds = seconds;
  show();
}

std::filesystem::path SoundField::file() const {
  if (audioCodecOf(m_format).empty()) return {};
  return m_path->text().trimmed().toStdString();
}

bool SoundField::isGood() const { return file().empty() || (m_found && m_found->ok()); }

void SoundField::inspect() {
  m_found.reset();
  m_asked.drop();
  const std::filesystem::path file = m_path->text().trimmed().toStdString();
  if (!file.empty())
    m_host->ask(
        this, [file](Engine& engine) { return engine.inspectAudio(file); },
        m_asked.ask([this](const Result<AudioInfo>& found) {
          m_found = found;
          show();
          Q_EMIT changed();
        }));
  show();
  Q_EMIT changed();
}

void SoundField::choose() {
  auto folder = QFileInfo(m_path->text()).absolutePath();
  if (m_path->text().isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::MusicLocation);
  const auto file = QFileDialog::getOpenFileName(this, tr("File with the sound"), folder);
  if (!file.isEmpty()) m_path->setText(file);
}

void SoundField::show() {
  const bool isPossible = !audioCodecOf(m_format).empty();
  for (QWidget* widget : {static_cast<QWidget*>(m_path), static_cast<QWidget*>(m_choose)})
    widget->setEnabled(isPossible);
  QString words;
  bool isWrong = false;
  if (!isPossible) {
    words = m_format == ExportFormat::Gif ? tr("A GIF has no sound.") : tr("A PNG sequence has no sound.");
  } else if (m_found) {
    isWrong = !m_found->ok();
    words =
        isWrong ? QString::fromStdString(m_found->error().message) : soundWords(m_format, m_found->value(), m_seconds);
  }
  setStyleProperty(m_words, "role", isWrong ? "error" : "muted");
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty());
}

void SoundField::retranslate() {
  m_path->setPlaceholderText(tr("none"));
  m_path->setAccessibleName(tr("File with the sound"));
  m_path->setToolTip(tr("An audio file, or a video whose sound is used"));
  m_choose->setAccessibleName(tr("Choose the file with the sound"));
  m_choose->setToolTip(tr("Choose the file with the sound"));
  show();
}

}  // namespace fb::ui
