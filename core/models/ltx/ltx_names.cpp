// SPDX-License-Identifier: MIT
// Maps diffusers' names of the LTX-Video transformer to those of the original release and its single files.
#include "models/checkpoint_probe.h"
#include "models/ltx/ltx_transformer.h"

namespace fb::models {
namespace {

// No attention norm's name occurs twice in a rule, so one replacement per rule is enough.
const std::vector<Renaming> kRules = {
    {"proj_in.", "patchify_proj."},
    {"time_embed.", "adaln_single."},
    {".norm_q.", ".q_norm."},
    {".norm_k.", ".k_norm."},
};

// Checkpoint::open() strips the prefix of single files only if most tensors belong to the transformer.
std::string prefixOf(const weights::Checkpoint& checkpoint) {
  const std::string prefix(weights::kSingleFilePrefix);
  return checkpoint.find(prefix + "patchify_proj.weight") ? prefix : "";
}

}  // namespace

bool isLtxTransformer(const weights::Checkpoint& checkpoint) {
  const auto prefix = prefixOf(checkpoint);
  const auto has = [&](const char* name) { return checkpoint.find(prefix + name) != nullptr; };
  return (has("proj_in.weight") && has("time_embed.linear.weight") && has("scale_shift_table")) ||
         (has("patchify_proj.weight") && has("adaln_single.linear.weight") && has("scale_shift_table"));
}

weights::NameMap ltxTransformerNames(const weights::Checkpoint& checkpoint) {
  const auto prefix = prefixOf(checkpoint);
  if (prefix.empty() && !checkpoint.find("patchify_proj.weight")) return [](const std::string& name) { return name; };
  return [prefix](const std::string& name) { return prefix + ltxOriginalName(name); };
}

std::string ltxOriginalName(const std::string& name) { return renamed(name, kRules); }

}  // namespace fb::models
