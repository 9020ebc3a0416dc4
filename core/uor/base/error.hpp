// Errors that a user can act on: what is wrong, where, and a likely fix.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace uor {

/// Who has to act: bad input (exit 2) or a run that could not be finished (exit 1).
enum class Fault { input, run };

/// A place in a text file; line and column count from 1, 0 means unknown.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;
};

/// Of a text that was derived from something else, such as a workbook: what messages call each line, as in
/// "trust.xlsx: sheet 'Metrics', cell D7". Line 1 is the first; an empty one, and those beyond the last, have no other
/// name.
using LinePlaces = std::vector<std::string>;

/// "file:line:column" with the parts that are known; empty without a file.
std::string to_string(const Where& where);

/// The one exception of the project. `what()` reads "file:line:column: problem (why), suggestion".
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, Fault fault = Fault::input);
  Error(const Where& where, const std::string& message, Fault fault = Fault::input);

  Fault fault() const { return fault_; }
  /// Where it is; without a file when that is unknown.
  const Where& where() const { return where_; }

 private:
  Fault fault_;
  Where where_;
};

/// The candidate nearest to `name` by edit distance, or empty when none is near. Capitals matter little, and
/// "dna_rate" is near "clinical.dna_rate".
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// " Did you mean 'x'?" for the nearest candidate, or empty.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace uor
