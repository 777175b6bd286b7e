// SPDX-License-Identifier: MIT
// GPUs of machines other than this one, and the messages for those that cannot be used.
#include "base/failure.h"
#include "compute/devices.h"
#include "compute/gpu_system.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

namespace fb::compute {
namespace {

constexpr std::uint64_t kGigabyte = 1'000'000'000;

// A working machine with two GPUs, until a test breaks something.
struct PlayedMachine : GpuSystem {
  std::vector<std::string> kernel{"NVIDIA GeForce RTX 4090", "NVIDIA GeForce RTX 4090"};
  bool chosen = false;
  std::string driverFile;
  int driver = 13'000;
  Start start;
  std::vector<GpuFacts> facts{{"NVIDIA GeForce RTX 4090", 89, 24 * kGigabyte, 3 * kGigabyte},
                              {"NVIDIA GeForce RTX 4090", 89, 24 * kGigabyte, 20 * kGigabyte}};
  std::string torchFile;
  int torch = 13'000;
  std::optional<int> taken;
  bool torchOpened = false;

  std::vector<std::string> kernelGpus() override { return kernel; }
  bool isChosenByUser() override { return chosen; }
  std::string openDriver() override { return driverFile; }
  int driverVersion() override { return driver; }
  Start startDriver() override { return start; }
  std::vector<GpuFacts> gpus() override { return facts; }
  std::string openTorch() override {
    torchOpened = true;
    return torchFile;
  }
  int torchVersion() override { return torch; }
  int torchGpus() override { return taken.value_or(static_cast<int>(facts.size())); }
};

// Including the CPU first, as in listDevices().
std::vector<DeviceInfo> devicesOf(PlayedMachine& machine) {
  auto devices = detectGpus(machine);
  devices.insert(devices.begin(), {"cpu", "A processor", 64 * kGigabyte, 60 * kGigabyte, 0, {}});
  return devices;
}

void expectProblem(PlayedMachine& machine, const std::vector<std::string>& words) {
  const auto devices = devicesOf(machine);
  ASSERT_EQ(devices.size(), 3u);
  for (std::size_t i = 1; i < devices.size(); ++i) {
    EXPECT_EQ(devices[i].id, "cuda:" + std::to_string(i - 1));
    EXPECT_EQ(devices[i].name, "NVIDIA GeForce RTX 4090");
    for (const auto& word : words)
      EXPECT_NE(devices[i].problem.find(word), std::string::npos) << word << " in: " << devices[i].problem;
  }
  EXPECT_EQ(findDevice("auto", devices).id, "cpu");
  // A request for it gets the same message.
  for (const auto* id : {"cuda", "cuda:0", "cuda:1"}) {
    try {
      findDevice(id, devices);
      FAIL() << "took " << id;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Unsupported);
      EXPECT_NE(failure.error().message.find(devices[1].problem), std::string::npos) << failure.error().message;
      EXPECT_NE(failure.error().message.find(std::string("\"") + id + '"'), std::string::npos);
    }
  }
}

TEST(Gpus, AreToldByNameMemoryAndCapability) {
  PlayedMachine machine;
  const auto devices = devicesOf(machine);
  ASSERT_EQ(devices.size(), 3u);
  EXPECT_EQ(devices[2].id, "cuda:1");
  EXPECT_EQ(devices[2].name, "NVIDIA GeForce RTX 4090");
  EXPECT_EQ(devices[2].memoryTotal, 24 * kGigabyte);
  EXPECT_EQ(devices[2].memoryFree, 20 * kGigabyte);
  EXPECT_EQ(devices[2].computeCapability, 89);
  EXPECT_EQ(devices[2].problem, "");
  EXPECT_EQ(findDevice("cuda", devices).id, "cuda:0");
  EXPECT_EQ(findDevice("cuda:1", devices).id, "cuda:1");
  EXPECT_EQ(findDevice("auto", devices).id, "cuda:1");
}

TEST(Gpus, HaveAllTheirMemoryFreeIfNobodyTells) {
  PlayedMachine machine;
  for (auto& gpu : machine.facts) gpu.memoryFree.reset();
  for (const auto& gpu : detectGpus(machine)) EXPECT_EQ(gpu.memoryFree, 24 * kGigabyte);
}

TEST(Gpus, OfAnOldDriverSayBothVersionsAndTheWayOut) {
  PlayedMachine machine;
  machine.driver = 12'040;
  machine.taken = 0;
  expectProblem(machine, {"CUDA 12.4", "CUDA 13.0", "install a newer driver", "580"});
}

// Drivers support every CUDA release of their own major version; another LibTorch needs another driver.
TEST(Gpus, TakeTheDriverThatTheirLibTorchNeeds) {
  PlayedMachine machine;
  machine.torch = 13'020;
  EXPECT_EQ(detectGpus(machine).front().problem, "");
  machine.driver = machine.torch = 12'080;
  EXPECT_EQ(detectGpus(machine).front().problem, "");
}

TEST(Gpus, WithoutTheDriversLibraryAreToldByTheKernelsNames) {
  PlayedMachine machine;
  machine.driverFile = "libcuda.so.1: cannot open shared object file: No such file or directory";
  expectProblem(machine, {"libcuda.so.1: cannot open shared object file", "install the driver's libraries"});
  EXPECT_FALSE(machine.torchOpened);
}

TEST(Gpus, OfADriverThatDoesNotStartSayWhatItSays) {
  PlayedMachine machine;
  machine.start = {"system has unsupported display driver / cuda driver combination", false};
  expectProblem(machine, {"unsupported display driver / cuda driver combination", "restart the machine"});
}

TEST(Gpus, ThatTheProgramMayNotOpenSaySo) {
  PlayedMachine machine;
  machine.start = {"no CUDA-capable device is detected", true};
  expectProblem(machine, {"no CUDA-capable device is detected", "container"});
  EXPECT_FALSE(machine.torchOpened);
}

TEST(Gpus, ThatTheUserHidesAreNotThere) {
  PlayedMachine machine;
  machine.start = {"no CUDA-capable device is detected", true};
  machine.chosen = true;
  EXPECT_TRUE(detectGpus(machine).empty());
}

TEST(Gpus, WithoutLibTorchsCudaHalfNameItsFile) {
  PlayedMachine machine;
  machine.torchFile = "LibTorch's /opt/torch/libtorch_cuda.so cannot be opened (libcudnn.so.9: cannot open)";
  machine.taken = 0;
  expectProblem(machine, {"/opt/torch/libtorch_cuda.so", "libcudnn.so.9", "packaging/run.sh"});
}

TEST(Gpus, TooOldForCuda13AreRefusedAloneNotTheirNeighbours) {
  PlayedMachine machine;
  machine.facts[0].name = "NVIDIA GeForce GTX 1080";
  machine.facts[0].computeCapability = 61;
  const auto devices = devicesOf(machine);
  EXPECT_NE(devices[1].problem.find("6.1"), std::string::npos) << devices[1].problem;
  EXPECT_NE(devices[1].problem.find("7.5"), std::string::npos) << devices[1].problem;
  EXPECT_EQ(devices[2].problem, "");
  EXPECT_EQ(findDevice("auto", devices).id, "cuda:1");
}

TEST(Gpus, ThatLibTorchDoesNotTakeAreNotPromised) {
  PlayedMachine machine;
  machine.taken = 1;
  const auto gpus = detectGpus(machine);
  EXPECT_EQ(gpus[0].problem, "");
  EXPECT_NE(gpus[1].problem.find("nvidia-smi"), std::string::npos) << gpus[1].problem;
}

// A machine without NVIDIA hardware gets no message, whichever libraries are installed.
TEST(Gpus, ThatAreNotThereAreNoProblem) {
  PlayedMachine machine;
  machine.kernel.clear();
  machine.facts.clear();
  EXPECT_TRUE(detectGpus(machine).empty());
  machine.driverFile = "libcuda.so.1: cannot open shared object file";
  EXPECT_TRUE(detectGpus(machine).empty());
  machine.driverFile.clear();
  machine.start = {"no CUDA-capable device is detected", true};
  EXPECT_TRUE(detectGpus(machine).empty());
  EXPECT_FALSE(machine.torchOpened);
}

// Each with its own environment.
class AllocatorSettings : public testing::Test {
protected:
  static constexpr auto kNew = "PYTORCH_ALLOC_CONF", kOld = "PYTORCH_CUDA_ALLOC_CONF";
  AllocatorSettings() { forget(); }
  ~AllocatorSettings() override { forget(); }
  static void forget() {
    ::unsetenv(kNew);
    ::unsetenv(kOld);
  }
};

TEST_F(AllocatorSettings, AreExpandableSegments) {
  chooseAllocatorSettings(/*mapsMemory=*/true);
  ASSERT_TRUE(std::getenv(kNew));
  EXPECT_STREQ(std::getenv(kNew), "expandable_segments:True");
}

// Without it, torch's first allocation would fail.
TEST_F(AllocatorSettings, AreTorchsOwnWhereMemoryCannotBeMapped) {
  chooseAllocatorSettings(/*mapsMemory=*/false);
  EXPECT_FALSE(std::getenv(kNew));
}

TEST_F(AllocatorSettings, AreTheUsersIfThereAreAny) {
  ::setenv(kNew, "max_split_size_mb:100", 1);
  chooseAllocatorSettings(/*mapsMemory=*/true);
  EXPECT_STREQ(std::getenv(kNew), "max_split_size_mb:100");
  forget();
  ::setenv(kOld, "max_split_size_mb:100", 1);
  chooseAllocatorSettings(/*mapsMemory=*/true);
  EXPECT_FALSE(std::getenv(kNew));
}

}  // namespace
}  // namespace fb::compute
