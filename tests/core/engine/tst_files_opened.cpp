// SPDX-License-Identifier: MIT
// A run reads the header of each of its files once. The kernel counts: every opening of a watched file is an event.
#include "engine_cases.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <map>
#include <system_error>

namespace fb {
namespace {

namespace fs = std::filesystem;

// Counts how often the weights in a folder are opened during its lifetime.
class OpenCounter {
public:
  explicit OpenCounter(const fs::path& folder) : m_events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (m_events < 0) throw std::system_error(errno, std::generic_category(), "inotify");
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".safetensors") watch(entry.path());
  }
  ~OpenCounter() { ::close(m_events); }
  OpenCounter(const OpenCounter&) = delete;
  OpenCounter& operator=(const OpenCounter&) = delete;

  std::map<fs::path, int> take() {
    std::map<fs::path, int> counts;
    for (const auto& [watch, file] : m_files) counts[file] = 0;
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (ssize_t length; (length = ::read(m_events, buffer.data(), buffer.size())) > 0;)
      for (ssize_t at = 0; at < length;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        if (event->mask & IN_Q_OVERFLOW) throw std::runtime_error("too many events to count");
        if (event->mask & IN_OPEN) ++counts.at(m_files.at(event->wd));
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    return counts;
  }

private:
  void watch(const fs::path& file) {
    // Closings, too: otherwise two consecutive equal events would be counted as one.
    const int watch = ::inotify_add_watch(m_events, file.c_str(), IN_OPEN | IN_CLOSE);
    if (watch < 0) throw std::system_error(errno, std::generic_category(), file.string());
    m_files[watch] = file;
  }

  int m_events;
  std::map<int, fs::path> m_files;
};

// Every file of the request's pair, which is in `folder`, is opened once in each of two runs of one engine: the second
// run finds the models in memory.
void expectEachFileOnce(const GenerationRequest& request, const fs::path& folder, std::size_t files) {
  OpenCounter counter(folder);
  const auto engine = createEngine({1});
  for (int run = 0; run < 2; ++run) {
    EventSink sink;
    RunControl control;
    finished(engine->generate(request, sink, control));
    std::size_t opened = 0;
    for (const auto& [file, count] : counter.take()) {
      EXPECT_LE(count, 1) << file << " in run " << run;
      opened += count > 0 ? 1 : 0;
    }
    EXPECT_EQ(opened, files) << "in run " << run;
  }
}

// A separate copy: other tests open the original at the same time.
fs::path copied(const fs::path& original, const TemporaryFolder& folder) {
  fs::copy(original, folder / "pair", fs::copy_options::recursive);
  return folder / "pair";
}

TEST(FilesOpened, ByACounterThatSeesThem) {
  const TemporaryFolder folder;
  const auto copy = copied(oracleFolder("engine_wan") / "wan-tiny", folder);
  OpenCounter counter(copy);
  const auto vae = copy / "large/vae/diffusion_pytorch_model.safetensors";
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(sharedEngine().inspectComponent(vae));
  EXPECT_EQ(counter.take().at(vae), 3);
}

TEST(FilesOpened, OnceInARunOfAWanPair) {
  const TemporaryFolder folder;
  const auto copy = copied(oracleFolder("engine_wan") / "wan-tiny", folder);
  const auto pair = sharedEngine().pairFromFolders(copy / "large", copy / "small");
  ASSERT_TRUE(pair) << pair.error().message;
  std::size_t shards = 0;
  for (const auto& entry : fs::directory_iterator(copy / "large/transformer"))
    if (entry.path().extension() == ".safetensors") ++shards;
  ASSERT_GT(shards, 1u);
  auto request = tinyRequest(pair.value());
  request.options.preview = true;
  request.options.runFolder.clear();
  expectEachFileOnce(request, copy, shards + 3);  // and the small model, the text encoder, the VAE
}

TEST(FilesOpened, OnceInATwoPassRunOfAnLtxPairWithAnImage) {
  const TemporaryFolder folder;
  const auto root = oracleFolder("engine_ltx");
  const auto copy = copied(root / "ltx-tiny-097", folder);
  auto pair = sharedEngine().pairFromFolders(copy / "large", copy / "small");
  ASSERT_TRUE(pair) << pair.error().message;
  fs::copy(root / "upsampler", copy / "upsampler", fs::copy_options::recursive);
  pair.value().upsampler = copy / "upsampler";
  auto request = defaultRequest(pair.value());
  request.clip.prompt = "A cat";
  request.clip.images = {{root / "first.png", 0, 1}};
  request.clip.width = 128;
  request.clip.height = 64;
  request.clip.frames = 9;
  request.sampling.schedule = {0.4, 0.2, 5, 0};
  request.sampling.twoPass = true;
  expectEachFileOnce(request, copy, 6);
}

}  // namespace
}  // namespace fb
