// Key lines of enquiry and their weights, which sum to 1 whatever a policy that extends another adds or takes away.
#include <algorithm>
#include <cmath>

#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

std::string row_of(const std::string& kloe) { return "[[kloe]] '" + kloe + "'"; }

double sum_of(const std::vector<Kloe>& kloes) {
  double sum = 0;
  for (const Kloe& kloe : kloes) sum += kloe.weight;
  return sum;
}

void read_kloe_row(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "question", "weight", "accounts", "standing", "source"});
  Kloe kloe;
  kloe.id = table.text("id");
  kloe.where = table.where("id");
  draft.claim(row_of(kloe.id), kloe.where);
  kloe.title = table.text("title");
  kloe.question = table.find_text("question").value_or("");
  kloe.weight = table.number("weight", {0.0, 1.0});
  kloe.accounts = table.find_flag("accounts").value_or(false);
  const Source source = draft.read_source(table, row_of(kloe.id));
  kloe.standing = source.standing;
  kloe.source = source.text;
  put(draft.policy.rating.kloes, kloe, &Kloe::id);
}

}  // namespace

const Kloe* Rating::find_kloe(const std::string& id) const {
  const auto at = std::find_if(kloes.begin(), kloes.end(), [&](const Kloe& kloe) { return kloe.id == id; });
  return at == kloes.end() ? nullptr : &*at;
}

std::vector<std::string> ids_of(const std::vector<Kloe>& kloes) {
  std::vector<std::string> ids;
  for (const Kloe& kloe : kloes) ids.push_back(kloe.id);
  return ids;
}

std::string read_kloe(const TomlTable& table, const Draft& draft) {
  const std::vector<std::string> ids = ids_of(draft.policy.rating.kloes);
  return ids[read_choice(table, "kloe", ids)];
}

void read_kloes(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("kloe")) read_kloe_row(table, draft);
}

void read_old_weights(const TomlTable& root, Draft& draft) {
  const auto rating = root.find_table("rating");
  const auto table = rating ? rating->find_table("weights") : std::nullopt;
  if (!table) return;
  draft.claim(table->name(), table->where());
  std::vector<Kloe>& kloes = draft.policy.rating.kloes;
  const bool named = !kloes.empty();  // else the table is all that tells of them
  std::vector<std::string> keys = ids_of(kloes);
  keys.insert(keys.end(), {"standing", "source"});
  if (named) table->allow_only(keys);
  const Source source = draft.read_source(*table, table->name());
  for (const std::string& id : named ? ids_of(kloes) : table->keys()) {
    if (id == "standing" || id == "source") continue;
    const Kloe* row = draft.policy.rating.find_kloe(id);
    Kloe kloe = row == nullptr ? Kloe{id, id, "", 0, false, {}, "", table->where(id)} : *row;
    kloe.weight = table->number(id, {0.0, 1.0});
    kloe.standing = source.standing;
    kloe.source = source.text;
    put(kloes, kloe, &Kloe::id);
  }
  if (const double sum = sum_of(kloes); std::abs(sum - 1) > sum_tolerance)
    throw Error(table->where(), table->name() + " sum to " + show(sum) + " (not 1), correct them");
}

void scale_weights(Draft& draft, bool first_layer, const Where& where) {
  std::vector<Kloe>& kloes = draft.policy.rating.kloes;
  if (kloes.empty())
    throw Error(where, "the policy has no [[kloe]], add key lines or the file that holds them to include");
  if (std::abs(sum_of(kloes) - 1) <= sum_tolerance) return;
  double fixed = 0, others = 0;
  for (const Kloe& kloe : kloes) (draft.is_of_this_layer(row_of(kloe.id)) ? fixed : others) += kloe.weight;
  if (first_layer || fixed > 1 + sum_tolerance || others == 0) {
    throw Error(where, "the weights of [[kloe]] sum to " + show(first_layer ? fixed + others : fixed) +
                           " (not 1), correct them");
  }
  for (Kloe& kloe : kloes)
    if (!draft.is_of_this_layer(row_of(kloe.id))) kloe.weight *= (1 - fixed) / others;
}

}  // namespace uor::policy
