// `uor export`: a result file's figures as tidy tables for other programs.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/csv_text.hpp"
#include "cli/output_guard.hpp"
#include "cli/text.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/analyse/long_tables.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

std::vector<store::LongTable> tables_of(const store::Result& result, const std::string& names) {
  std::vector<store::LongTable> tables;
  for (std::size_t from = 0; from <= names.size();) {
    const std::size_t to = std::min(names.find(',', from), names.size());
    const std::string name = names.substr(from, to - from);
    from = to + 1;
    Words known;
    for (const analyse::NamedTable& table : analyse::long_tables) {
      known.emplace_back(table.name);
      if (name == table.name) tables.push_back(table.make(result));
    }
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Error(fmt::format("--tables '{}': no such table.{} Known: odds, changes, metrics, sector", name,
                              did_you_mean(name, known)));
  }
  return tables;
}

std::string name_of(const Arguments& arguments, const std::string& ending) {
  if (arguments.has("out")) return arguments.text("out");
  const std::filesystem::path run(arguments.positional()[0]);
  return (run.parent_path() / run.stem()).string() + ending;
}

/// "out-odds.csv" of "out.csv", where there are several tables.
std::string name_of_table(const std::string& out, const std::string& table) {
  const std::filesystem::path path(out);
  return (path.parent_path() / (path.stem().string() + "-" + table + path.extension().string())).string();
}

void write_all_csv(const OutputGuard& guard, const Arguments& arguments, const std::vector<store::LongTable>& tables) {
  const std::string out = name_of(arguments, ".csv");
  const bool several = tables.size() > 1 || !arguments.has("out");
  std::vector<std::pair<PartialFile, std::string>> files;  // all of them can be written, or none is
  for (const store::LongTable& table : tables)
    files.emplace_back(guard.open(several ? name_of_table(out, table.name) : out, Written::form), csv_of(table));
  for (auto& [file, text] : files) {
    file.write(text);
    file.commit();
    fmt::print("Table: {}\n", file.target());
  }
}

}  // namespace

int export_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "tables", "NAMES", "odds, changes, metrics, sector; joined with commas (default: all four)");
  add_value(options, "to", "csv|netcdf", "comma-separated values, a file a table (default), or one netCDF-4 file");
  add_value(options, "out", "FILE", "the file to write (default: RUN-TABLE.csv, RUN-tables.nc)");
  add_trust_file(options);
  add_flag(options, "force", "write over a file that is there, but never over one that is read");
  const Usage usage = {
      "export",
      "RUN.h5 [options]",
      "Writes a result file's figures as tidy tables: one row a figure, with columns that say of which\n"
      "trust, scenario, quantity and month. R, pandas and Excel read them as they are.",
      {"uor export runs/cip_slippage-RF4.h5 --tables odds,changes --to csv"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  if (arguments->has("out") && arguments->text("out").empty())
    throw Error("--out '': no file name; name a file such as run.csv");
  const std::string to = arguments->text("to", "csv");
  if (to != "csv" && to != "netcdf") throw Error(fmt::format("--to '{}': is csv or netcdf", to));
  const store::Result result = store::read_result(arguments->positional()[0]);
  const std::vector<store::LongTable> tables =
      tables_of(result, arguments->text("tables", "odds,changes,metrics,sector"));
  const ask::Library library;
  OutputGuard guard("--out", arguments->has("force"), library.data());
  guard.reads(result);
  if (to == "csv") {
    write_all_csv(guard, *arguments, tables);
    return 0;
  }
  PartialFile file = guard.open(name_of(*arguments, "-tables.nc"), Written::form);
  const std::string target = file.target();
  store::write_netcdf(std::move(file), tables);
  fmt::print("Tables: {}\n", target);
  return 0;
}

}  // namespace uor::cli
