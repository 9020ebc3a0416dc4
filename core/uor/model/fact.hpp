// One field of a trust as a run takes it: reported, or assumed, and how. Plain data; report says it in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/distribution.hpp"

namespace uor::model {

enum class How {
  reported,    // exactly: nothing is assumed
  rounded,     // reported, and drawn inside its rounding interval
  published,   // a quality rating that CQC has published
  derived,     // by an equation of other reported fields
  settled,     // by formulas, from other reported fields, without a draw
  worked_out,  // by formulas, in every trial
  part_drawn,  // by formulas, from what is drawn in part
  drawn,       // from a default of the policy
  national,    // drawn from the quartiles of all trusts
  unknown,     // nothing gives it: its column is NaN
  as_written,  // in the words of a file of an earlier program
  carried,     // reported on another basis and carried over, drawn inside an interval
};

/// "rounded", "part_drawn", ...: the names of result files.
std::string_view name_of(How how);
std::optional<How> how_named(std::string_view name);

struct Fact {
  std::string field, unit;
  How how = How::unknown;
  Distribution distribution;      // of the value, or of the ratio to `ratio_of`
  double value = 0;               // what is reported or the equation gives; the distribution is in the field's range
  std::string ratio_of;           // another field, or empty
  std::string equation;           // of a derived one, in words; of a published one when that was
  std::vector<std::string> from;  // the fields that a derived or settled one is from
  std::vector<std::string> accounts;  // figures to date that give it in closed months; empty: none does
  std::optional<Standing> standing;   // of what stands in for it
  std::string source;                 // likewise
  std::string written;                // what a file of an earlier program says of it

  /// A yes or no of which it is known only that it may be either: drawn.
  bool is_open() const;
  bool is_reported() const { return how == How::reported || how == How::rounded || how == How::carried; }
  /// By a number that other figures or CQC give.
  bool is_derived() const { return how == How::derived || how == How::published; }
  /// No source gives it: its column is NaN, or formulas derive it.
  bool is_unknown() const {
    return how == How::settled || how == How::worked_out || how == How::part_drawn || how == How::unknown;
  }
};

/// "not reported, drawn from the national quartiles(6.1, 7.2, 8.4) percent": without field and source.
std::string way_of(const Fact& fact);

/// "100 a / b = 25 percent, held at 20": of a derived one.
std::string equation_with_value(const Fact& fact);

/// "dna_rate: not reported, drawn from ... (derived: NHS England)": one line, as result files have it.
std::string to_string(const Fact& fact);

/// "reported", "derived" from what is reported of last year or to date, or "drawn".
const char* origin_of(const Fact& fact);

}  // namespace uor::model
