// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/frame.h"

#include <memory>
#include <stop_token>

namespace fb::media {

// Scales frames of one size to another with libswscale's Lanczos filter (three lobes; wider for shrinking), each colour
// on its own. Used on one thread. Throws Failure(Internal) if there is no such scaler.
class LanczosScaler {
public:
  LanczosScaler(int fromWidth, int fromHeight, int toWidth, int toHeight);
  ~LanczosScaler();

  // Throws Stopped.
  Frame scaled(const Frame& frame, const std::stop_token& stop) const;

private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::media
