// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fb::ui {

// The longest gaps between iterations of the event loop, in milliseconds: figures for reading, which depend on the
// machine.
class Heartbeat : public QObject {
public:
  Heartbeat() {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
      m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
      m_since.start();
    });
    m_since.start();
    m_timer.start(1);
  }
  double quantile(double share) {
    std::sort(m_gaps.begin(), m_gaps.end());
    return m_gaps.empty() ? 0
                          : m_gaps[std::min(m_gaps.size() - 1,
                                            static_cast<std::size_t>(share * static_cast<double>(m_gaps.size())))];
  }

private:
  QTimer m_timer;
  QElapsedTimer m_since;
  std::vector<double> m_gaps;
};

}  // namespace fb::ui
