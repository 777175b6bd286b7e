// SPDX-License-Identifier: MIT
// The export of a clip that is in memory already.
#pragma once

#include "session/export_work.h"

inline fb::ui::ExportWork exportWorkOf(const fb::Clip& clip, const QString& path,
                                       const fb::ExportOptions& options = {}) {
  return {[clip](fb::Engine&, const std::stop_token&) { return fb::Outcome<fb::Clip>(clip); }, path, options};
}
