// SPDX-License-Identifier: MIT
// A store of the user's named values of one kind, such as presets: a JSON document with a list of them.
#pragma once

#include "files/kept_file.h"

#include <QByteArray>
#include <QJsonArray>
#include <QObject>
#include <QString>

#include <functional>

namespace fb::ui {

// What a file holds is read, set aside and written here; what the values are is known to the derived class. A file that
// cannot be parsed is kept under another name; if it cannot be renamed, it is never overwritten, and neither is one of
// a newer version of the program. GUI thread; the file is written in the background, atomically.
class NamedValues : public QObject {
  Q_OBJECT
public:
  // Empty if the file was read without problems; otherwise a sentence that names it.
  QString problem() const { return m_problem; }
  // Reports why it cannot be read or written at the moment.
  KeptFile* file() { return &m_file; }

Q_SIGNALS:
  void changed();
  // Nothing is saved: a damaged file, or one of a newer version, is in the way. A sentence that names it.
  void failed(const QString& message);

protected:
  // What is said of a damaged file, in sentences that name it.
  struct Words {
    std::function<QString(const QString& file)> inTheWay;  // it cannot be renamed
    std::function<QString(const QString& file, const QString& aside)> setAside;
  };
  // `format`: the name of the document's format. The file need not exist.
  NamedValues(const QString& file, const QString& format, const Words& words, QObject* parent);

  // Called once by the derived class, when it can load values.
  void read();
  // Values have changed: writes all of them, and says so.
  void keep();

  // Adds the values of a list in a document to those that are there. False if some of them are not valid; the others
  // are used anyway.
  virtual bool load(const QByteArray& document) = 0;
  // All values that belong into the file.
  virtual QJsonArray toJson() const = 0;

private:
  void write();

  KeptFile m_file;
  QString m_format;
  Words m_words;
  QString m_problem;
  bool m_isInTheWay = false;
};

}  // namespace fb::ui
