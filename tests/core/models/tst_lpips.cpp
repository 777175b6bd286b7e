// SPDX-License-Identifier: MIT
#include "models/perception/lpips.h"

#include "model_cases.h"

namespace fb::models {
namespace {

weights::Checkpoint openFile(const std::string& name) {
  return weights::Checkpoint::open(oracle("../perception/lpips_" + name + ".safetensors"));
}

Lpips loadLpips(const weights::Checkpoint& checkpoint) {
  return load<Lpips, LpipsConfig>(checkpoint, Lpips::names(checkpoint), at::kFloat);
}

weights::NamedTensors tensorsOf(const std::string& name) {
  return weights::loadTensors(oracle("../perception/lpips_" + name + ".safetensors")).tensors;
}

struct Cases {
  static constexpr int kCount = 5;  // the last one has the smallest image
  weights::NamedTensors tensors = weights::loadTensors(oracle("../perception/lpips.safetensors")).tensors;
  at::Tensor at(const std::string& network, int i, const char* what) const {
    return tensors.at(fmt::format("{}.{}.{}", network, i, what));
  }
  at::Tensor distances(const Lpips& model, const std::string& network, int i) const {
    return model.forward(at(network, i, "a"), at(network, i, "b"), {});
  }
};

class LpipsNetworks : public testing::TestWithParam<const char*> {};

TEST_P(LpipsNetworks, EqualThePackage) {
  const std::string network = GetParam();
  const auto model = loadLpips(openFile(network));
  const Cases cases;
  for (int i = 0; i < Cases::kCount; ++i) {
    const auto found = cases.distances(model, network, i);
    // The package's option for images from 0 to 1 means the same images.
    for (const auto* what : {"distance", "distance_normalized"}) {
      const auto expected = cases.at(network, i, what);
      EXPECT_GT(expected.min().item<float>(), 1e-3) << "the images look different";
      EXPECT_LE(relativeError(found, expected), 1e-5) << network << " " << i << " " << what;
    }
  }
}

TEST_P(LpipsNetworks, FindNoDistanceBetweenTheSameImages) {
  const auto model = loadLpips(openFile(GetParam()));
  const auto a = Cases().at(GetParam(), 0, "a");
  EXPECT_EQ(model.forward(a, a, {}).abs().max().item<float>(), 0);
}

// Of the smallest image, something is left for the last layer.
TEST_P(LpipsNetworks, TellTheSmallestImageThatTheyCanSee) {
  const auto model = loadLpips(openFile(GetParam()));
  const auto least = model.config().minSide();
  EXPECT_EQ(Cases().at(GetParam(), Cases::kCount - 1, "a").size(2), least) << "the package sees it";
  const auto image = [](std::int64_t side) { return at::zeros({1, 3, side, side}); };
  EXPECT_EQ(model.forward(image(least), image(least), {}).item<float>(), 0);
  EXPECT_ANY_THROW(model.forward(image(least - 1), image(least - 1), {}));
}

INSTANTIATE_TEST_SUITE_P(All, LpipsNetworks, testing::Values("alex", "vgg", "tiny_alex", "tiny_vgg"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(LpipsFiles, AreRecognisedByTheirTensors) {
  EXPECT_EQ(LpipsConfig::detect(openFile("alex")).name(), "LPIPS with AlexNet");
  EXPECT_EQ(LpipsConfig::detect(openFile("vgg")).name(), "LPIPS with VGG16");
  EXPECT_EQ(LpipsConfig::detect(openFile("torchvision")).network, LpipsNetwork::AlexNet);
  EXPECT_FALSE(isLpips(weights::Checkpoint::open(oracle("../perception/dinov2"))));
}

TEST(LpipsFiles, WithTorchvisionsNamesGiveTheSameBits) {
  const auto model = loadLpips(openFile("alex")), other = loadLpips(openFile("torchvision"));
  const Cases cases;
  EXPECT_TRUE(cases.distances(model, "alex", 0).equal(cases.distances(other, "alex", 0)));
}

TEST(LpipsFiles, HaveTheLinearLayersUnderEitherName) {
  const ScratchFolder scratch;
  const auto model = loadLpips(openFile("tiny_vgg"));
  const Cases cases;
  for (const bool isList : {true, false}) {
    auto tensors = tensorsOf("tiny_vgg");
    std::erase_if(tensors, [&](const auto& tensor) {
      return tensor.first.starts_with("lin") && tensor.first.starts_with("lins.") != isList;
    });
    const auto other = loadLpips(scratch.of(tensors));
    EXPECT_TRUE(cases.distances(model, "tiny_vgg", 0).equal(cases.distances(other, "tiny_vgg", 0))) << isList;
  }
}

TEST(LpipsFiles, NameMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  auto tensors = tensorsOf("tiny_vgg");
  tensors.erase("net.slice3.12.bias");
  tensors.erase("lin3.model.1.weight");
  tensors["net.slice3.13.bias"] = at::zeros({8});
  tensors["net.slice5.28.weight"] = at::zeros({12, 9, 3, 3});
  const auto checkpoint = scratch.of(tensors);
  const auto error = errorOf([&] { loadLpips(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  for (const auto* name : {"net.slice3.12.bias", "lin3.model.1.weight", "net.slice3.13.bias", "net.slice5.28.weight"})
    EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
}

TEST(LpipsFiles, WithOnlyAHalfOrAnotherNetworkAreRefusedByName) {
  const ScratchFolder scratch;
  const auto refused = [&](const weights::NamedTensors& tensors) {
    const auto checkpoint = scratch.of(tensors);
    EXPECT_TRUE(isLpips(checkpoint));
    const auto error = errorOf([&] { LpipsConfig::detect(checkpoint); });
    EXPECT_EQ(error.kind, ErrorKind::Unsupported);
    EXPECT_NE(error.message.find(checkpoint.path().string()), std::string::npos) << error.message;
    return error.message;
  };
  const auto whole = tensorsOf("tiny_alex");
  auto tensors = whole;
  std::erase_if(tensors, [](const auto& tensor) { return tensor.first.starts_with("net."); });
  EXPECT_NE(refused(tensors).find("only the linear layers"), std::string::npos);
  tensors = whole;
  std::erase_if(tensors, [](const auto& tensor) { return tensor.first.starts_with("lin"); });
  EXPECT_NE(refused(tensors).find("only an image network"), std::string::npos);
  tensors = whole;
  tensors["net.slice2.3.squeeze.weight"] = at::zeros({16, 64, 1, 1});
  EXPECT_NE(refused(tensors).find("SqueezeNet"), std::string::npos);
}

TEST(LpipsForward, StopsOnRequest) {
  const auto model = loadLpips(openFile("tiny_alex"));
  const auto a = Cases().at("tiny_alex", 0, "a");
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(model.forward(a, a, stop.get_token()), Stopped);
}

}  // namespace
}  // namespace fb::models
