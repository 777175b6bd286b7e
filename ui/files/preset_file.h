// SPDX-License-Identifier: MIT
// A file with the user's presets of one kind.
#pragma once

#include "files/kept_file.h"

#include <QByteArray>
#include <QJsonArray>
#include <QObject>
#include <QString>

#include <functional>

namespace fb::ui {

// A file that cannot be parsed is kept under another name; if it cannot be renamed, it is never overwritten, and
// neither is one of a newer version of the program. Owned by a store, which knows what its presets are. GUI thread; the
// file is written in the background, atomically.
class PresetFile : public QObject {
  Q_OBJECT
public:
  // What is said of a damaged file, in sentences that name it.
  struct Words {
    std::function<QString(const QString& file)> inTheWay;  // it cannot be renamed
    std::function<QString(const QString& file, const QString& aside)> setAside;
  };
  // `format`: the name of the document's format. The file need not exist.
  PresetFile(const QString& file, const QString& format, const Words& words, QObject* parent = nullptr);

  // Gives the document to `load`, if there is one. Whether all of it was sound is what that returns: if not, the file
  // is set aside, unless a newer version has written it. False if so: what could be read must be written again, so that
  // it is there at the next start.
  bool read(const std::function<bool(const QByteArray& document)>& load);
  void write(const QJsonArray& presets);

  // Empty if the file was read without problems; otherwise a sentence.
  QString problem() const { return m_problem; }
  // Reports why it cannot be read or written at the moment.
  KeptFile* file() { return &m_file; }

Q_SIGNALS:
  // It could not be read before, and should be read now.
  void readable();
  // Not written: a damaged file, or one of a newer version, is in the way. A sentence that names it.
  void failed(const QString& message);

private:
  KeptFile m_file;
  QString m_format;
  Words m_words;
  QString m_problem;
  bool m_isInTheWay = false;
};

}  // namespace fb::ui
