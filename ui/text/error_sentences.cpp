// SPDX-License-Identifier: MIT
#include "text/error_sentences.h"

#include <QCoreApplication>

namespace fb::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("Errors", text); }

}  // namespace

ErrorText describe(const Error& error) {
  ErrorText text;
  text.detail = QString::fromStdString(error.message);
  if (!text.detail.isEmpty()) text.detail[0] = text.detail[0].toUpper();
  switch (error.kind) {
    case ErrorKind::Invalid:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "A setting cannot be used"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Change the setting named above and try again."));
      break;
    case ErrorKind::NotFound:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "Something is missing"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Put the file back, or choose another one."));
      break;
    case ErrorKind::Corrupt:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "A file is damaged"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Get the file again; the one on disk is left as it is."));
      break;
    case ErrorKind::Unsupported:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "This kind of file is not supported"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "The models page says which files can be used."));
      break;
    case ErrorKind::OutOfMemory:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "There is not enough memory"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Choose fewer frames, a smaller size or a smaller precision."));
      break;
    case ErrorKind::Io:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "A file could not be read or written"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Check that the disk is not full and that you may write there."));
      break;
    case ErrorKind::NotFinite:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "The numbers ran out of range"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Try a wider precision or a lower guidance scale."));
      break;
    case ErrorKind::Internal:
      text.headline = say(QT_TRANSLATE_NOOP("Errors", "The program made a mistake"));
      text.wayOut = say(QT_TRANSLATE_NOOP("Errors", "Please report it; nothing of your work is lost."));
      break;
  }
  return text;
}

}  // namespace fb::ui
