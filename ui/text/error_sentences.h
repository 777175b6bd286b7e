// SPDX-License-Identifier: MIT
// The one place where engine errors become text for people.
#pragma once

#include "flowblend/status.h"

#include <QString>

namespace fb::ui {

struct ErrorText {
  QString headline;  // translated: what went wrong, without a full stop, for a title or the first line
  QString detail;    // the engine's own sentence, which names the file or field
  QString wayOut;    // translated: what to do about it
};

// In the current language; call again after a LanguageChange. Any thread.
ErrorText errorText(const Error& error);

// Detail and way out, one after the other.
QString errorSentences(const Error& error);
// With a full stop, unless it has one: the engine's sentences have none, and others may follow.
QString withFullStop(const QString& sentence);

// Headline and detail in one line, for a status bar, a list row or the log.
QString errorLine(const Error& error);
// The same as a sentence, for a message that stands below or beside others.
QString errorSentence(const Error& error);

}  // namespace fb::ui
