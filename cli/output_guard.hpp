// What every command asks before it writes a file: whether that file is one that the run reads, or somebody's work.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

/// What is to be written. Results and reports carry a mark by which they are known again as long as nobody
/// changed them; forms, policies and notes are for people to work in, and count as theirs from the beginning.
enum class Written { result, page, workbook, markdown, form, policy };

class OutputGuard {
 public:
  /// `way_out` says how another file is named: "--out". With `force` what is nobody's input may be replaced. `data` is
  /// the folder of facts that ship.
  OutputGuard(std::string way_out, bool force, std::filesystem::path data);

  /// A file that is read; `role` says as what: "trust file". One that is not there is no matter.
  void reads(const std::string& role, const std::string& path);
  /// A policy with what it includes.
  void reads(const policy::Policy& policy);
  void reads_facts_that_ship();
  /// The model that the options of a command ask: facts that ship, and the policy that --policy names.
  void reads_model(const ask::Library& library, const Arguments& arguments);
  /// What a run is a function of: scenario, trusts, policy, plugins, and the facts that ship.
  void reads(const model::Inputs& inputs);
  /// A result file, and what it was made from: where that still lies where it was, and wherever else it lies under a
  /// path that was relative then, told by its SHA-256.
  void reads(const store::Result& result);

  /// Error (Fault::input) when the file is one that is read, by whatever name, link or hard link; without force also
  /// when there is one that the program did not write as it stands.
  void check(const std::string& path, Written what) const;
  /// The file to write. Error as check() and PartialFile.
  PartialFile open(const std::string& path, Written what) const;

  /// Whether a file of that name is there already.
  static bool is_there(const std::string& path);

 private:
  struct Read {
    std::string role, path;
  };
  void refuse_own_input(const std::string& path) const;
  void refuse_copy_of_input(const std::string& path) const;
  void refuse_foreign(const std::string& path, Written what) const;

  std::string way_out_;
  bool force_;
  std::filesystem::path data_;
  std::vector<Read> read_;
  std::map<std::string, std::string> roles_;  // of what a result was made from, by SHA-256
};

/// Error when standard output goes into a file that one of the words names: the shell would mix or lose both.
void refuse_output_into_input(const Words& words);

}  // namespace uor::cli
