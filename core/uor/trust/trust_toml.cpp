// A trust from a TOML file of its own.
#include <algorithm>
#include <cmath>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"
#include "core/uor/base/toml_scheme.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/figures.hpp"
#include "core/uor/trust/identity.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/number.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

constexpr int schema_version = 1;

/// A number, text in the forms of a CSV cell, or true and false where the field is a yes or no; nothing for unknown.
std::optional<double> read_value(const TomlTable& table, const std::string& key, const Field& field) {
  const Where where = table.where(key);
  if (table.is_text(key)) return read_number(*table.find_text(key), field, where);
  if (table.is_flag(key) && field.unit == "yes=1") return *table.find_flag(key) ? 1.0 : 0.0;
  const double value = table.number(key);
  check_value(value, field, where);
  return value;
}

std::optional<Reported> read_reported(const TomlTable& table, const Field& field) {
  Reported reported;
  reported.where = table.where(field.id);
  if (!table.is_table(field.id)) {
    const auto value = read_value(table, field.id, field);
    if (!value) return {};
    reported.value = *value;
    return reported;
  }
  const TomlTable inner = table.table(field.id);
  inner.allow_only({"value", "rounding", "basis", "month", "source"});
  if (!inner.has("value")) inner.number("value");  // refuses in the usual words
  const auto value = read_value(inner, "value", field);
  if (!value) return {};
  reported.value = *value;
  reported.rounding = inner.find_number("rounding", {0.0, field.upper - field.lower}).value_or(0.0);
  reported.source = inner.find_text("source").value_or("");
  if (const auto basis = inner.find_text("basis")) reported.carried = is_carried_over(*basis, inner.where("basis"));
  if (const auto month = inner.find_text("month")) {
    check_takes_month(field, inner.where("month"));
    reported.month = read_month(*month, field.id, inner.where("month"));
  }
  return reported;
}

/// Prompts by id, each with a rating in words or as a number from 1 to 4, in quotes or without. Which prompts there
/// are, the policy says.
void read_judged(const TomlTable& table, Trust& trust) {
  for (const std::string& id : table.keys()) {
    Field prompt;
    prompt.id = id;
    prompt.unit = "score";
    prompt.lower = 1;
    prompt.upper = 4;
    if (table.is_text(id)) {
      const bool in_words = table.find_text(id)->find_first_of("0123456789") == std::string::npos;
      if (in_words) prompt.unit = "rating";
      const auto grade = read_number(*table.find_text(id), prompt, table.where(id));
      if (grade) trust.judged[id] = {*grade, 0.0, table.where(id)};
      continue;
    }
    const double grade = table.number(id);
    check_value(grade, prompt, table.where(id));
    trust.judged[id] = {grade, 0.0, table.where(id)};
  }
}

/// Codes of other trusts; whether they exist, who knows all of them says.
void read_peers(const TomlTable& root, Trust& trust) {
  trust.peers_where = root.where("peers");
  for (const std::string& written : root.texts("peers")) {
    const std::string code(trimmed(written));
    check_code(code, trust.peers_where);
    if (code == trust.code)
      throw Error(trust.peers_where, "peers names '" + code + "', the trust itself, leave it out");
    if (std::find(trust.peers.begin(), trust.peers.end(), code) != trust.peers.end())
      throw Error(trust.peers_where, "peers names '" + code + "' twice, delete one");
    trust.peers.push_back(code);
  }
}

/// The programme is the savings plan: what the file says of both must agree.
void take_programme(Trust& trust) {
  const Where where = trust.schemes[0].where;
  const auto agree = [&](const char* field, double value, double scale, const std::string& unit) {
    const auto [at, absent] = trust.reported.emplace(field, Reported{value, 0.0, where, {}, {}, true});
    if (absent || std::abs(at->second.value - value) <= agreeing_share * scale) return;
    throw Error(at->second.where, std::string(field) + " is " + plain_number(at->second.value) + " " + unit +
                                      ", but the schemes come to " + plain_number(value, 6) + " " + unit +
                                      " (more than 2 % apart), correct one of them or leave " + field + " out");
  };
  agree("savings_plan", plan_of(trust.schemes), plan_of(trust.schemes), "GBP m");
  agree("recurrent_share", recurrent_percent_of(trust.schemes), 100.0, "percent");
}

}  // namespace

Trust read_trust_toml(const std::string& path, const Fields& fields) {
  return parse_trust_toml(read_text_file(path, "trust file"), path, fields);
}

Trust parse_trust_toml(const std::string& text, const std::string& path, const Fields& fields,
                       const LinePlaces& places) {
  Trust trust;
  trust.path = path;
  trust.text = text;
  const TomlTable root = TomlTable::parse(trust.text, path, places);
  root.require_schema(schema_version);
  root.allow_only({"schema", "code", "name", "type", "region", "stp", "policy_year", "figures_year", "in_scope",
                   "peers", "reported", "judged", "scheme", "commentary", "context", "intervention", "additional",
                   "local_intelligence"});
  trust.code = std::string(trimmed(root.text("code")));
  check_code(trust.code, root.where("code"));
  trust.name = one_line(root.text("name"));
  trust.type = one_line(root.find_text("type").value_or(""));
  trust.region = one_line(root.find_text("region").value_or(""));
  trust.stp = one_line(root.find_text("stp").value_or(""));
  trust.policy_year = std::string(trimmed(root.find_text("policy_year").value_or("")));
  if (root.has("policy_year")) check_financial_year("policy year", trust.policy_year, root.where("policy_year"));
  trust.figures_year = std::string(trimmed(root.find_text("figures_year").value_or("")));
  if (root.has("figures_year"))
    check_financial_year("year of the figures", trust.figures_year, root.where("figures_year"));
  trust.in_scope = root.find_flag("in_scope").value_or(true);
  if (!trust.in_scope) trust.scope_where = root.where("in_scope");
  if (root.has("peers")) read_peers(root, trust);
  if (const auto reported = root.find_table("reported")) {
    reported->allow_only(fields.ids());
    for (const std::string& id : reported->keys()) {
      if (const auto value = read_reported(*reported, *fields.find(id))) trust.reported[id] = *value;
    }
  }
  if (const auto judged = root.find_table("judged")) read_judged(*judged, trust);
  trust.evidence = read_evidence(root);
  trust.schemes = read_schemes(root);
  if (!trust.schemes.empty()) take_programme(trust);
  return trust;
}

}  // namespace uor::trust
