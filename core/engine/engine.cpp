// SPDX-License-Identifier: MIT
#include "flowblend/engine.h"

#include "compute/devices.h"
#include "engine/family.h"
#include "engine/guarded.h"
#include "engine/run.h"
#include "engine/validate.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <functional>
#include <mutex>
#include <thread>

namespace fb {

class Engine::Impl {
public:
  explicit Impl(EngineOptions options) : m_options(options) { compute::loadCudaIfAvailable(); }

  // Runs `stages` on a run of `makeRequest`'s request and turns whatever happens into one of the three ends.
  Outcome<RunResult> perform(const std::function<GenerationRequest()>& makeRequest, EventSink& sink,
                             RunControl& control, const std::function<void(engine::Run&)>& stages) {
    const std::lock_guard lock(m_mutex);
    const c10::InferenceMode inference;
    int stepsDone = 0;
    try {
      auto outcome = engine::guarded([&] {
        auto request = makeRequest();
        engine::PartStore parts(m_pool);
        if (const auto problems = engine::validate(request, parts.checkpoints()); !problems.empty())
          fail(ErrorKind::Invalid, "{}", problems.front());
        const int cores = static_cast<int>(std::thread::hardware_concurrency());
        at::set_num_threads(m_options.threads > 0 ? m_options.threads : std::max(1, cores));
        engine::Run run(std::move(request), parts, sink, control);
        try {
          stages(run);
        } catch (const Stopped&) {
          stepsDone = run.stepsDone();
          throw;
        }
        return std::move(run).finish();
      });
      if (!outcome) return Failed{outcome.error()};
      return std::move(outcome).value();
    } catch (const Stopped&) {
      return Cancelled{stepsDone};
    }
  }

  Result<int> countTokens(const PairSpec& pair, const std::string& prompt) {
    const std::lock_guard lock(m_tokenizerMutex);
    return engine::guarded([&] {
      engine::PartStore parts(m_tokenizers);
      return engine::familyOf(pair.family).countTokens(pair, prompt, parts);
    });
  }

  void unloadModels() {
    const std::scoped_lock lock(m_mutex, m_tokenizerMutex);
    m_pool.clear();
    m_tokenizers.clear();
  }

private:
  const EngineOptions m_options;
  std::mutex m_mutex;
  engine::ModelPool m_pool;  // guarded by m_mutex
  // Tokens are counted while people type, which must not wait for a generation.
  std::mutex m_tokenizerMutex;
  engine::ModelPool m_tokenizers;  // guarded by m_tokenizerMutex
};

Engine::Engine(EngineOptions options) : m_impl(std::make_unique<Impl>(options)) {}
Engine::~Engine() = default;

Outcome<RunResult> Engine::generate(const GenerationRequest& request, EventSink& sink, RunControl& control) {
  return m_impl->perform([&] { return request; }, sink, control,
                         [](engine::Run& run) {
                           run.start();
                           run.sample();
                           run.decode();
                         });
}

Outcome<RunResult> Engine::resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) {
  return m_impl->perform([&] { return engine::RunFolder(runFolder).readRequest(); }, sink, control,
                         [](engine::Run& run) {
                           run.restore();
                           run.sample();
                           run.decode();
                         });
}

Outcome<RunResult> Engine::decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) {
  return m_impl->perform([&] { return engine::RunFolder(runFolder).readRequest(); }, sink, control,
                         [](engine::Run& run) {
                           run.restore();
                           run.decode();
                         });
}

Outcome<RunResult> Engine::probe(const GenerationRequest& request, EventSink& sink, RunControl& control) {
  const auto probing = [&] {
    auto all = request;
    all.options.probe = ProbePolicy::All;
    return all;
  };
  return m_impl->perform(probing, sink, control, [](engine::Run& run) {
    run.start();
    run.sample();
  });
}

Result<int> Engine::countTokens(const PairSpec& pair, const std::string& prompt) {
  return m_impl->countTokens(pair, prompt);
}

void Engine::unloadModels() { m_impl->unloadModels(); }

std::vector<DeviceInfo> Engine::devices() { return compute::listDevices(); }

Result<RunInfo> inspectRun(const std::filesystem::path& runFolder) {
  return engine::guarded([&] {
    const engine::RunFolder folder(runFolder);
    RunInfo info{folder.readRequest(), 0, false, folder.hasClip()};
    if (const auto saved = folder.loadState()) {
      info.stepsDone = saved->trajectory.step;
      info.sampled = info.stepsDone == info.request.totalSteps();
      info.request.sampling.schedule = saved->schedule;
    }
    return info;
  });
}

Result<Clip> loadRunClip(const std::filesystem::path& runFolder) {
  return engine::guarded([&] { return engine::RunFolder(runFolder).loadClip(); });
}

}  // namespace fb
