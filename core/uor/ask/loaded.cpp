#include "core/uor/ask/loaded.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/sorted_quantile.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/long_extract.hpp"
#include "core/uor/trust/merged.hpp"
#include "core/uor/trust/scope.hpp"
#include "core/uor/workbook/book.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::ask {

namespace fs = std::filesystem;

namespace {

bool is_trust_file(const std::string& name) {
  return ends_like(name, ".csv") || ends_like(name, ".toml") || workbook::is_workbook(name);
}

/// In the order of their names; without hidden files and what Excel leaves beside an open workbook.
std::vector<std::string> files_of(const std::string& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    const bool hidden = name.starts_with('.') || name.starts_with("~$");
    if (!hidden && entry.is_regular_file() && is_trust_file(name)) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) throw Error(Where{path}, "the folder holds no .csv, .toml or .xlsx file, put trust files into it");
  return files;
}

std::vector<trust::Trust> read_table(const std::string& path, const trust::Fields& fields, const trust::BadRows& bad) {
  const trust::CsvTable table = trust::parse_csv(read_text_file(path, "trust file"), path, bad);
  return trust::is_long_extract(table) ? trust::trusts_of_long_extract(table, path, fields, bad)
                                       : trust::trusts_of_rows(table, path, fields, bad);
}

std::vector<trust::Trust> read_trusts_of(const std::string& path, const trust::Fields& fields,
                                         const trust::BadRows& bad) {
  if (workbook::is_workbook(path)) return {workbook::read_trust(path, fields)};
  if (ends_like(path, ".toml")) return {trust::read_trust_toml(path, fields)};
  if (ends_like(path, ".csv")) return read_table(path, fields, bad);
  throw Error(Where{path}, "is no .csv, .toml or .xlsx file and no folder, give one of them");
}

/// Reads all files, each code once.
class Loading {
 public:
  Loading(const Library& library, const LoadRequest& request, Loaded& out)
      : library_(library), request_(request), out_(out) {
    if (request.skip_bad) bad_ = trust::BadRows(out.left_out);
  }

  void run() {
    for (const std::string& file : files_of(request_.path))
      bad_.keep_reading([&] {
        for (trust::Trust& trust : read_trusts_of(file, library_.fields(), bad_))
          bad_.keep_reading([&] { add(std::move(trust)); });
      });
  }

 private:
  void add(trust::Trust trust) {
    const auto [at, added] = files_.emplace(trust.code, trust.path);
    if (!added)
      throw Error(Where{trust.path},
                  fmt::format("trust '{}' stands in {} too (a code is one trust), delete one", trust.code, at->second));
    std::vector<trust::Trust> one;
    one.push_back(std::move(trust));
    refuse_small_letters(library_, one);
    if (request_.shipped == ShippedFacts::under_own) lay_over_shipped(library_, one);
    if (one.front().in_scope || request_.any_scope) {
      out_.trusts.push_back(std::move(one.front()));
    } else {
      out_.left_out.push_back(trust::scope_words(one.front()));
    }
  }

  const Library& library_;
  const LoadRequest& request_;
  Loaded& out_;
  trust::BadRows bad_;
  std::map<std::string, std::string> files_;  // by code
};

std::vector<std::string> loaded_codes(const std::vector<trust::Trust>& trusts) {
  std::vector<std::string> codes;
  for (const trust::Trust& trust : trusts) codes.push_back(trust.code);
  return codes;
}

void note_mergers(const Library& library, Loaded& out) {
  const std::vector<trust::Merged> merged = trust::read_merged((library.data() / "merged_trusts.csv").string());
  const std::vector<std::string> loaded = loaded_codes(out.trusts), shipped = loaded_codes(library.trust_rows());
  for (trust::Trust& trust : out.trusts) {
    const std::string words = trust::loaded_words(merged, trust.code, loaded, shipped);
    if (!words.empty()) trust.notes.push_back(words);
  }
}

void note_left_out(Loaded& out) {
  if (out.left_out.empty()) return;
  constexpr std::size_t named = 5;
  std::vector<std::string> first(out.left_out.begin(), out.left_out.begin() + std::min(named, out.left_out.size()));
  const std::size_t more = out.left_out.size() - first.size();
  out.notes.push_back(fmt::format("{}: {} left out: {}{}", out.path, out.left_out.size(), fmt::join(first, "; "),
                                  more == 0 ? "" : fmt::format("; and {} more", more)));
}

}  // namespace

Loaded load_trusts(const Library& library, const LoadRequest& request) {
  Loaded out;
  out.path = request.path;
  Loading(library, request, out).run();
  if (out.trusts.empty())
    throw Error(Where{request.path}, fmt::format("no trust is left to run{}{}", out.left_out.empty() ? "" : ": ",
                                                 fmt::join(out.left_out, "; ")));
  note_mergers(library, out);
  note_left_out(out);
  return out;
}

PeerSector peer_sector(const Library& library, const std::vector<trust::Trust>& loaded) {
  if (loaded.size() >= library.extract_rules().peers_from) return {loaded, true};
  PeerSector sector{library.sector(), false};
  for (const trust::Trust& own : loaded) {
    std::erase_if(sector.trusts, [&](const trust::Trust& other) { return other.code == own.code; });
    sector.trusts.push_back(own);
  }
  return sector;
}

namespace {

/// What was loaded, not what ships under it.
std::vector<double> sorted_figures(const std::vector<trust::Trust>& trusts, const std::string& metric) {
  std::vector<double> figures;
  for (const trust::Trust& trust : trusts) {
    const auto found = trust.reported.find(metric);
    const bool ships = std::find(trust.shipped.begin(), trust.shipped.end(), metric) != trust.shipped.end();
    if (found != trust.reported.end() && !ships) figures.push_back(found->second.value);
  }
  std::sort(figures.begin(), figures.end());
  return figures;
}

/// The shortest digits that read back as the same number, so that a result read back has the same quartiles.
std::string option_of(const std::string& metric, const char* number, double value) {
  return fmt::format("metric.{}.{}={}", metric, number, value);
}

}  // namespace

std::vector<std::string> quartile_options(const Library& library, const std::vector<trust::Trust>& loaded,
                                          const policy::Policy& policy) {
  std::vector<std::string> options;
  for (const policy::Metric& metric : policy.metrics) {
    const std::vector<double> figures = sorted_figures(loaded, metric.id);
    if (figures.size() < library.extract_rules().quartiles_from) continue;
    const double lower = sorted_quantile(figures, 0.25), median = sorted_quantile(figures, 0.5),
                 upper = sorted_quantile(figures, 0.75);
    if (!(lower < median && median < upper)) continue;
    options.push_back(option_of(metric.id, "lower_quartile", lower));
    options.push_back(option_of(metric.id, "median", median));
    options.push_back(option_of(metric.id, "upper_quartile", upper));
  }
  return options;
}

std::string benchmark_note(const PeerSector& sector, const std::vector<std::string>& options, std::size_t loaded) {
  std::vector<std::string> metrics;  // each has up to three options, one after the other
  for (const std::string& option : options) {
    const std::size_t from = option.find('.') + 1;
    const std::string metric = option.substr(from, option.find('.', from) - from);
    if (metrics.empty() || metrics.back() != metric) metrics.push_back(metric);
  }
  const std::string peers = sector.loaded_alone ? fmt::format("peers are found among the {} trusts loaded", loaded)
                                                : "peers are found among the trusts that ship and those loaded";
  if (metrics.empty()) return peers + "; too few report any metric for quartiles, which stay those of the policy";
  return fmt::format("{}; quartiles of {} {} are those of the trusts loaded ({}), all others the policy's", peers,
                     metrics.size(), metrics.size() == 1 ? "metric" : "metrics", fmt::join(metrics, ", "));
}

namespace {

/// Whether `by_hand` sets the same number as `option`, which then comes before it.
bool is_set_by_hand(const std::string& option, const std::vector<std::string>& by_hand) {
  const std::string number = option.substr(0, option.find('=') + 1);
  return std::any_of(by_hand.begin(), by_hand.end(), [&](const std::string& one) { return one.starts_with(number); });
}

}  // namespace

model::Inputs assemble_loaded(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                              Loaded loaded) {
  const PeerSector sector = peer_sector(library, loaded.trusts);
  const std::size_t count = loaded.trusts.size();
  const policy::Policy& policy = policy_asked(library, request, scenario);
  std::vector<std::string> options = quartile_options(library, loaded.trusts, policy);
  std::erase_if(options, [&](const std::string& option) {
    return is_set_by_hand(option, request.policy_set) || is_set_by_hand(option, scenario.run.policy_options);
  });
  scenario.run.policy_options.insert(scenario.run.policy_options.begin(), options.begin(), options.end());
  model::Inputs inputs = assemble(library, request, std::move(scenario), std::move(loaded.trusts), sector.trusts);
  if (sector.loaded_alone) inputs.loaded = loaded.path;
  inputs.noted_options = options;
  for (std::string& note : loaded.notes) inputs.notes.push_back(std::move(note));
  inputs.notes.push_back(benchmark_note(sector, options, count));
  return inputs;
}

}  // namespace uor::ask
