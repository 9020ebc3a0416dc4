#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/uor/base/distribution.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/store/facts_text.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/metadata.hpp"

namespace uor::store {

namespace {

// One of each element's members, in a row.
template <typename Value, typename Element, typename Get>
std::vector<Value> each(const std::vector<Element>& elements, Get get) {
  std::vector<Value> values;
  for (const Element& element : elements) values.push_back(static_cast<Value>(get(element)));
  return values;
}

template <typename Element, typename Get>
Texts texts_of(const std::vector<Element>& elements, Get get) {
  Texts texts;
  for (const Element& element : elements) texts.emplace_back(get(element));
  return texts;
}

std::string words_of(const model::Keep& keep) {
  std::string words;
  if (keep.ratings) words += "ratings ";
  if (keep.scores) words += "scores ";
  if (keep.metrics) words += "metrics ";
  if (keep.metrics_by_month) words += "metrics_by_month ";
  if (keep.drivers) words += "drivers ";
  if (keep.quantities) words += "quantities ";
  return words.empty() ? words : words.substr(0, words.size() - 1);
}

void write_attributes(hid_t root, const model::Header& header) {
  write_text_attribute(root, "format", format_name);
  write_attribute(root, "format_version", std::int32_t{format_version});
  write_text_attribute(root, "Conventions", std::string(format_name) + "-" + std::to_string(format_version));
  write_text_attribute(root, "title", header.scenario_title);
  write_text_attribute(root, "scenario_name", header.scenario_name);
  write_text_attribute(root, "question", header.question);
  write_text_attribute(root, "version", header.version);
  write_text_attribute(root, "commit", header.commit);
  write_text_attribute(root, "host", header.host);
  write_attribute(root, "months", std::int32_t{header.months});
  write_attribute(root, "assessment_month", std::int32_t{header.assessment_month});
  write_attribute(root, "trials", std::uint64_t{header.trials});
  write_attribute(root, "seed", std::uint64_t{header.seed});
  write_text_attribute(root, "points", std::string(name_of(header.points)));
  write_text_attribute(root, "keep", words_of(header.keep));
  for (std::size_t i = 0; i < header.cuts.size(); ++i) {
    if (std::isnan(header.cuts[i])) continue;  // unknown: the reader takes what is not there for that, and no NaN
    write_attribute(root, std::string("cut_") + policy::rating_ids[i + 1], header.cuts[i]);
  }
  write_text_attribute(root, "estimator", header.in_closed_form ? "conditional" : "counted");
  write_text_attribute(root, "benchmarks", header.moving_benchmarks ? "moving" : "fixed");
  write_attribute(root, "until_se", header.stop.until_se);
  write_attribute(root, "max_trials", std::uint64_t{header.stop.max_trials});
  write_attribute(root, "until_se_reached", std::uint8_t{header.stop.reached});
}

void write_trusts(LabelledGroup& root, const std::vector<model::TrustInfo>& trusts) {
  using model::TrustInfo;
  root.add_axis("trust", texts_of(trusts, [](const TrustInfo& t) { return t.code; }), "Trust, by its ODS code");
  root.add_companion("trust", "trust_name", texts_of(trusts, [](const TrustInfo& t) { return t.name; }), true);
  root.add_companion("trust", "trust_type", texts_of(trusts, [](const TrustInfo& t) { return t.type; }));
  root.add_companion("trust", "trust_region", texts_of(trusts, [](const TrustInfo& t) { return t.region; }));
  root.add_companion("trust", "trust_stp", texts_of(trusts, [](const TrustInfo& t) { return t.stp; }));
  root.add_companion("trust", "trust_metrics_reported",
                     each<std::int32_t>(trusts, [](const TrustInfo& t) { return t.metrics_reported; }));
  root.add_companion("trust", "trust_in_scope",
                     each<std::uint8_t>(trusts, [](const TrustInfo& t) { return t.in_scope; }));
  root.add_companion("trust", "trust_combined_given",
                     each<std::uint8_t>(trusts, [](const TrustInfo& t) { return t.combined_given; }));
  root.add_companion("trust", "trust_assumed",
                     texts_of(trusts, [](const TrustInfo& t) { return sentences_of(t.assumed); }));
  root.add_companion("trust", "trust_assumed_data",
                     texts_of(trusts, [](const TrustInfo& t) { return data_of(t.assumed); }));
  root.add_companion("trust", "trust_warnings",
                     texts_of(trusts, [](const TrustInfo& t) { return lines_of(t.warnings); }));
  root.add_companion("trust", "trust_path", texts_of(trusts, [](const TrustInfo& t) { return t.path; }));
  root.add_companion("trust", "trust_text", texts_of(trusts, [](const TrustInfo& t) { return t.text; }));
}

void write_quantities(LabelledGroup& root, const std::string& axis, const std::vector<Quantity>& quantities,
                      const std::string& title) {
  root.add_axis(axis, texts_of(quantities, [](const Quantity& q) { return q.id; }), title);
  root.add_companion(axis, axis + "_unit", texts_of(quantities, [](const Quantity& q) { return q.unit; }), true);
  root.add_companion(axis, axis + "_title", texts_of(quantities, [](const Quantity& q) { return q.title; }), true);
  root.add_companion(axis, axis + "_polarity",
                     each<std::int32_t>(quantities, [](const Quantity& q) { return q.polarity; }), true);
}

void write_axes(LabelledGroup& root, const model::Header& header) {
  root.add_axis("scenario", header.sides, "Scenario: the baseline, then the variants");
  root.add_companion("scenario", "scenario_title", header.side_titles, true);
  write_trusts(root, header.trusts);
  std::vector<std::int32_t> months(static_cast<std::size_t>(header.months));
  std::iota(months.begin(), months.end(), 1);
  root.add_axis("month", months, "Month of the run; 1 is April of the first year");
  root.add_bare_axis("trial", header.trials);
  root.add_axis("kloe", header.kloes, "Key line of enquiry");
  if (!header.kloe_titles.empty()) root.add_companion("kloe", "kloe_title", header.kloe_titles, true);
  write_quantities(root, "metric", header.metrics, "Initial metric");
  write_quantities(root, "driver", header.drivers, "Driver that varies between trials");
  root.add_companion("driver", "driver_monthly", each<std::uint8_t>(header.driver_monthly, [](bool b) { return b; }));
  write_quantities(root, "quantity", header.quantities, "Quantity that the model produces");
  write_quantities(root, "summarised", header.summarised, "Quantity with a summary");
  const Texts ratings(policy::rating_ids.begin(), policy::rating_ids.end());
  root.add_axis("rating", ratings, "Rating; coded 1 to 4 in arrays of trials");
  root.add_axis("from", ratings, "Rating in the baseline");
  root.add_axis("to", ratings, "Rating in the scenario");
  if (header.fit_draws > 0) {
    root.add_axis("better_than", Texts(ratings.begin(), ratings.end() - 1), "Rating that is passed");
    std::vector<std::int32_t> draws(header.fit_draws);
    std::iota(draws.begin(), draws.end(), 1);
    root.add_axis("fit_draw", draws, "Draw of the rating's numbers around the fit");
  }
  root.add_axis("finance_score", std::vector<std::int32_t>{1, 2, 3, 4}, "Finance score; 1 is best");
  root.add_axis("score_beside", header.more_beside, "Score beside the rating, after the finance score");
  if (!header.more_beside.empty())
    root.add_companion("score_beside", "score_beside_title", header.more_beside_titles, true);
  root.add_axis("quantile", std::vector<double>(tally::quantile_levels.begin(), tally::quantile_levels.end()),
                "Share of trials at or below");
  std::vector<std::int32_t> replicates(replicates_of(header.points));
  std::iota(replicates.begin(), replicates.end(), 0);
  root.add_axis("replicate", replicates, "Replicate: trial t belongs to floor(t / 256) mod 16");
  root.add_axis("statistic", Texts{"lower_quartile", "median", "upper_quartile", "peers"},
                "What a metric is compared with: of all trusts, and the median of the peers");
  root.add_axis("limiter", header.limiters, "Limiter of the rating");
  if (!header.limiter_titles.empty()) root.add_companion("limiter", "limiter_title", header.limiter_titles, true);
  root.add_axis("characteristic", header.characteristics, "Ratings characteristic of the framework");
  if (!header.characteristic_titles.empty())
    root.add_companion("characteristic", "characteristic_title", header.characteristic_titles, true);
}

// Every quantity that an axis names, once.
std::vector<Quantity> all_quantities(const model::Header& header) {
  std::set<std::string> seen;
  std::vector<Quantity> all;
  for (const auto* list : {&header.summarised, &header.metrics, &header.drivers, &header.quantities}) {
    for (const Quantity& quantity : *list) {
      if (seen.insert(quantity.id).second) all.push_back(quantity);
    }
  }
  return all;
}

void write_catalogue(const H5::Group& parent, const std::vector<Quantity>& all) {
  LabelledGroup group(make_group(parent, "catalogue"));
  group.add_axis("id", texts_of(all, [](const Quantity& q) { return q.id; }), "Quantity");
  const auto text = [&](const char* name, auto get) { group.add_companion("id", name, texts_of(all, get)); };
  const auto number = [&](const char* name, auto get) { group.add_companion("id", name, each<double>(all, get)); };
  text("unit", [](const Quantity& q) { return q.unit; });
  text("title", [](const Quantity& q) { return q.title; });
  text("kind", [](const Quantity& q) { return name_of(q.kind); });
  text("behaviour", [](const Quantity& q) { return name_of(q.behaviour); });
  group.add_companion("id", "polarity", each<std::int32_t>(all, [](const Quantity& q) { return q.polarity; }));
  number("lower", [](const Quantity& q) { return q.lower; });
  number("upper", [](const Quantity& q) { return q.upper; });
  number("likely_lower", [](const Quantity& q) { return q.likely_lower; });
  number("likely_upper", [](const Quantity& q) { return q.likely_upper; });
  number("nominal", [](const Quantity& q) { return q.nominal; });
  text("standing", [](const Quantity& q) { return name_of(q.standing); });
  text("source", [](const Quantity& q) { return q.source; });
  text("plugin", [](const Quantity& q) { return q.plugin; });
  text("distribution",
       [](const Quantity& q) { return q.kind == Kind::driver ? to_string(q.driver.distribution) : std::string(); });
}

void write_provenance(const H5::Group& parent, const model::Header& header) {
  using model::InputText;
  using model::PluginInfo;
  LabelledGroup group(make_group(parent, "provenance"));
  group.add_bare_axis("input", header.inputs.size());
  const auto input = [&](const char* name, auto get) {
    group.add_companion("input", name, texts_of(header.inputs, get));
  };
  input("input_role", [](const InputText& i) { return i.role; });
  input("input_path", [](const InputText& i) { return i.path; });
  input("input_sha256", [](const InputText& i) { return i.sha256; });
  input("input_text", [](const InputText& i) { return i.text; });
  group.add_axis("plugin", texts_of(header.plugins, [](const PluginInfo& p) { return p.id; }), "Plugin");
  const auto plugin = [&](const char* name, auto get) {
    group.add_companion("plugin", name, texts_of(header.plugins, get));
  };
  plugin("plugin_version", [](const PluginInfo& p) { return p.version; });
  plugin("plugin_path", [](const PluginInfo& p) { return p.path; });
  plugin("plugin_sha256", [](const PluginInfo& p) { return p.sha256; });
  group.add_bare_axis("note", header.notes.size());
  group.add_companion("note", "note_text", header.notes);
}

}  // namespace

void write_header(LabelledGroup& root, const model::Header& header) {
  write_attributes(root.group().getId(), header);
  write_axes(root, header);
  write_catalogue(root.group(), all_quantities(header));
  write_provenance(root.group(), header);
}

}  // namespace uor::store
