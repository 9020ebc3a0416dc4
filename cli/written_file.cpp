#include "cli/written_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/uor/base/error.hpp"

namespace uor::cli {

void write_text(const std::string& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (stream) return;
  std::error_code ignored;
  if (std::filesystem::is_regular_file(file, ignored)) std::filesystem::remove(file, ignored);
  throw Error(fmt::format("cannot write '{}'; check that the folder exists, is yours to write to and has space", file),
              Fault::run);
}

}  // namespace uor::cli
