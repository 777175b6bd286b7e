// SPDX-License-Identifier: MIT
#include "engine/part_store.h"

#include "engine/components.h"

namespace fb::engine {

std::shared_ptr<const tokenizers::SentencePieceTokenizer> PartStore::tokenizer(const std::filesystem::path& path) {
  return m_pool.share<tokenizers::SentencePieceTokenizer>(path, [&] { return openTokenizer(path, m_checkpoints); });
}

}  // namespace fb::engine
