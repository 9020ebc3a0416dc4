#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <sstream>
#include <string_view>
#include <utility>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/facts_text.hpp"
#include "core/uor/store/metadata.hpp"

namespace uor::store {

namespace {

std::vector<std::string> entries_of(const std::string& text, char separator) {
  std::vector<std::string> entries;
  std::istringstream stream(text);
  for (std::string entry; std::getline(stream, entry, separator);) entries.push_back(entry);
  return entries;
}

// The value of an enumeration that has this name.
template <typename Enum>
Enum named(const std::string& name, std::initializer_list<Enum> values) {
  for (const Enum value : values) {
    if (name_of(value) == name) return value;
  }
  throw Impossible("'catalogue' holds the unknown word '" + name + "'");
}

// Sets one member of every element from the array `name`, which has as many.
template <typename Element, typename Values, typename Set>
void set_each(std::vector<Element>& elements, const Values& values, Set set) {
  for (std::size_t i = 0; i < elements.size(); ++i) set(elements[i], values[i]);
}

template <typename Element, typename Set>
void set_texts(std::vector<Element>& elements, const H5::Group& group, const std::string& name, Set set) {
  set_each(elements, read_texts(group, name, elements.size()), set);
}

template <typename Value, typename Element, typename Set>
void set_numbers(std::vector<Element>& elements, const H5::Group& group, const std::string& name, Set set) {
  if (elements.empty()) return;
  set_each(elements, read_array<Value>(group, name, {elements.size()}), set);
}

/// Each once: whoever looks one up must find the one that is meant.
void require_distinct(const Texts& entries, const std::string& name) {
  std::set<std::string> seen;
  for (const std::string& entry : entries) {
    if (!seen.insert(entry).second) throw Impossible("'" + name + "' has '" + entry + "' twice");
  }
}

model::StopRule read_stop(hid_t root) {
  if (!has_attribute(root, "until_se")) return {};
  return {read_attribute<double>(root, "until_se", 0, scenario::most_until_se),
          read_attribute<std::uint64_t>(root, "max_trials"),
          read_attribute<std::uint8_t>(root, "until_se_reached", 0, 1) != 0};
}

/// A text that the program makes itself, which is short.
std::string read_short_text(hid_t root, const std::string& name) {
  constexpr std::size_t most_bytes = 256;
  const std::string text = read_text_attribute(root, name);
  if (text.size() > most_bytes)
    throw Impossible("attribute '" + name + "' has " + std::to_string(text.size()) + " bytes, where at most " +
                     std::to_string(most_bytes) + " can be");
  return text;
}

model::Keep read_keep(hid_t root) {
  constexpr std::array<std::string_view, 6> known = {"ratings",          "scores",  "metrics",
                                                     "metrics_by_month", "drivers", "quantities"};
  const std::vector<std::string> kept = entries_of(read_text_attribute(root, "keep"), ' ');
  for (const std::string& word : kept)
    if (std::find(known.begin(), known.end(), word) == known.end())
      throw Impossible("attribute 'keep' holds the unknown word '" + word + "'");
  const auto has = [&](const char* word) { return std::find(kept.begin(), kept.end(), word) != kept.end(); };
  model::Keep keep;
  keep.ratings = has("ratings");
  keep.scores = has("scores");
  keep.metrics = has("metrics");
  keep.metrics_by_month = has("metrics_by_month");
  keep.drivers = has("drivers");
  keep.quantities = has("quantities");
  return keep;
}

Points read_points(hid_t root, std::uint64_t trials) {
  if (!has_attribute(root, "points")) return Points::random;
  const std::string name = read_text_attribute(root, "points");
  const auto points = points_named(name);
  if (!points) throw Impossible("attribute 'points' is '" + name + "', which is unknown");
  if (*points != Points::random && trials % whole_trials != 0)
    throw Impossible("attribute 'trials' is " + std::to_string(trials) + ", of which there are no " + name + " points");
  return *points;
}

bool read_moving(hid_t root) {
  if (!has_attribute(root, "benchmarks")) return false;
  const std::string word = read_text_attribute(root, "benchmarks");
  if (word != "moving" && word != "fixed") throw Impossible("attribute 'benchmarks' is '" + word + "'");
  return word == "moving";
}

/// None in files of runs without them, and of earlier programs.
std::size_t read_fit_draws(const H5::Group& root) {
  constexpr hsize_t most = 1 << 20;
  if (!has_member(root, "fit_draw")) return 0;
  const H5::DataSpace space = root.openDataSet("fit_draw").getSpace();
  const hssize_t draws = space.getSimpleExtentNpoints();
  if (space.getSimpleExtentNdims() != 1 || draws < 1 || static_cast<hsize_t>(draws) > most)
    throw Impossible("'fit_draw' has another shape than a list of draws");
  return static_cast<std::size_t>(draws);
}

bool read_in_closed_form(hid_t root) {
  if (!has_attribute(root, "estimator")) return false;
  const std::string word = read_text_attribute(root, "estimator");
  if (word != "conditional" && word != "counted") throw Impossible("attribute 'estimator' is '" + word + "'");
  return word == "conditional";
}

void read_attributes(hid_t root, model::Header& header) {
  header.scenario_title = read_text_attribute(root, "title");
  header.scenario_name = read_text_attribute(root, "scenario_name");
  header.question = read_text_attribute(root, "question");
  header.version = read_short_text(root, "version");
  header.commit = read_short_text(root, "commit");
  header.host = read_short_text(root, "host");
  header.months = read_attribute<std::int32_t>(root, "months", 1, scenario::max_months);
  header.assessment_month = read_attribute<std::int32_t>(root, "assessment_month", 1, header.months);
  header.trials = read_attribute<std::uint64_t>(root, "trials", 1);
  header.seed = read_attribute<std::uint64_t>(root, "seed");
  header.moving_benchmarks = read_moving(root);
  header.in_closed_form = read_in_closed_form(root);
  for (std::size_t i = 0; i < header.cuts.size(); ++i) {  // a file of an earlier program has none
    const std::string name = std::string("cut_") + policy::rating_ids[i + 1];
    if (has_attribute(root, name)) header.cuts[i] = read_attribute<double>(root, name, -1e6, 1e6);
  }
  header.points = read_points(root, header.trials);
  header.stop = read_stop(root);
  header.keep = read_keep(root);
}

bool yes_or_no(const std::string& name, std::uint8_t value) {
  if (value > 1) throw Impossible("'" + name + "' is " + std::to_string(value) + ", where only 0 and 1 can be");
  return value == 1;
}

/// A file of an earlier program has sentences alone.
void read_assumed(const H5::Group& root, std::vector<model::TrustInfo>& trusts) {
  const Texts sentences = read_texts(root, "trust_assumed", trusts.size());
  const bool has_data = has_member(root, "trust_assumed_data");
  const Texts data = has_data ? read_texts(root, "trust_assumed_data", trusts.size()) : Texts();
  for (std::size_t i = 0; i < trusts.size(); ++i)
    trusts[i].assumed = has_data ? facts_in(data[i], sentences[i]) : facts_as_written(sentences[i]);
}

std::vector<model::TrustInfo> read_trusts(const H5::Group& root) {
  const Texts codes = read_texts(root, "trust");
  require_distinct(codes, "trust");
  if (codes.empty()) throw Impossible("'trust' is missing, and no run is without a trust");
  std::vector<model::TrustInfo> trusts(codes.size());
  using model::TrustInfo;
  using Text = const std::string&;
  set_each(trusts, codes, [](TrustInfo& t, Text v) { t.code = v; });
  set_texts(trusts, root, "trust_name", [](TrustInfo& t, Text v) { t.name = v; });
  set_texts(trusts, root, "trust_type", [](TrustInfo& t, Text v) { t.type = v; });
  if (has_member(root, "trust_region")) {  // a file of an earlier program has none
    set_texts(trusts, root, "trust_region", [](TrustInfo& t, Text v) { t.region = v; });
    set_texts(trusts, root, "trust_stp", [](TrustInfo& t, Text v) { t.stp = v; });
  }
  set_texts(trusts, root, "trust_path", [](TrustInfo& t, Text v) { t.path = v; });
  set_texts(trusts, root, "trust_text", [](TrustInfo& t, Text v) { t.text = v; });
  read_assumed(root, trusts);
  set_texts(trusts, root, "trust_warnings", [](TrustInfo& t, Text v) { t.warnings = entries_of(v, '\n'); });
  set_numbers<std::int32_t>(trusts, root, "trust_metrics_reported", [](TrustInfo& t, std::int32_t v) {
    if (v < 0) throw Impossible("'trust_metrics_reported' is " + std::to_string(v));
    t.metrics_reported = v;
  });
  const auto flag = [&](const char* name, auto set) {  // a file of an earlier program has none
    if (has_member(root, name)) set_numbers<std::uint8_t>(trusts, root, name, set);
  };
  flag("trust_in_scope", [](TrustInfo& t, std::uint8_t v) { t.in_scope = yes_or_no("trust_in_scope", v); });
  flag("trust_combined_given",
       [](TrustInfo& t, std::uint8_t v) { t.combined_given = yes_or_no("trust_combined_given", v); });
  return trusts;
}

using Catalogue = std::map<std::string, Quantity>;

Catalogue read_catalogue(const H5::Group& group) {
  const Texts ids = read_texts(group, "id");
  require_distinct(ids, "catalogue/id");
  std::vector<Quantity> all(ids.size());
  using Text = const std::string&;
  const auto text = [&](const char* name, auto set) { set_texts(all, group, name, set); };
  const auto number = [&](const char* name, double Quantity::*member) {
    set_numbers<double>(all, group, name, [member, name](Quantity& q, double v) {
      if (std::isnan(v)) throw Impossible("'catalogue/" + std::string(name) + "' of '" + q.id + "' is no number");
      q.*member = v;
    });
  };
  set_each(all, ids, [](Quantity& q, Text v) { q.id = v; });
  text("unit", [](Quantity& q, Text v) { q.unit = v; });
  text("title", [](Quantity& q, Text v) { q.title = v; });
  text("kind", [](Quantity& q, Text v) {
    q.kind = named(v, {Kind::driver, Kind::intermediate, Kind::metric, Kind::score});
  });
  text("behaviour", [](Quantity& q, Text v) {
    q.behaviour = named(v, {Behaviour::flow, Behaviour::stock, Behaviour::rate, Behaviour::ytd});
  });
  text("standing", [](Quantity& q, Text v) {
    q.standing = named(v, {Standing::verified, Standing::derived, Standing::unverified, Standing::assumed});
  });
  text("source", [](Quantity& q, Text v) { q.source = v; });
  text("plugin", [](Quantity& q, Text v) { q.plugin = v; });
  set_numbers<std::int32_t>(all, group, "polarity", [](Quantity& q, std::int32_t v) {
    if (v < -1 || v > 1) throw Impossible("'catalogue/polarity' of '" + q.id + "' is " + std::to_string(v));
    q.polarity = v;
  });
  number("lower", &Quantity::lower);
  number("upper", &Quantity::upper);
  number("likely_lower", &Quantity::likely_lower);
  number("likely_upper", &Quantity::likely_upper);
  number("nominal", &Quantity::nominal);
  Catalogue catalogue;
  for (Quantity& quantity : all) {
    const bool ordered = quantity.lower <= quantity.upper && quantity.likely_lower <= quantity.likely_upper;
    if (!ordered) throw Impossible("'catalogue' of '" + quantity.id + "' has a lower end above the upper one");
    catalogue[quantity.id] = std::move(quantity);
  }
  read_texts(group, "distribution", ids.size());  // for other readers of the file
  return catalogue;
}

/// What stands beside an axis for other readers of the file is of its length, and says what the catalogue says.
void check_companions(const H5::Group& root, const std::string& axis, const std::vector<Quantity>& quantities) {
  if (quantities.empty()) return;
  for (const char* companion : {"_unit", "_title"}) read_texts(root, axis + companion, quantities.size());
  const auto polarity = read_array<std::int32_t>(root, axis + "_polarity", {quantities.size()});
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    if (polarity[i] == quantities[i].polarity) continue;
    throw Impossible("'" + axis + "_polarity' of '" + quantities[i].id + "' is another than in 'catalogue'");
  }
}

std::vector<Quantity> quantities_on(const H5::Group& root, const std::string& axis, const Catalogue& catalogue) {
  std::vector<Quantity> quantities;
  const Texts ids = read_texts(root, axis);
  require_distinct(ids, axis);
  for (const std::string& id : ids) {
    const auto found = catalogue.find(id);
    if (found == catalogue.end()) throw Impossible("'" + axis + "' has '" + id + "', which 'catalogue' lacks");
    quantities.push_back(found->second);
  }
  check_companions(root, axis, quantities);
  return quantities;
}

/// Of a workbook the digest alone is kept.
void check_digest(const model::InputText& input) {
  if (input.role == "workbook" && input.text.empty()) return;
  if (sha256_hex(std::as_bytes(std::span(input.text.data(), input.text.size()))) == input.sha256) return;
  throw Impossible("'provenance/input_text' of '" + input.path + "' has another digest than 'provenance/input_sha256'");
}

void read_provenance(const H5::Group& group, model::Header& header) {
  using model::InputText;
  using model::PluginInfo;
  using Text = const std::string&;
  header.inputs.resize(read_texts(group, "input_role").size());
  const auto input = [&](const char* name, auto set) { set_texts(header.inputs, group, name, set); };
  input("input_role", [](InputText& i, Text v) { i.role = v; });
  input("input_path", [](InputText& i, Text v) { i.path = v; });
  input("input_sha256", [](InputText& i, Text v) { i.sha256 = v; });
  input("input_text", [](InputText& i, Text v) { i.text = v; });
  header.plugins.resize(read_texts(group, "plugin").size());
  for (const InputText& text : header.inputs) check_digest(text);
  const auto plugin = [&](const char* name, auto set) { set_texts(header.plugins, group, name, set); };
  plugin("plugin", [](PluginInfo& p, Text v) { p.id = v; });
  plugin("plugin_version", [](PluginInfo& p, Text v) { p.version = v; });
  plugin("plugin_path", [](PluginInfo& p, Text v) { p.path = v; });
  plugin("plugin_sha256", [](PluginInfo& p, Text v) { p.sha256 = v; });
  header.notes = read_texts(group, "note_text");
}

void read_sides(const H5::Group& root, model::Header& header) {
  header.sides = read_texts(root, "scenario");
  if (header.sides.empty()) throw Impossible("'scenario' is missing, and no run is without a baseline");
  require_distinct(header.sides, "scenario");
  header.side_titles = read_texts(root, "scenario_title", header.sides.size());
}

Texts read_kloes(const H5::Group& root) {
  const Texts kloes = read_texts(root, "kloe");
  if (kloes.empty()) throw Impossible("'kloe' is missing, and no rating is without key lines of enquiry");
  require_distinct(kloes, "kloe");
  return kloes;
}

void read_drivers(const H5::Group& root, const Catalogue& catalogue, model::Header& header) {
  header.drivers = quantities_on(root, "driver", catalogue);
  header.driver_monthly.assign(header.drivers.size(), false);
  if (header.drivers.empty()) return;
  const auto monthly = read_array<std::uint8_t>(root, "driver_monthly", {header.drivers.size()});
  for (std::size_t driver = 0; driver < monthly.size(); ++driver) header.driver_monthly[driver] = monthly[driver] != 0;
}

/// Labels that say what the numbers along an axis are must say what this program takes them for.
template <typename Range>
void require_scale(const H5::Group& root, const std::string& axis, const Range& expected) {
  using Value = typename Range::value_type;
  if (read_array<Value>(root, axis, {expected.size()}) != std::vector<Value>(expected.begin(), expected.end()))
    throw Impossible("'" + axis + "' has other entries than every run has");
}

void require_words(const H5::Group& root, const std::string& axis, const Texts& expected) {
  if (read_texts(root, axis) != expected) throw Impossible("'" + axis + "' has other entries than every run has");
}

void check_scales(const H5::Group& root, const model::Header& header) {
  std::vector<std::int32_t> months(static_cast<std::size_t>(header.months));
  std::iota(months.begin(), months.end(), 1);
  require_scale(root, "month", months);
  require_scale(root, "quantile", tally::quantile_levels);
  require_scale(root, "finance_score", std::vector<std::int32_t>{1, 2, 3, 4});
  const Texts ratings(policy::rating_ids.begin(), policy::rating_ids.end());
  for (const char* axis : {"rating", "from", "to"}) require_words(root, axis, ratings);
  if (has_member(root, "statistic"))
    require_words(root, "statistic", {"lower_quartile", "median", "upper_quartile", "peers"});
}

/// What 'keep' does not name is not in the file.
void check_kept(const H5::Group& root, const model::Keep& keep) {
  const std::array<std::pair<const char*, bool>, 6> arrays = {{{"rating_by_month", keep.ratings},
                                                               {"score", keep.scores},
                                                               {"metric_final", keep.metrics},
                                                               {"metric_value", keep.metrics_by_month},
                                                               {"driver_value", keep.drivers},
                                                               {"quantity_value", keep.quantities}}};
  for (const auto& [name, kept] : arrays)
    if (!kept && has_member(root, name))
      throw Impossible("'" + std::string(name) + "' is there, which attribute 'keep' does not name");
}

/// Titles beside ids; none in a file of an earlier program.
Texts read_titles(const H5::Group& root, const std::string& name, std::size_t count) {
  return has_member(root, name) ? read_texts(root, name, count) : Texts{};
}

}  // namespace

model::Header read_header(const H5::H5File& file) {
  const H5::Group root = file.openGroup("/");
  model::Header header;
  read_attributes(root.getId(), header);
  read_sides(root, header);
  header.trusts = read_trusts(root);
  header.kloes = read_kloes(root);
  header.kloe_titles = read_titles(root, "kloe_title", header.kloes.size());
  check_scales(root, header);
  check_kept(root, header.keep);
  const Catalogue catalogue = read_catalogue(open_group(root, "catalogue"));
  header.summarised = quantities_on(root, "summarised", catalogue);
  header.metrics = quantities_on(root, "metric", catalogue);
  for (const model::TrustInfo& trust : header.trusts) {
    if (static_cast<std::size_t>(trust.metrics_reported) <= header.metrics.size()) continue;
    throw Impossible("'trust_metrics_reported' of '" + trust.code + "' is " + std::to_string(trust.metrics_reported) +
                     " of " + std::to_string(header.metrics.size()) + " metrics");
  }
  read_drivers(root, catalogue, header);
  header.quantities = quantities_on(root, "quantity", catalogue);
  header.fit_draws = read_fit_draws(root);
  header.more_beside = read_texts(root, "score_beside");
  require_distinct(header.more_beside, "score_beside");
  header.more_beside_titles = read_texts(root, "score_beside_title", header.more_beside.size());
  header.limiters = read_texts(root, "limiter");
  header.characteristics = read_texts(root, "characteristic");
  require_distinct(header.limiters, "limiter");
  require_distinct(header.characteristics, "characteristic");
  header.limiter_titles = read_titles(root, "limiter_title", header.limiters.size());
  header.characteristic_titles = read_titles(root, "characteristic_title", header.characteristics.size());
  read_provenance(open_group(root, "provenance"), header);
  return header;
}

}  // namespace uor::store
