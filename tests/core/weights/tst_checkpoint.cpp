// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "files.h"
#include "weights/checkpoint_cache.h"
#include "weights/safetensors.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

void writeTensors(const std::filesystem::path& path, const std::vector<std::string>& names,
                  const std::map<std::string, std::string>& metadata = {}) {
  static constexpr float kValue = 1;
  std::filesystem::create_directories(path.parent_path());
  std::vector<TensorToWrite> tensors;
  for (const auto& name : names) tensors.push_back({name, StorageType::F32, {1}, std::as_bytes(std::span(&kValue, 1))});
  writeSafetensors(path, tensors, metadata);
}

void writeIndex(const std::filesystem::path& path, const std::string& weightMap) {
  writeFile(path, "{\"metadata\":{\"total_size\":8},\"weight_map\":" + weightMap + "}");
}

std::set<std::string> namesIn(const Checkpoint& checkpoint) {
  std::set<std::string> names;
  for (const auto& [name, view] : checkpoint.tensors()) names.insert(name);
  return names;
}

class CheckpointTest : public testing::Test {
protected:
  // Two shards with an index, as diffusers writes them.
  void writeShards() {
    writeTensors(folder / "m-00001-of-00002.safetensors", {"a"}, {{"format", "pt"}});
    writeTensors(folder / "m-00002-of-00002.safetensors", {"b", "unlisted"}, {{"other", "x"}});
    writeIndex(folder / "m.safetensors.index.json",
               R"({"a":"m-00001-of-00002.safetensors","b":"m-00002-of-00002.safetensors"})");
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_F(CheckpointTest, FollowsTheIndexExactly) {
  writeShards();
  writeFile(folder / "config.json", "{\"dim\": 4}");
  for (const auto& path : {folder.path(), folder / "m.safetensors.index.json"}) {
    const auto checkpoint = Checkpoint::open(path);
    EXPECT_EQ(namesIn(checkpoint), (std::set<std::string>{"a", "b"}));
    EXPECT_EQ(checkpoint.files(), 2);
    EXPECT_EQ(checkpoint.metadata(), (std::map<std::string, std::string>{{"format", "pt"}, {"other", "x"}}));
    EXPECT_EQ(checkpoint.config(), "{\"dim\": 4}");
    EXPECT_EQ(checkpoint.path(), path);
  }
}

TEST_F(CheckpointTest, CopiesKeepTheFilesOpen) {
  writeShards();
  const auto copy = [&] { return Checkpoint(Checkpoint::open(folder.path())); }();
  EXPECT_EQ(bytesOf(*copy.find("b"))[3], std::byte{0x3f});
  EXPECT_EQ(copy.find("c"), nullptr);
}

TEST_F(CheckpointTest, TakesTheOnlyFileOfAFolderWithAnyVariant) {
  writeTensors(folder / "diffusion_pytorch_model.fp16.safetensors", {"a"});
  writeFile(folder / "diffusion_pytorch_model.bin", "pickle");
  EXPECT_EQ(namesIn(Checkpoint::open(folder.path())), std::set<std::string>{"a"});
}

// As in diffusers if no variant is requested.
TEST_F(CheckpointTest, TakesThePlainFileBesideItsVariants) {
  writeTensors(folder / "model.safetensors", {"plain"});
  writeTensors(folder / "model.fp16.safetensors", {"half"});
  writeTensors(folder / "model.bf16.safetensors", {"half"});
  EXPECT_EQ(namesIn(Checkpoint::open(folder.path())), std::set<std::string>{"plain"});
  // Even if the variant is the one that is sharded.
  writeTensors(folder / "model.fp16-00001-of-00001.safetensors", {"shard"});
  writeIndex(folder / "model.safetensors.index.fp16.json", R"({"shard":"model.fp16-00001-of-00001.safetensors"})");
  EXPECT_EQ(namesIn(Checkpoint::open(folder.path())), std::set<std::string>{"plain"});
  // A variant can be requested by name.
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "model.fp16.safetensors")), std::set<std::string>{"half"});
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "model.safetensors.index.fp16.json")), std::set<std::string>{"shard"});
}

TEST_F(CheckpointTest, TakesThePlainIndexBesideItsVariants) {
  writeShards();
  writeTensors(folder / "m.fp16-00001-of-00001.safetensors", {"half"});
  writeIndex(folder / "m.safetensors.index.fp16.json", R"({"half":"m.fp16-00001-of-00001.safetensors"})");
  writeTensors(folder / "m.fp16.safetensors", {"half"});
  EXPECT_EQ(namesIn(Checkpoint::open(folder.path())), (std::set<std::string>{"a", "b"}));
}

TEST_F(CheckpointTest, AsksWhichOfTwoModelsIsMeant) {
  writeTensors(folder / "wan2.1_vae.safetensors", {"a"});
  writeTensors(folder / "wan2.2_vae.safetensors", {"a"});
  try {
    Checkpoint::open(folder.path());
    FAIL() << "took one of the two";
  } catch (const Failure& failure) {
    EXPECT_NE(failure.error().message.find("choose one file"), std::string::npos) << failure.error().message;
  }
}

// As left by an unfinished download in a cache of links.
TEST_F(CheckpointTest, NamesALinkToNowhere) {
  const auto complaint = [](const std::filesystem::path& path) -> std::string {
    try {
      Checkpoint::open(path);
      return "opened";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::NotFound);
      return failure.error().message;
    }
  };
  std::filesystem::create_directories(folder / "snapshot");
  std::filesystem::create_symlink("../blobs/0123", folder / "snapshot/m.safetensors");
  for (const auto& path : {folder / "snapshot", folder / "snapshot/m.safetensors"}) {
    EXPECT_NE(complaint(path).find("m.safetensors is a link to ../blobs/0123"), std::string::npos) << complaint(path);
    EXPECT_NE(complaint(path).find("download did not finish"), std::string::npos) << complaint(path);
  }
  writeIndex(folder / "snapshot/m.safetensors.index.json", R"({"a":"m.safetensors"})");
  EXPECT_NE(complaint(folder / "snapshot").find("is a link to ../blobs/0123"), std::string::npos)
      << complaint(folder / "snapshot");
}

TEST_F(CheckpointTest, TakesAnIndexWithAVariant) {
  writeTensors(folder / "model.fp16-00001-of-00001.safetensors", {"a"});
  writeIndex(folder / "model.safetensors.index.fp16.json", R"({"a":"model.fp16-00001-of-00001.safetensors"})");
  EXPECT_EQ(namesIn(Checkpoint::open(folder.path())), std::set<std::string>{"a"});
}

TEST_F(CheckpointTest, FollowsShardsThatAreLinks) {
  writeTensors(folder / "blobs/0123", {"a"});
  std::filesystem::create_directories(folder / "snapshot");
  std::filesystem::create_symlink("../blobs/0123", folder / "snapshot/m.safetensors");
  writeIndex(folder / "snapshot/m.safetensors.index.json", R"({"a":"m.safetensors"})");
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "snapshot")), std::set<std::string>{"a"});
}

TEST_F(CheckpointTest, StripsThePrefixThatMostTensorsCarry) {
  const std::string prefix(kSingleFilePrefix);
  writeTensors(folder / "most.safetensors", {prefix + "a", prefix + "b", "vae.c"});
  writeTensors(folder / "few.safetensors", {prefix + "a", "b", "c"});
  writeTensors(folder / "both.safetensors", {prefix + "a", prefix + "b", "a"});
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "most.safetensors")), (std::set<std::string>{"a", "b", "vae.c"}));
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "few.safetensors")), (std::set<std::string>{prefix + "a", "b", "c"}));
  EXPECT_FAILURE(Checkpoint::open(folder / "both.safetensors"), ErrorKind::Corrupt, "both.safetensors", "\"a\" both");
}

TEST_F(CheckpointTest, StripsWhatProgramsWrapModelsIn) {
  for (const std::string prefix :
       {"diffusion_model.", "module.", "_orig_mod.", "model.", "_orig_mod.module.", "module.model.diffusion_model."}) {
    writeTensors(folder / "wrapped.safetensors", {prefix + "a", prefix + "b.weight", "vae.c"});
    EXPECT_EQ(namesIn(Checkpoint::open(folder / "wrapped.safetensors")),
              (std::set<std::string>{"a", "b.weight", "vae.c"}))
        << prefix;
  }
}

TEST_F(CheckpointTest, NamesWhatTheIndexGetsWrong) {
  writeShards();
  const auto index = folder / "m.safetensors.index.json";
  const auto expectRefused = [&](const std::string& weightMap, ErrorKind kind, const char* message) {
    writeIndex(index, weightMap);
    EXPECT_FAILURE(Checkpoint::open(folder.path()), kind, index.string(), message);
  };
  expectRefused(R"({"a":"gone.safetensors"})", ErrorKind::NotFound, "gone.safetensors");
  expectRefused(R"({"b":"m-00001-of-00002.safetensors"})", ErrorKind::Corrupt, "\"b\" in m-00001-of-00002");
  expectRefused(R"({"a":"../m.safetensors"})", ErrorKind::Corrupt, "\"../m.safetensors\" is outside");
  expectRefused(R"({"a":"sub/../../m.safetensors"})", ErrorKind::Corrupt, "is outside");
  expectRefused(R"({"a":"/etc/passwd"})", ErrorKind::Corrupt, "\"/etc/passwd\" is outside");
  expectRefused(R"({"a":""})", ErrorKind::Corrupt, "is outside");
  expectRefused(R"({"a":3})", ErrorKind::Corrupt, "shard of \"a\"");
  expectRefused("[]", ErrorKind::Corrupt, "weight_map");
  expectRefused("{}", ErrorKind::Corrupt, "is empty");
  expectRefused("{\"a\":\"" + std::string(5000, 'x') + "\"}", ErrorKind::NotFound, "which does not exist");
}

TEST_F(CheckpointTest, RefusesPicklesWithTheWayOut) {
  for (const auto* name : {"Wan2.1_VAE.pth", "model.pt", "pytorch_model.bin", "wan.ckpt"}) {
    const auto file = writeFile(folder / "pickles" / name, "PK\3\4");
    EXPECT_FAILURE(Checkpoint::open(file), ErrorKind::Unsupported, name, "can run arbitrary code when opened");
    EXPECT_FAILURE(Checkpoint::open(file.parent_path()), ErrorKind::Unsupported, name, "Wan_2.1_ComfyUI_repackaged");
    std::filesystem::remove(file);
  }
}

TEST_F(CheckpointTest, SaysWhichPartOfAPipelineToName) {
  writeFile(folder / "model_index.json", "{}");
  writeTensors(folder / "transformer/m.safetensors", {"a"});
  writeTensors(folder / "vae/m.safetensors", {"a"});
  EXPECT_FAILURE(Checkpoint::open(folder.path()), ErrorKind::Invalid, folder.path().string(),
                 (folder / "transformer").string() + ", " + (folder / "vae").string());
}

TEST_F(CheckpointTest, DoesNotGuessAmongSeveralFiles) {
  writeTensors(folder / "a.safetensors", {"a"});
  writeTensors(folder / "b.safetensors", {"b"});
  EXPECT_FAILURE(Checkpoint::open(folder.path()), ErrorKind::Invalid, folder.path().string(),
                 "a.safetensors, b.safetensors");
}

TEST_F(CheckpointTest, AShardAloneIsNoModel) {
  writeShards();
  const auto shard = folder / "m-00002-of-00002.safetensors";
  EXPECT_FAILURE(Checkpoint::open(shard), ErrorKind::Invalid, shard.string(),
                 (folder / "m.safetensors.index.json").string());
  std::filesystem::remove(folder / "m.safetensors.index.json");
  for (const auto& path : {shard, folder.path()})
    EXPECT_FAILURE(Checkpoint::open(path), ErrorKind::NotFound, folder.path().string(),
                   "their index m.safetensors.index.json is not there");
  writeTensors(folder / "whole/m-00001-of-00001.safetensors", {"a"});
  EXPECT_EQ(namesIn(Checkpoint::open(folder / "whole")), std::set<std::string>{"a"});
  // Names that only resemble a shard's.
  for (const auto* name :
       {"-00002-of-00002.safetensors", "m-0002-of-00002.safetensors", "m-00002-of-0000x.safetensors"}) {
    writeTensors(folder / name, {"b"});
    EXPECT_EQ(namesIn(Checkpoint::open(folder / name)), std::set<std::string>{"b"}) << name;
  }
}

TEST_F(CheckpointTest, SaysWhereInAFolderTheWeightsAre) {
  writeTensors(folder / "tree/vae/m.safetensors", {"a"});
  writeTensors(folder / "tree/diffusion_models/a.safetensors", {"a"});
  writeTensors(folder / "tree/diffusion_models/b.safetensors", {"a"});
  std::filesystem::create_directories(folder / "tree/loras");
  EXPECT_FAILURE(Checkpoint::open(folder / "tree"), ErrorKind::NotFound, (folder / "tree").string(),
                 "its folders have (diffusion_models, vae)");
  writeFile(folder / "models--a--b/snapshots/0123/model_index.json", "{}");
  EXPECT_FAILURE(Checkpoint::open(folder / "models--a--b"), ErrorKind::NotFound, "models--a--b",
                 (folder / "models--a--b/snapshots/0123").string());
}

TEST_F(CheckpointTest, TellsAnUnfinishedDownload) {
  writeFile(folder / "a.safetensors.part", "half");
  EXPECT_FAILURE(Checkpoint::open(folder.path()), ErrorKind::NotFound, folder.path().string(),
                 "the download of a.safetensors.part has not finished");
  EXPECT_FAILURE(Checkpoint::open(folder / "a.safetensors"), ErrorKind::NotFound, (folder / "a.safetensors").string(),
                 "but a.safetensors.part does");
}

TEST_F(CheckpointTest, TellsWhatWasProbablyMeantByAPath) {
  const auto message = [](const std::filesystem::path& path) {
    return failureOf([&] { (void)Checkpoint::open(path); })->message;
  };
  for (const auto* quoted : {"'models/a.safetensors'", "\"models/a.safetensors\"", "\"a.safetensors\""})
    EXPECT_TRUE(contains(message(quoted), "leave out the quotation marks")) << message(quoted);
  for (const auto* address :
       {"https://huggingface.co/a/b/resolve/main/c.safetensors", "http://localhost/c.safetensors"})
    EXPECT_TRUE(contains(message(address), "is an address")) << message(address);
  EXPECT_TRUE(contains(message("~/models/a.safetensors"), "the ~ has been taken literally"));
  // As the path of a pair document, made absolute.
  EXPECT_TRUE(contains(message(folder / "~/models/a.safetensors"), "the ~ has been taken literally"));
  // Nothing is guessed of an ordinary name.
  for (const auto* plain : {"models/a.safetensors", "it's/a.safetensors", "a'"})
    EXPECT_TRUE(message(plain).ends_with(" does not exist")) << message(plain);
}

TEST_F(CheckpointTest, NamesAPathWithoutWeights) {
  EXPECT_FAILURE(Checkpoint::open(folder / "absent"), ErrorKind::NotFound, "absent", "does not exist");
  EXPECT_FAILURE(Checkpoint::open(folder.path()), ErrorKind::NotFound, folder.path().string(), "no .safetensors");
}

TEST_F(CheckpointTest, ACacheOpensEachFileOnceByWhateverName) {
  writeShards();
  for (const auto* name : {"link.safetensors", "other.safetensors"})
    std::filesystem::create_symlink(folder / "m-00001-of-00002.safetensors", folder / name);
  CheckpointCache cache;
  const auto& whole = cache.open(folder.path());
  EXPECT_EQ(&cache.open(folder.path()), &whole);
  const auto* opened = whole.find("a")->file.get();
  for (const auto* name : {"other.safetensors", "link.safetensors"})
    EXPECT_EQ(cache.open(folder / name).find("a")->file.get(), opened) << name;
  EXPECT_EQ(cache.open(folder / "link.safetensors").path(), folder / "link.safetensors");
  EXPECT_NE(Checkpoint::open(folder.path()).find("a")->file.get(), opened);
}

TEST_F(CheckpointTest, ACacheTriesAgainWhatCouldNotBeOpened) {
  CheckpointCache cache;
  const auto path = folder / "m.safetensors";
  writeFile(path, "not yet");
  EXPECT_THROW(cache.open(path), Failure);
  writeTensors(path, {"a"});
  EXPECT_EQ(namesIn(cache.open(path)), std::set<std::string>{"a"});
}

TEST_F(CheckpointTest, IdentityIsThatOfTheFilesAndTheConfig) {
  writeShards();
  const auto first = Checkpoint::open(folder.path()).identity();
  EXPECT_EQ(Checkpoint::open(folder / "m.safetensors.index.json").identity(), first);
  writeFile(folder / "config.json", "{}");
  const auto configured = Checkpoint::open(folder.path()).identity();
  EXPECT_FALSE(configured == first);
  writeTensors(folder / "m-00001-of-00002.safetensors", {"a"});
  EXPECT_FALSE(Checkpoint::open(folder.path()).identity() == configured);
}
