// SPDX-License-Identifier: MIT
// Tables as spreadsheets save them (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fb::lab {

struct CsvRow {
  int number = 0;  // of its first line in the file, from 1
  std::vector<std::string> cells;
};

// Separated by tabs, semicolons or commas, whichever of them is in the first row outside of quotes; rows without
// content are left out. Throws Failure(Corrupt) with the file and the line.
std::vector<CsvRow> parseCsv(std::string_view text, const std::string& file);

}  // namespace fb::lab
