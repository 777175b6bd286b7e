// SPDX-License-Identifier: MIT
// Preloaded: throws what FB_THROW names when the libraries start, before main(): "memory", "words", or "thread", which
// throws in a thread of its own.
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace {

[[gnu::constructor]] void throwWhatIsNamed() {
  const char* name = std::getenv("FB_THROW");
  const std::string_view what = name ? name : "";
  if (what == "memory") throw std::bad_alloc();
  if (what == "words") throw std::runtime_error("a library has no wish to start");
  if (what == "thread") std::thread([] { throw std::bad_alloc(); }).join();
}

}  // namespace
