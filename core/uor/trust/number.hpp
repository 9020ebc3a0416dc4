// Numbers as people write them in trust files: read into the unit of a field, or refused with the likely slip.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// A number as it was written, with nothing known of its unit.
struct WrittenNumber {
  double value = 0;
  bool percent_sign = false;
};

/// Nothing for an unknown (blank, "n/a", "na", "-"). Reads thousands separators (commas, or spaces of any width), a
/// pound sign, bracketed negatives, dashes of any length as minus, full-width digits and a percent sign; Error for
/// anything else, naming `subject` ("dna_rate") and, where it is given, the unit to write it in.
std::optional<WrittenNumber> read_written_number(std::string_view text, const std::string& subject, const Where& where,
                                                 const std::string& unit = {});

/// The value of `field` in its own unit; nothing for an unknown. Words serve where the unit has them: yes and no, and
/// the four ratings. Error outside the field's range, and for a fraction, pounds or thousands in the wrong place.
std::optional<double> read_number(std::string_view text, const Field& field, const Where& where);

/// The value of a cell of `field.csv_column`: scaled to the field's unit, with the column's rounding when it is written
/// no finer than that.
std::optional<Reported> read_source_number(std::string_view text, const Field& field, const Where& where);

/// Whether the words "carried over" say that a figure is of another basis than its field's; "as defined" says not.
/// Error for anything else.
bool is_carried_over(std::string_view text, const Where& where);

/// Error when `value`, in the unit of `field`, is outside its range or looks like a fraction where percent is meant.
/// `sure_of_unit`: the writer stated percent, so a small value is not taken for a fraction.
void check_value(double value, const Field& field, const Where& where, bool sure_of_unit = false);

/// A number as messages show it, with at most `digits` significant digits.
std::string plain_number(double value, int digits = 12);

/// Whether a percent sign makes sense: percent, percentage points, percent over ceiling.
bool is_percent(const Field& field);

}  // namespace uor::trust
