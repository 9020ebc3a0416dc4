// Benchmarks of plugins in the shape that google/benchmark writes and its tools/compare.py reads, and one set of them
// held against another.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/style.hpp"
#include "core/uor/host/catalogue.hpp"
#include "core/uor/lab/node_times.hpp"

namespace uor::cli {

/// The times of one node of a plugin, by repetition; "people/people.retention".
struct Benchmark {
  std::string name;
  std::vector<double> real_ns, cpu_ns;
  std::uint64_t calls = 0;
};

std::vector<Benchmark> benchmarks_of(const host::Plugin& plugin, const lab::Supplies& supplies);

/// `context` (date, host, processors, program) and `benchmarks`, a row a repetition.
nlohmann::ordered_json json_of(const std::vector<Benchmark>& benchmarks);

/// Of a file that `plugins bench --json` or a google/benchmark program wrote with repetitions. Error naming the file
/// when it is none.
std::vector<Benchmark> read_benchmarks(const std::string& path);

/// Prints a line a benchmark that both have, with ratio and p-value. Whether one is slower than before: by more than
/// 5 %, which a U test at 1 % shared out among the benchmarks does not put down to chance. Error when no name is in
/// both.
bool print_comparison(const std::vector<Benchmark>& before, const std::vector<Benchmark>& now, const Style& style);

}  // namespace uor::cli
