// SPDX-License-Identifier: MIT
#include "text/error_sentences.h"

#include <QCoreApplication>
#include <QStringView>

#include <algorithm>

namespace fb::ui {
namespace {

struct Errors {
  Q_DECLARE_TR_FUNCTIONS(Errors)
};

QString headline(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return Errors::tr("A setting has a value that cannot be used");
    case ErrorKind::NotFound:
      return Errors::tr("Something was not found");
    case ErrorKind::Corrupt:
      return Errors::tr("A file is damaged");
    case ErrorKind::Unsupported:
      return Errors::tr("This is not supported");
    case ErrorKind::OutOfMemory:
      return Errors::tr("There is not enough memory");
    case ErrorKind::Io:
      return Errors::tr("A file could not be read or written");
    case ErrorKind::NotFinite:
      return Errors::tr("Sampling produced invalid numbers");
    case ErrorKind::Internal:
      break;
  }
  return Errors::tr("Internal error");
}

QString wayOut(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return Errors::tr("Change the value named above and try again.");
    case ErrorKind::NotFound:
      return Errors::tr("Put the file back, or choose its new location.");
    case ErrorKind::Corrupt:
      return Errors::tr("Download the file again; an incomplete download is the usual cause.");
    case ErrorKind::Unsupported:
      return Errors::tr("Models › Models and pairs shows what can be used.");
    case ErrorKind::OutOfMemory:
      return Errors::tr("Choose fewer frames, a smaller size or bf16, or close other programs that use the device.");
    case ErrorKind::Io:
      return Errors::tr("Check that the disk has free space and that you have write permission for the folder.");
    case ErrorKind::NotFinite:
      return Errors::tr("Lower the guidance scale, or choose bf16 or fp32 instead of fp16.");
    case ErrorKind::Internal:
      break;
  }
  return Errors::tr("Please send us the report from Help › Log. Finished steps are kept.");
}

// A sentence may begin with a file or a field, whose names are written as they are.
QString capitalised(QString sentence) {
  const auto end = std::find_if(sentence.cbegin(), sentence.cend(), [](QChar c) { return c.isSpace(); });
  auto word = QStringView(sentence.cbegin(), end);
  while (!word.isEmpty() && QStringView(u",:;").contains(word.back())) word.chop(1);
  const bool plain = std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLower(); });
  if (plain && !word.isEmpty()) sentence[0] = sentence[0].toUpper();
  return sentence;
}

}  // namespace

ErrorText errorText(const Error& error) {
  return {headline(error.kind), capitalised(QString::fromStdString(error.message)), wayOut(error.kind)};
}

QString withFullStop(const QString& sentence) {
  const bool isEnded = sentence.isEmpty() || QStringView(u".!?…").contains(sentence.back());
  return isEnded ? sentence : sentence + QLatin1Char('.');
}

QString errorSentences(const Error& error) {
  const auto text = errorText(error);
  return text.detail.isEmpty() ? text.wayOut : QStringLiteral("%1 %2").arg(withFullStop(text.detail), text.wayOut);
}

QString errorLine(const Error& error) {
  const auto text = errorText(error);
  return text.detail.isEmpty() ? text.headline : Errors::tr("%1: %2").arg(text.headline, text.detail);
}

QString errorSentence(const Error& error) { return withFullStop(errorLine(error)); }

}  // namespace fb::ui
