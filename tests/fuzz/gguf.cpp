// SPDX-License-Identifier: MIT
// A GGUF file, and the tokenizer in its metadata.
#include "weights/gguf_file.h"
#include "weights_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fb::fuzz::textOf(data, size);
  fb::fuzz::openWeights(bytes, "model.gguf");
  const auto file = fb::fuzz::fileWith(bytes, "model.gguf");
  fb::fuzz::readOrRefused(file.string(), [&] {
    const auto found = fb::weights::readVocabulary(fb::weights::DataFile(file));
    if (found.scores.size() != found.pieces.size() || found.types.size() != found.pieces.size()) std::abort();
  });
  return 0;
}
