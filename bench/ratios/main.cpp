// Measures what scripts/bench asks for, one thing a line: reads names from standard input, answers each with its
// nanoseconds on a line of its own, so that a script can interleave it with measurements of other programs.
//
//   bench_ratios [--trials N] [--trust CODE] [--level NAME] [--folder DIR]
//
// First it prints one JSON object that says what is measured.
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "bench/ratios/draw_cases.hpp"
#include "bench/ratios/run_cases.hpp"
#include "bench/ratios/store_cases.hpp"
#include "core/uor/sample/kernels.hpp"

namespace {

using uor::bench::Measured;

std::map<std::string, std::string> options_of(int count, char** words) {
  std::map<std::string, std::string> options = {
      {"--trials", "65536"}, {"--trust", "RF4"}, {"--level", "all_40"}, {"--folder", "/dev/shm"}};
  for (int i = 1; i + 1 < count; i += 2) options[words[i]] = words[i + 1];
  return options;
}

nlohmann::ordered_json sizes_json(const uor::lab::PartSizes& sizes) {
  return {{"sides", sizes.sides},           {"months", sizes.months},       {"batch_trials", sizes.batch_trials},
          {"streams", sizes.streams},       {"drivers", sizes.drivers},     {"calls", sizes.calls},
          {"quantities", sizes.quantities}, {"evaluated", sizes.evaluated}, {"summarised", sizes.summarised}};
}

int serve(int count, char** words) {
  const auto options = options_of(count, words);
  const std::uint64_t trials = std::strtoull(options.at("--trials").c_str(), nullptr, 10);
  const uor::bench::Work work = uor::bench::work_of(options.at("--trust"), options.at("--level"));
  std::map<std::string, Measured> known;
  nlohmann::ordered_json units;
  for (const auto& cases : {uor::bench::draw_cases(), uor::bench::part_cases(work),
                            uor::bench::whole_cases(work, trials), uor::bench::side_cases(work.single),
                            uor::bench::store_cases(work.paired, trials / 4, options.at("--folder"))}) {
    for (const Measured& each : cases) {
      known.emplace(each.name, each);
      units[each.name] = each.unit;
    }
  }
  const nlohmann::ordered_json info = {{"isa_level", uor::sample::kernels().level},
                                       {"trust", options.at("--trust")},
                                       {"level", options.at("--level")},
                                       {"trials", trials},
                                       {"single", sizes_json(uor::lab::Parts(work.single).sizes())},
                                       {"paired", sizes_json(uor::lab::Parts(work.paired).sizes())},
                                       {"units", units}};
  std::cout << info.dump() << std::endl;
  for (std::string name; std::getline(std::cin, name);) {
    const auto found = known.find(name);
    if (found == known.end()) {
      std::cerr << "bench_ratios: nothing is called '" << name << "'\n";
      return 1;
    }
    std::cout << found->second.measure() << std::endl;
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    return serve(count, words);
  } catch (const std::exception& error) {
    std::cerr << "bench_ratios: " << error.what() << '\n';
    return 1;
  }
}
