// SPDX-License-Identifier: MIT
#include "flowblend/memory_plan.h"

namespace fb {

std::string_view toString(MemoryPlan::Place place) {
  switch (place) {
    case MemoryPlan::Place::Device:
      return "device";
    case MemoryPlan::Place::Streamed:
      return "streamed";
    case MemoryPlan::Place::Main:
      return "main";
  }
  return "device";
}

}  // namespace fb
