#include "core/uor/base/toml_scheme.hpp"

#include <array>
#include <string_view>

#include "core/uor/base/toml_distribution.hpp"
#include "core/uor/base/written.hpp"

namespace uor {
namespace {

constexpr double most_gbp_m = 2000;
constexpr double most_delay_months = 60;

constexpr std::array<SchemeCategory, 4> categories = {SchemeCategory::pay, SchemeCategory::nonpay,
                                                      SchemeCategory::income, SchemeCategory::not_cash};

SchemeCategory read_category(const TomlTable& table) {
  const std::string text = table.text("category");
  std::string word = plain_word(text);  // "Non-pay" is nonpay, "not cash" not_cash
  std::erase(word, ' ');
  for (const SchemeCategory category : categories) {
    std::string plain(name_of(category));
    std::erase(plain, '_');
    if (word == plain) return category;
  }
  throw Error(table.where("category"), "category is \"" + visible(text) +
                                           "\" (unknown), write \"pay\", \"nonpay\", \"income\" or \"not_cash\", or "
                                           "name the driver that the scheme acts through instead");
}

/// A number, or a distribution in a table of its own.
Distribution read_uncertain(const TomlTable& table, std::string_view key, Bounds bounds) {
  if (!table.is_table(key)) return Distribution::constant(table.number(key, bounds));
  return read_distribution(table, key);
}

double read_recurrent(const TomlTable& table) {
  if (!table.has("recurrent")) return 100.0;
  if (table.is_flag("recurrent") || table.is_text("recurrent"))
    return table.find_flag("recurrent").value_or(true) ? 100.0 : 0.0;
  return table.number("recurrent", {0.0, 100.0});
}

void read_effect(const TomlTable& table, SavingsScheme& scheme) {
  if (table.has("category")) {
    throw Error(table.where("category"), "the scheme '" + scheme.name +
                                             "' has a category and a driver (its money would count twice), delete one");
  }
  scheme.category = SchemeCategory::through_driver;
  scheme.driver = table.text("driver");
  if (table.has("add") == table.has("multiply")) {
    throw Error(table.where("driver"), "the scheme '" + scheme.name + "' acts through '" + scheme.driver + "' with " +
                                           (table.has("add") ? "both" : "none") +
                                           " of add and multiply, give exactly one");
  }
  scheme.operation = table.has("add") ? Operation::add : Operation::multiply;
  scheme.change = table.number(name_of(scheme.operation));
  if (!scheme.delay_months.is_constant()) {
    throw Error(table.where("delay"), "the delay of the scheme '" + scheme.name +
                                          "' is uncertain, but it acts through a driver (which changes from one month "
                                          "on), give a number");
  }
}

SavingsScheme read_scheme(const TomlTable& table) {
  table.allow_only({"name", "category", "plan", "start_month", "recurrent", "delivery", "delay", "delivered_to_date",
                    "driver", "add", "multiply"});
  SavingsScheme scheme;
  scheme.name = one_line(table.text("name"));
  scheme.where = table.where("name");
  scheme.plan_gbp_m = table.number("plan", {0.0, most_gbp_m});
  scheme.start_month = table.find_number("start_month", {1.0, 12.0}).value_or(1.0);
  scheme.recurrent_percent = read_recurrent(table);
  if (table.has("delivery")) scheme.delivery = read_uncertain(table, "delivery", {0.0, 300.0});
  scheme.delivered_to_date_gbp_m = table.find_number("delivered_to_date", {0.0, most_gbp_m});
  if (table.has("delay")) scheme.delay_months = read_uncertain(table, "delay", {0.0, most_delay_months});
  if (table.has("driver")) {
    read_effect(table, scheme);
  } else {
    for (const char* key : {"add", "multiply"}) {
      if (table.has(key)) {
        throw Error(table.where(key),
                    "the scheme '" + scheme.name + "' has '" + key + "' but no driver to act through, name the driver");
      }
    }
    scheme.category = read_category(table);
  }
  return scheme;
}

}  // namespace

std::vector<SavingsScheme> read_schemes(const TomlTable& root) {
  std::vector<SavingsScheme> schemes;
  for (const TomlTable& table : root.find_tables("scheme")) {
    schemes.push_back(read_scheme(table));
    for (std::size_t i = 0; i + 1 < schemes.size(); ++i) {
      if (schemes[i].name != schemes.back().name) continue;
      throw Error(schemes.back().where, "two schemes are named '" + schemes[i].name +
                                            "' (the other: " + to_string(schemes[i].where) + "), rename one");
    }
    if (schemes.size() > max_schemes) {
      throw Error(schemes.back().where, "there are more than " + std::to_string(max_schemes) +
                                            " schemes (the model holds no more), put the small ones together");
    }
  }
  if (!schemes.empty() && !(plan_of(schemes) > 0)) {
    throw Error(schemes[0].where, "the plans of all schemes add up to 0, give what each is planned to save, in GBP m");
  }
  return schemes;
}

}  // namespace uor
