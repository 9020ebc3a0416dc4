// Facts of the trusts that ship, year by year, of which a date picks what was known (data/history.csv).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/date.hpp"
#include "core/uor/trust/ae_months.hpp"
#include "core/uor/trust/earlier_ratings.hpp"
#include "core/uor/trust/special_measures.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// A row of data/history_fields.csv: what a column of data/history.csv, or one of data/trusts.csv, is of, and from when
/// it was known.
struct HistoryField {
  std::string field, year_ago;  // fields that the newest year and the one before give; empty: none
  std::string source;           // publisher and note
  std::size_t column = 0;       // of data/history.csv; 0: data/trusts.csv has it, of the year `of`
  int of = 0;                   // 2018 for 2018/19
  int months_after = 0;         // from the end of March on which the year closes until it was published
  double half_width = 0;        // it is drawn within so much
  bool carried = false;         // carried over from another basis
  const Field* means = nullptr;
};

/// Whether facts are asked for as they were known on some date, which takes the months of A&E too.
enum class Asked { as_of_dates, newest };

/// Reads the tables once. Without data/history.csv it knows nothing and lays nothing.
class History {
 public:
  /// Error as of a CSV, and for a field that is not in `fields`, which must outlive this.
  History(const std::string& data_folder, const Fields& fields, Asked asked);

  /// Lays over the facts of a row of data/trusts.csv what was published by `date` (a year or month counts from its
  /// first day), and takes away what was not; without a date it lays the newest of the years up to
  /// `trust.figures_year`. Sets `figures_year` to that of the accounts, and `text` to a row that reads back as the
  /// trust. A date is for those who asked as_of_dates
  /// (std::logic_error).
  void lay(Trust& trust, const std::optional<Date>& date = {}) const;

 private:
  using Year = std::vector<std::optional<double>>;  // by column of data/history.csv

  void read_fields(const std::string& path, const Fields& fields, const std::vector<std::string>& columns);
  std::optional<double> value(const Trust& trust, const HistoryField& field, int year) const;
  void lay_field(Trust& trust, const HistoryField& field, int newest, const std::optional<Date>& date) const;
  void put(Trust& trust, const HistoryField& field, const std::string& id, int year) const;

  std::string path_;
  Asked asked_;
  std::vector<HistoryField> fields_;
  std::map<std::string, std::map<int, Year>> years_;  // [code][2018 for 2018/19]
  AeMonths ae_months_;
  EarlierRatings ratings_;
  SpecialMeasures measures_;
};

/// The first calendar year of "2018/19"; 0 for what is no such year.
int first_year_of(const std::string& period);

/// The rows of `data_folder`/trusts.csv, in their order, each with what was known of it by `date`, or later without
/// one.
std::vector<Trust> shipped_trusts(const std::string& data_folder, const Fields& fields,
                                  const std::optional<Date>& date = {});

}  // namespace uor::trust
