#include "core/uor/report/tables/cell.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/base/decimals.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr double percent_scale = 100;

std::string with_decimals(double value, int places) {
  if (places == by_size || !std::isfinite(value)) return figure(value);
  return true_minus(decimals(value, places));
}

std::string error_words(const std::string& figure, analyse::Basis basis) {
  switch (basis) {
    case analyse::Basis::paired:
      return "± " + figure;
    case analyse::Basis::bound:
      return "± at most " + figure;
    case analyse::Basis::independent:
      return "± " + figure + ", unpaired";
    case analyse::Basis::unknown:
      break;
  }
  return "± not known";
}

std::string by_its_size(const Change& change) {
  const std::string value = signed_figure(change.value);
  if (!change.error) return value;
  const std::string error = figure(*change.error);
  return value == "0" && error == "0" ? "no change" : value + " " + error_words(error, change.basis);
}

std::string in_decimals(const Change& change) {
  const double scale = change.of_share ? percent_scale : 1, value = scale * change.value;
  if (!change.error) return plain_signed_decimals(value, change.decimals);
  const double error = scale * *change.error;
  if (analyse::shows_no_change(value, std::isfinite(error) ? error : 0, change.decimals)) return "no change";
  return plain_signed_decimals(value, change.decimals) + " " +
         error_words(analyse::error_figure(error, change.decimals), change.basis);
}

struct Words {
  std::string operator()(std::monostate) const { return "\u2013"; }
  std::string operator()(const std::string& words) const { return words; }
  std::string operator()(const Count& count) const { return grouped(count.value); }
  std::string operator()(const Status& status) const { return status.word.empty() ? "\u2013" : capital(status.word); }
  std::string operator()(const Score& score) const { return fmt::format("{:.1f}", score.value); }

  std::string operator()(const Share& share) const {
    if (share.says_percent) return percent(share.value);
    const std::string value = with_decimals(percent_scale * share.value, 1);
    if (!share.error) return value;
    return value + " ± " + analyse::error_figure(percent_scale * *share.error, 1, share.trials, percent_scale);
  }

  std::string operator()(const Amount& amount) const {
    if (!amount.said.empty()) return amount.said;
    const std::string value = with_decimals(amount.value, amount.decimals);
    return amount.error ? value + " ± " + analyse::error_figure(*amount.error, amount.decimals) : value;
  }

  std::string operator()(const Change& change) const {
    if (change.of_itself) return "\u2013";
    if (!std::isfinite(change.value)) return "not known";
    const std::string words = change.decimals == by_size ? by_its_size(change) : in_decimals(change);
    return change.marked ? words + mark({change.value, change.error.value_or(0)}) : words;
  }

  std::string operator()(const Spread& spread) const {
    const int of_one = spread.whole ? 0 : spread.decimals;
    const std::string error =
        spread.error_is_read && spread.error ? " ± " + analyse::error_figure(*spread.error, spread.decimals) : "";
    return fmt::format("{}{} ({} to {})", with_decimals(spread.mean, spread.decimals), error,
                       with_decimals(spread.lower, of_one), with_decimals(spread.upper, of_one));
  }
};

}  // namespace

Cell share(const analyse::Estimate& estimate, std::uint64_t trials) {
  return Share{estimate.value, estimate.standard_error, trials};
}

Cell amount(const analyse::Estimate& estimate, int decimals) {
  return Amount{estimate.value, decimals, estimate.standard_error};
}

Cell amount_or_none(const std::optional<double>& value, int decimals) {
  return value ? Cell(Amount{*value, decimals}) : Cell();
}

Cell change(const analyse::Change& change, int decimals) {
  return Change{change.change, change.standard_error, decimals, false, change.basis};
}

Cell change_of_share(const analyse::Estimate& change, bool of_itself) {
  return Change{change.value, change.standard_error, 1, true, analyse::Basis::paired, false, of_itself};
}

Cell change_of_share(const analyse::Change& change) {
  return Change{change.change, change.standard_error, 1, true, change.basis};
}

Cell change_of_rating(const analyse::Estimate& change, bool of_itself) {
  return Change{change.value, change.standard_error, 3, false, analyse::Basis::paired, false, of_itself};
}

Cell spread(const Band& band, int decimals) {
  return Spread{band.mean, band.lower, band.median, band.upper, decimals, band.standard_error, band.sd};
}

std::string words_of(const Cell& cell) { return std::visit(Words(), cell); }

Cell without_error(Cell cell) {
  if (auto* share = std::get_if<Share>(&cell)) share->error.reset();
  if (auto* amount = std::get_if<Amount>(&cell)) amount->error.reset();
  return cell;
}

}  // namespace uor::report::tables
