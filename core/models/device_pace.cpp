// SPDX-License-Identifier: MIT
#include "models/device_pace.h"

#include <c10/core/impl/VirtualGuardImpl.h>

namespace fb::models {

void DevicePace::wait() {
  if (!m_device.is_cuda()) return;
  m_queued.emplace_back(m_device.type());
  m_queued.back().record(c10::impl::VirtualGuardImpl(m_device.type()).getStream(m_device));
  if (m_queued.size() <= m_ahead) return;
  m_queued.front().synchronize();
  m_queued.pop_front();
}

}  // namespace fb::models
