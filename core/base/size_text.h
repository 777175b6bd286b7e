// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace fb {

// "812 kB", "1.25 GB": three digits, in powers of 1000. besides: an amount in the same sentence, from which this one
// can be told by its text; both are exact if they would read the same otherwise.
std::string sizeText(std::uint64_t bytes, std::uint64_t besides);

}  // namespace fb
