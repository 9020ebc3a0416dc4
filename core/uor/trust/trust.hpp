// A trust: what is reported of it, where each value came from, and what is unknown.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/base/savings_scheme.hpp"
#include "core/uor/trust/evidence.hpp"

namespace uor::trust {

/// The unit of what is 1 for yes and 0 for no.
inline constexpr const char* yes_or_no_unit = "yes=1";

/// What a field moves and which way, as its row declares; tests/directions/fields_test.cpp holds it against runs.
struct FieldEffect {
  enum class Sign { rises, falls, depends };
  std::string moves;  // the quantity that more of the field moves; empty where it is shown only
  Sign sign = Sign::depends;
  std::vector<std::string> unless;  // fields that are used in its place when given
  std::string note;                 // on what the sign depends; why it is shown only
  bool shown_only() const { return moves.empty(); }
};

/// "more of it raises people.score", "shown only: ...".
std::string effect_in_words(const FieldEffect& effect);

/// One field of a trust file; the table is data/trust_fields.csv (id, unit, title, lower, upper, minimum, group,
/// rounding, csv_column, scale, moves, sign, unless, note): `csv_column` and `scale` read the columns of
/// data/trusts.csv (e.g. fraction -> percent). Rows of group "ignored" have no id: they name columns of data/trusts.csv
/// that are known and not used.
struct Field {
  std::string id, unit, title, group;
  double lower = 0, upper = 0;  // refused outside
  bool minimum = false;         // part of the minimum set
  double rounding = 0;          // half-width of the interval that a source value was rounded to; 0 exact
  std::string csv_column;
  double scale = 1;
  FieldEffect effect;
};

/// A value that somebody reported. Drawn inside interval_of() when rounding > 0.
struct Reported {
  double value = 0;
  double rounding = 0;
  Where where;
  std::string month = {};   // "2018-11": what the value is of; empty when nobody said
  std::string source = {};  // in the words of whoever reported it
  bool summed = false;      // nobody gave it: the savings schemes come to it
  bool carried = false;     // carried over from another basis than the field's
};

/// Where a value is from that is `summed`.
inline constexpr const char* summed_words = "summed from the savings schemes";

/// What CQC last published of one key question, on `date`.
struct PublishedQuestion {
  std::string question;  // "well_led"
  int grade = 0;         // as in PublishedRatings
  std::string date = {};
  bool operator==(const PublishedQuestion&) const = default;
};

/// What CQC last published of a trust, as far as data/assessments.csv has it. Grades are 1 inadequate to 4 outstanding,
/// 0 not stated.
struct PublishedRatings {
  std::string date;  // as written there: "2018-06-26", "2019-05" or "2018"; empty: none was published
  int use_of_resources = 0;
  std::vector<PublishedQuestion> quality;  // in the order of the table's columns
  int overall_quality = 0, combined = 0;
  std::string source;
  std::string text;        // head and rows of the table, verbatim
  bool looked_up = false;  // else nobody has looked yet
};

struct Interval {
  double lower = 0, upper = 0;
};

/// value +- rounding, cut at the bounds of the field: where a rounded value may lie. A point when rounding is 0.
Interval interval_of(const Reported& reported, const Field& field);

struct Trust {
  std::string code, name, type;
  std::string region, stp;  // where it is, and its local partnership (STP); empty: nobody says
  bool in_scope = true;     // sector_default = yes
  Where scope_where;        // where it says that it is not
  std::string policy_year;
  std::string figures_year;                  // "2018/19": the newest that columns of a table name; empty: nobody says
  std::map<std::string, Reported> reported;  // by field id; a field that is not here is unknown
  std::map<std::string, Reported> judged;    // by prompt id, 1 inadequate to 4 outstanding; what is not here is drawn
  std::vector<std::string> peers;            // codes of its own choice; empty: the nearest
  Where peers_where;
  std::vector<SavingsScheme> schemes;  // the programme; empty: a typical one
  std::vector<Evidence> evidence;      // beside metrics and judgements
  PublishedRatings published;          // by the date of the run; its quality ratings hold where none is reported
  std::vector<std::string> notes;      // what to know before using its figures
  std::string path;
  std::string text;                        // the file or CSV row(s) verbatim; of a workbook, what was derived from it
  std::string workbook_sha256;             // of the workbook that `text` was derived from, or empty
  std::vector<std::string> shipped;        // fields of a file of one's own that stand as they ship under the same code
  std::string shipped_path, shipped_text;  // where these are from, verbatim; empty: nothing of the kind
};

/// The field that is used in place of this one, or "": the first of `unless` that the trust reports.
std::string superseded_by(const Field& field, const Trust& trust);

class Fields {
 public:
  explicit Fields(const std::string& table_path);
  const std::vector<Field>& all() const { return fields_; }
  const Field* find(const std::string& id) const;
  std::vector<std::string> ids() const;
  /// Columns of data/trusts.csv that are known and not used.
  const std::vector<std::string>& ignored_columns() const { return ignored_columns_; }

 private:
  std::vector<Field> fields_;
  std::vector<std::string> ignored_columns_;
};

/// All rows of a CSV with the columns of data/trusts.csv or with field ids as columns. Two names mean different things
/// there (sickness_absence_rate and night_bed_occupancy are fractions in data/trusts.csv, percent as field ids): a file
/// whose code column is `ods_code` has the columns of data/trusts.csv, one whose code column is `code` has field ids.
/// Accepts a BOM, CRLF, quoted cells, thousands separators in quotes, a pound sign, bracketed negatives; blank, "n/a",
/// "na" and "-" are unknown; "7.2%" is accepted only for a field in percent, 0.072 there is refused as a likely
/// fraction. Everything else is refused with file:line, column, value and a fix.
std::vector<Trust> read_trust_csv(const std::string& path, const Fields& fields);

/// One TOML file: `schema = 1`, `code`, `name`, `policy_year`, then `[reported]` with any subset of fields (a number,
/// or {value, rounding}), and `[judged]` with prompts by id (a rating in words, or 1 to 4). Errors as above; suspects
/// GBP thousand or GBP in a GBP million field, fraction in a percent field.
Trust read_trust_toml(const std::string& path, const Fields& fields);

/// The same from texts that are at hand, such as those in a result file; `path` is for messages.
std::vector<Trust> parse_trust_csv(const std::string& text, const std::string& path, const Fields& fields);
Trust parse_trust_toml(const std::string& text, const std::string& path, const Fields& fields,
                       const LinePlaces& places = {});

/// "RF4" from `data_folder`/trusts.csv (Error with the nearest code, and with what became of one that merged), a .toml
/// or .csv path of one trust, or "national.csv:RF4" for one row of several.
Trust find_trust(const std::string& code_or_path, const std::string& data_folder, const Fields& fields);

enum class Scope { framework, any };

/// The trusts that ship, in code order: those in scope (sector_default = yes), or all.
std::vector<Trust> sector_trusts(const std::string& data_folder, const Fields& fields, Scope scope = Scope::framework);
/// The same of shipped_trusts(), where they are read already.
std::vector<Trust> sector_of(std::vector<Trust> rows, Scope scope);

/// What does not fit together in one trust file. An error is a reported finance metric that its own figures contradict.
struct Finding {
  bool error = false;
  std::string text;
  Where where;  // of the reported figure that the text is about
};

struct Reconciliation {
  std::vector<Finding> findings;
  std::vector<std::string> agreeing;  // figures that others give again, and that agree with them
};

/// Recomputes the five finance metrics from the figures of the file (more than 2 % apart is an error; so is a margin
/// above what the operating statement leaves before charges nobody reported) and checks what must hold between figures,
/// such as employee expenses inside operating expenses (a warning).
Reconciliation reconcile(const Trust& trust);

/// "file:line:column: text".
std::string to_string(const Finding& finding);

/// A commented template that parses, for `uor init`.
std::string trust_template(const Fields& fields);

}  // namespace uor::trust
