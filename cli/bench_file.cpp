#include "cli/bench_file.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>

#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/release.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/sorted_quantile.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/lab/mann_whitney.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr double slower = 1.05;
constexpr double by_chance = 0.01;  // that some benchmark of two equal plugins is called slower or faster

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// As /proc/cpuinfo calls the first processor; empty where it does not say.
std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.rfind("model name", 0) == 0) return std::string(trimmed(line.substr(line.find(':') + 1)));
  return "";
}

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return sorted_quantile(values, 0.5);
}

Json row_of(const Benchmark& one, std::size_t family, std::size_t repetition) {
  return {{"name", one.name},
          {"family_index", family},
          {"per_family_instance_index", 0},
          {"run_name", one.name},
          {"run_type", "iteration"},
          {"repetitions", one.real_ns.size()},
          {"repetition_index", repetition},
          {"threads", 1},
          {"iterations", one.calls},
          {"real_time", one.real_ns[repetition]},
          {"cpu_time", one.cpu_ns[repetition]},
          {"time_unit", "ns"}};
}

double ns_in(const std::string& unit, const std::string& path) {
  for (const auto& [name, ns] : {std::pair{"ns", 1.0}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}})
    if (unit == name) return ns;
  throw Error(fmt::format("'{}' has times in '{}', one of ns, us, ms and s is needed", path, unit));
}

void add_row(const Json& row, const std::string& path, std::vector<Benchmark>& all) {
  if (row.value("run_type", "iteration") != "iteration") return;  // means and medians are made again
  const std::string name = row.at("name");
  auto found = std::find_if(all.begin(), all.end(), [&](const Benchmark& one) { return one.name == name; });
  if (found == all.end()) found = all.insert(all.end(), {name, {}, {}, 0});
  const double unit = ns_in(row.value("time_unit", "ns"), path);
  found->real_ns.push_back(unit * row.at("real_time").get<double>());
  found->cpu_ns.push_back(unit * row.at("cpu_time").get<double>());
}

}  // namespace

std::vector<Benchmark> benchmarks_of(const host::Plugin& plugin, const lab::Supplies& supplies) {
  std::vector<Benchmark> all;
  for (lab::NodeTimes& times : lab::node_times(plugin, supplies))
    all.push_back({plugin.id() + "/" + times.node, std::move(times.real_ns), std::move(times.cpu_ns), times.calls});
  return all;
}

Json json_of(const std::vector<Benchmark>& benchmarks) {
  Json rows = Json::array();
  for (std::size_t family = 0; family < benchmarks.size(); ++family)
    for (std::size_t r = 0; r < benchmarks[family].real_ns.size(); ++r)
      rows.push_back(row_of(benchmarks[family], family, r));
  const Json context = {{"date", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)))},
                        {"host_name", host_name()},
                        {"executable", std::string("uor ") + ask::release_version()},
                        {"num_cpus", ::sysconf(_SC_NPROCESSORS_ONLN)},
                        {"processor", processor()},
                        {"library_build_type", "release"}};
  return {{"context", context}, {"benchmarks", rows}};
}

std::vector<Benchmark> read_benchmarks(const std::string& path) {
  const std::string text = read_text_file(path, "benchmarks");
  std::vector<Benchmark> all;
  try {
    const Json file = Json::parse(text);
    for (const Json& row : file.at("benchmarks")) add_row(row, path, all);
  } catch (const Json::exception& problem) {
    throw Error(fmt::format("'{}' holds no benchmarks ({}), write them with `uor plugins bench --json > FILE`", path,
                            problem.what()));
  }
  return all;
}

bool print_comparison(const std::vector<Benchmark>& before, const std::vector<Benchmark>& now, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::left}, "");
  table.row({"Processor time a trial and month, median", "before, ns", "now, ns", "ratio", "p", ""});
  std::vector<std::pair<const Benchmark*, const Benchmark*>> pairs;
  for (const Benchmark& one : now) {
    const auto found =
        std::find_if(before.begin(), before.end(), [&](const Benchmark& other) { return other.name == one.name; });
    if (found != before.end()) pairs.emplace_back(&*found, &one);
  }
  if (pairs.empty()) throw Error("no benchmark has the same name in both; are they of the same plugin?");
  bool any_slower = false;
  for (const auto& [was, is] : pairs) {
    const double old_ns = median_of(was->cpu_ns), new_ns = median_of(is->cpu_ns), ratio = new_ns / old_ns;
    const double p = lab::mann_whitney_p(was->cpu_ns, is->cpu_ns);
    const bool told = p < by_chance / static_cast<double>(pairs.size());
    const bool worse = told && ratio > slower;
    any_slower = any_slower || worse;
    table.row({is->name, fmt::format("{:.3f}", old_ns), fmt::format("{:.3f}", new_ns), fmt::format("{:.2f}", ratio),
               p < 0.0001 ? "<0.0001" : fmt::format("{:.4f}", p),
               worse                        ? style.worse("SLOWER")
               : told && ratio < 1 / slower ? style.better("faster")
                                            : std::string()});
  }
  print(table.lines());
  if (before.front().cpu_ns.size() < lab::least_for_test)
    fmt::print("Too few repetitions to tell a difference from chance: {} are needed\n", lab::least_for_test);
  return any_slower;
}

}  // namespace uor::cli
