// SPDX-License-Identifier: MIT
#include "shell/end_signals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace fb::ui {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

// A signal handler may do little more than write to a pipe, and this is the only way for it to find one.
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int signal) {
  const int error = errno;
  const auto number = static_cast<unsigned char>(signal);
  if (::write(writeEnd, &number, 1) < 0) ::_exit(128 + signal);
  errno = error;
}

}  // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent) {
  // Writing then fails, which is told, instead of ending the process.
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
  if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
  writeEnd = m_pipe[1];
  m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
  connect(m_notifier, &QSocketNotifier::activated, this, [this] {
    unsigned char number = 0;
    if (::read(m_pipe[0], &number, 1) == 1) Q_EMIT received(number);
  });
  struct sigaction action {};
  action.sa_handler = onSignal;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : kSignals) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(signal, &action, nullptr);
  }
}

EndSignals::~EndSignals() {
  for (const int signal : kSignals) {
    struct sigaction now {};
    if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == onSignal) std::signal(signal, SIG_DFL);
  }
  writeEnd = -1;
  for (const int end : m_pipe)
    if (end >= 0) ::close(end);
}

}  // namespace fb::ui
