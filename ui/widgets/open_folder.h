// SPDX-License-Identifier: MIT
// Opens folders and videos in the desktop's programs for them.
#pragma once

class QString;
class QWidget;

namespace fb::ui {

// If nothing on this machine can open it, a message says so and names it. GUI thread.
void openFolder(const QString& folder, QWidget* parent);
void openVideo(const QString& file, QWidget* parent);

}  // namespace fb::ui
