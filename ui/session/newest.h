// SPDX-License-Identifier: MIT
// For questions that are asked again before they are answered: only the newest one's answer is used.
#pragma once

#include <memory>
#include <utility>

namespace fb::ui {

// Owned by the object that asks. GUI thread.
class Newest {
public:
  // Knows whether its question is still the newest. May outlive the Newest that it came from.
  class Ticket {
  public:
    explicit operator bool() const { return m_number == *m_last; }

  private:
    friend class Newest;
    Ticket(int number, std::shared_ptr<const int> last) : m_number(number), m_last(std::move(last)) {}

    int m_number;
    std::shared_ptr<const int> m_last;
  };

  // Starts a new question: earlier ones are outdated.
  Ticket ask() { return {++*m_last, m_last}; }
  // The same, as a continuation: `then`, unless a newer question has been asked by the time of the answer.
  template <class Then>
  auto ask(Then then) {
    return [ticket = ask(), then = std::move(then)](auto&&... answer) mutable {
      if (ticket) then(std::forward<decltype(answer)>(answer)...);
    };
  }
  // Ignores all pending answers.
  void drop() { ++*m_last; }

private:
  std::shared_ptr<int> m_last = std::make_shared<int>(0);
};

}  // namespace fb::ui
