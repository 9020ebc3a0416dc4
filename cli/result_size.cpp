#include "cli/result_size.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/text.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr double worth_telling = 1e9;  // bytes: below a gigabyte nobody has to plan

double bytes_per_trial(const run::Header& header) {
  const double months = header.months;
  const run::Keep& keep = header.keep;
  double columns = 0;
  if (keep.scores) columns += static_cast<double>(header.kloes.size()) * months;
  if (keep.metrics) columns += static_cast<double>(header.metrics.size()) * months;
  if (keep.quantities) columns += static_cast<double>(header.quantities.size()) * months;
  if (keep.drivers)
    for (const bool monthly : header.driver_monthly) columns += monthly ? months : 1;
  const double ratings = 2 + (keep.ratings ? months : 0);
  return static_cast<double>(header.sides.size()) * (ratings + columns * static_cast<double>(sizeof(double)));
}

double bytes_per_trust(const run::Header& header) {
  constexpr double figures = 16;  // moments, quantiles and paired changes of one quantity in one month
  return static_cast<double>(header.sides.size() * header.summarised.size()) * header.months * figures * 8;
}

}  // namespace

double estimated_bytes(const run::Header& header) {
  const double each = bytes_per_trust(header) + bytes_per_trial(header) * static_cast<double>(header.trials);
  return each * static_cast<double>(header.trusts.size());
}

std::string announce_size(const run::Header& header, const std::string& path) {
  const double needed = estimated_bytes(header);
  fs::path folder = fs::absolute(path).parent_path();
  std::error_code problem;
  while (!fs::exists(folder, problem) && folder.has_relative_path()) folder = folder.parent_path();
  const fs::space_info space = fs::space(folder, problem);
  const double available = problem ? needed : static_cast<double>(space.available);
  if (needed > available)
    throw Error(fmt::format("{}: the result file may take {} but only {} is free there; keep less (--keep summary), "
                            "ask for fewer trials, or write elsewhere with --out",
                            path, bytes(needed), bytes(available)),
                Fault::run);
  if (needed < worth_telling) return {};
  return fmt::format("the result file may take {} before compression; {} is free", bytes(needed), bytes(available));
}

}  // namespace uor::cli
