// SPDX-License-Identifier: MIT
// Frames whose last byte is the last readable one: reading past it crashes the program.
#include "media/clip_files.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <new>

namespace {

constexpr int kWidth = 64, kHeight = 64;
// Exactly three pages, so that a frame also begins at the start of a page.
constexpr std::size_t kFrameBytes = std::size_t{kWidth} * kHeight * 3;
static_assert(kFrameBytes == 3 * 4096);

std::array<void*, 256> guarded{};

void* allocateGuarded() {
  auto* memory = static_cast<std::byte*>(
      ::mmap(nullptr, kFrameBytes + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  if (memory == MAP_FAILED || ::mprotect(memory + kFrameBytes, 4096, PROT_NONE) != 0) throw std::bad_alloc();
  for (auto& slot : guarded)
    if (!slot) return slot = memory;
  throw std::bad_alloc();
}

bool freeGuarded(void* memory) {
  for (auto& slot : guarded)
    if (memory && slot == memory) {
      ::munmap(memory, kFrameBytes + 4096);
      slot = nullptr;
      return true;
    }
  return false;
}

}  // namespace

// Not inlined, since the compiler would complain about delete on malloc's memory.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (size == kFrameBytes) return allocateGuarded();
  if (void* memory = std::malloc(size ? size : 1)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  if (!freeGuarded(memory)) std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace fb::media {
namespace {

TEST(FrameEnds, NothingIsReadBehindThem) {
  if (::sysconf(_SC_PAGESIZE) != 4096) FAIL() << "the frames end where no page does";
  const TemporaryFolder folder;
  Clip clip;
  for (int i = 0; i < 3; ++i)
    clip.frames.push_back(
        std::make_shared<const Frame>(Frame{kWidth, kHeight, std::vector<std::uint8_t>(kFrameBytes)}));
  ASSERT_EQ(reinterpret_cast<std::uintptr_t>(clip.frames[0]->rgb.data()) % 4096, 0u);
  for (const auto format : availableExportFormats())
    for (const int scale : {100, 50, 150, 200}) {
      SCOPED_TRACE(std::string(toString(format)) + " at " + std::to_string(scale));
      EventSink sink;
      RunControl control;
      const auto path = folder / (std::string(toString(format)) + std::to_string(scale));
      const ExportOptions options{.format = format, .scalePercent = scale};
      EXPECT_TRUE(exportClip(clip, path, options, sink, control));
      EXPECT_TRUE(readClip(path));
    }
}

}  // namespace
}  // namespace fb::media
