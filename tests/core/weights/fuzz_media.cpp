// SPDX-License-Identifier: MIT
// Damaged clips and images, the same ones in every run, read under AddressSanitizer and UndefinedBehaviorSanitizer.
// `fuzz_media [KIND INDEX]`: with KIND and INDEX, only that input. The sound ones are made by the ffmpeg program.
#include "files.h"
#include "fuzz.h"
#include "media/clip_files.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

using namespace fb;
using namespace fb::weights::test;

namespace {

namespace fs = std::filesystem;

constexpr int kLargestClip = 1 << 20;  // bytes of a sound one

const std::string& seedFor(const std::string& ending, const std::string& arguments) {
  static std::map<std::string, std::string> seeds;
  auto& seed = seeds[ending];
  if (!seed.empty()) return seed;
  const TemporaryFolder folder;
  const auto file = folder.path() / ("seed" + ending);
  const auto command =
      fmt::format("ffmpeg -v error -f lavfi -i testsrc2=s=48x32:r=5:d=1 {} '{}'", arguments, file.string());
  if (std::system(command.c_str()) != 0) std::abort();
  seed = readFile(file);
  if (seed.empty() || seed.size() > kLargestClip) std::abort();
  return seed;
}

// As a clip, as an image and as what is told of it; a frame that is accepted has the pixels that it says.
void readAll(const fs::path& path) {
  const auto clip = media::readClip(path);
  const auto first = media::readFirstFrame(path);
  const auto info = media::inspectClip(path);
  if (clip)
    for (const auto& frame : clip.value().frames)
      if (frame->rgb.size() != 3u * static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height))
        std::abort();
  for (const auto* error :
       {clip ? nullptr : &clip.error(), first ? nullptr : &first.error(), info ? nullptr : &info.error()})
    if (error) throw Failure(*error);
}

// Half of the inputs keep every length and position, so that they come past the container.
void damaged(const std::string& ending, const std::string& arguments, Mutator& mutator, const fs::path& folder) {
  const auto& seed = seedFor(ending, arguments);
  readAll(writeFile(folder / ("input" + ending), mutator.oneIn(2) ? mutator.mutated(seed, binaryTokens())
                                                                  : mutator.overwritten(seed, binaryTokens())));
}

void mp4(Mutator& mutator, const fs::path& folder) { damaged(".mp4", "-pix_fmt yuv420p", mutator, folder); }
void mov(Mutator& mutator, const fs::path& folder) { damaged(".mov", "-c:v prores_ks", mutator, folder); }
void webm(Mutator& mutator, const fs::path& folder) { damaged(".webm", "-c:v libvpx-vp9", mutator, folder); }
void gif(Mutator& mutator, const fs::path& folder) { damaged(".gif", "", mutator, folder); }
void png(Mutator& mutator, const fs::path& folder) { damaged(".png", "-frames:v 1", mutator, folder); }
void jpeg(Mutator& mutator, const fs::path& folder) { damaged(".jpg", "-frames:v 1", mutator, folder); }
void webp(Mutator& mutator, const fs::path& folder) { damaged(".webp", "-frames:v 1", mutator, folder); }
void tiff(Mutator& mutator, const fs::path& folder) { damaged(".tiff", "-frames:v 1", mutator, folder); }

constexpr FuzzKind kKinds[] = {{"mp4", 500, mp4, nullptr},   {"mov", 2500, mov, nullptr}, {"webm", 500, webm, nullptr},
                               {"gif", 500, gif, nullptr},   {"png", 500, png, nullptr},  {"jpeg", 500, jpeg, nullptr},
                               {"webp", 500, webp, nullptr}, {"tiff", 500, tiff, nullptr}};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 1 && argc != 3) {
    fmt::print(stderr, "usage: fuzz_media [KIND INDEX]\n");
    return 2;
  }
  return fuzz("fuzz_media", kKinds, argc == 3 ? std::optional(OneInput{argv[1], std::stoi(argv[2])}) : std::nullopt);
}
