#include <algorithm>
#include <map>
#include <sstream>

#include "core/uor/base/distribution.hpp"
#include "core/uor/store/metadata.hpp"

namespace uor::store {

namespace {

template <typename Value>
std::vector<Value> read_numbers(const H5::Group& group, const std::string& name) {
  if (!group.nameExists(name)) return {};
  const H5::DataSet array = group.openDataSet(name);
  std::vector<Value> values(static_cast<std::size_t>(array.getSpace().getSimpleExtentNpoints()));
  array.read(values.data(), memory_type<Value>());
  return values;
}

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
  throw H5::AttributeIException("catalogue", "unknown word '" + name + "'");
}

// Sets one member of every element from the array `name`, when both have the same length.
template <typename Element, typename Values, typename Set>
void set_each(std::vector<Element>& elements, const Values& values, Set set) {
  if (values.size() != elements.size()) throw H5::DataSetIException("metadata", "arrays of one axis differ in length");
  for (std::size_t i = 0; i < elements.size(); ++i) set(elements[i], values[i]);
}

void read_attributes(hid_t root, run::Header& header) {
  header.scenario_title = read_text_attribute(root, "title");
  header.scenario_name = read_text_attribute(root, "scenario_name");
  header.question = read_text_attribute(root, "question");
  header.version = read_text_attribute(root, "version");
  header.commit = read_text_attribute(root, "commit");
  header.host = read_text_attribute(root, "host");
  header.months = read_attribute<std::int32_t>(root, "months");
  header.assessment_month = read_attribute<std::int32_t>(root, "assessment_month");
  header.trials = read_attribute<std::uint64_t>(root, "trials");
  header.seed = read_attribute<std::uint64_t>(root, "seed");
  header.moving_benchmarks = has_attribute(root, "benchmarks") && read_text_attribute(root, "benchmarks") == "moving";
  const std::vector<std::string> kept = entries_of(read_text_attribute(root, "keep"), ' ');
  const auto has = [&](const char* word) { return std::find(kept.begin(), kept.end(), word) != kept.end(); };
  if (has_attribute(root, "points")) {
    const std::string name = read_text_attribute(root, "points");
    const auto points = points_named(name);
    if (!points) throw H5::AttributeIException("points", "unknown word '" + name + "'");
    header.points = *points;
  }
  if (has_attribute(root, "until_se")) {
    header.stop = {read_attribute<double>(root, "until_se"), read_attribute<std::uint64_t>(root, "max_trials"),
                   read_attribute<std::uint8_t>(root, "until_se_reached") != 0};
  }
  header.keep = {has("ratings"),          has("scores"),  has("metrics"),
                 has("metrics_by_month"), has("drivers"), has("quantities")};
}

std::vector<run::TrustInfo> read_trusts(const H5::Group& root) {
  std::vector<run::TrustInfo> trusts;
  trusts.resize(read_texts(root, "trust").size());
  const auto text = [&](const char* name, auto set) { set_each(trusts, read_texts(root, name), set); };
  using run::TrustInfo;
  using Text = const std::string&;
  text("trust", [](TrustInfo& t, Text v) { t.code = v; });
  text("trust_name", [](TrustInfo& t, Text v) { t.name = v; });
  text("trust_type", [](TrustInfo& t, Text v) { t.type = v; });
  text("trust_path", [](TrustInfo& t, Text v) { t.path = v; });
  text("trust_text", [](TrustInfo& t, Text v) { t.text = v; });
  text("trust_assumed", [](TrustInfo& t, Text v) { t.assumed = entries_of(v, '\n'); });
  text("trust_warnings", [](TrustInfo& t, Text v) { t.warnings = entries_of(v, '\n'); });
  set_each(trusts, read_numbers<std::int32_t>(root, "trust_metrics_reported"),
           [](TrustInfo& t, std::int32_t v) { t.metrics_reported = v; });
  return trusts;
}

using Catalogue = std::map<std::string, Quantity>;

Catalogue read_catalogue(const H5::Group& group) {
  std::vector<Quantity> all(read_texts(group, "id").size());
  using Text = const std::string&;
  const auto text = [&](const char* name, auto set) { set_each(all, read_texts(group, name), set); };
  const auto number = [&](const char* name, double Quantity::*member) {
    set_each(all, read_numbers<double>(group, name), [member](Quantity& q, double v) { q.*member = v; });
  };
  text("id", [](Quantity& q, Text v) { q.id = v; });
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
  set_each(all, read_numbers<std::int32_t>(group, "polarity"), [](Quantity& q, std::int32_t v) { q.polarity = v; });
  number("lower", &Quantity::lower);
  number("upper", &Quantity::upper);
  number("likely_lower", &Quantity::likely_lower);
  number("likely_upper", &Quantity::likely_upper);
  number("nominal", &Quantity::nominal);
  Catalogue catalogue;
  for (Quantity& quantity : all) catalogue[quantity.id] = std::move(quantity);
  return catalogue;
}

std::vector<Quantity> quantities_on(const H5::Group& root, const std::string& axis, const Catalogue& catalogue) {
  std::vector<Quantity> quantities;
  for (const std::string& id : read_texts(root, axis)) {
    const auto found = catalogue.find(id);
    if (found == catalogue.end()) throw H5::DataSetIException("catalogue", "'" + id + "' is missing");
    quantities.push_back(found->second);
  }
  return quantities;
}

void read_provenance(const H5::Group& group, run::Header& header) {
  using run::InputText;
  using run::PluginInfo;
  using Text = const std::string&;
  header.inputs.resize(read_texts(group, "input_role").size());
  const auto input = [&](const char* name, auto set) { set_each(header.inputs, read_texts(group, name), set); };
  input("input_role", [](InputText& i, Text v) { i.role = v; });
  input("input_path", [](InputText& i, Text v) { i.path = v; });
  input("input_sha256", [](InputText& i, Text v) { i.sha256 = v; });
  input("input_text", [](InputText& i, Text v) { i.text = v; });
  header.plugins.resize(read_texts(group, "plugin").size());
  const auto plugin = [&](const char* name, auto set) { set_each(header.plugins, read_texts(group, name), set); };
  plugin("plugin", [](PluginInfo& p, Text v) { p.id = v; });
  plugin("plugin_version", [](PluginInfo& p, Text v) { p.version = v; });
  plugin("plugin_path", [](PluginInfo& p, Text v) { p.path = v; });
  plugin("plugin_sha256", [](PluginInfo& p, Text v) { p.sha256 = v; });
  header.notes = read_texts(group, "note_text");
}

}  // namespace

Texts read_texts(const H5::Group& group, const std::string& name) {
  if (!group.nameExists(name)) return {};
  const H5::DataSet array = group.openDataSet(name);
  const H5::DataSpace space = array.getSpace();
  std::vector<char*> pointers(static_cast<std::size_t>(space.getSimpleExtentNpoints()), nullptr);
  const H5::StrType type = text_type();
  array.read(pointers.data(), type);
  Texts texts;
  for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
  H5::DataSet::vlenReclaim(pointers.data(), type, space);
  return texts;
}

run::Header read_header(const H5::H5File& file) {
  const H5::Group root = file.openGroup("/");
  run::Header header;
  read_attributes(root.getId(), header);
  header.sides = read_texts(root, "scenario");
  header.side_titles = read_texts(root, "scenario_title");
  header.trusts = read_trusts(root);
  header.kloes = read_texts(root, "kloe");
  header.kloe_titles = read_texts(root, "kloe_title");
  const Catalogue catalogue = read_catalogue(file.openGroup("/catalogue"));
  header.summarised = quantities_on(root, "summarised", catalogue);
  header.metrics = quantities_on(root, "metric", catalogue);
  header.drivers = quantities_on(root, "driver", catalogue);
  header.quantities = quantities_on(root, "quantity", catalogue);
  for (const std::uint8_t monthly : read_numbers<std::uint8_t>(root, "driver_monthly")) {
    header.driver_monthly.push_back(monthly != 0);
  }
  header.limiters = read_texts(root, "limiter");
  header.characteristics = read_texts(root, "characteristic");
  header.limiter_titles = read_texts(root, "limiter_title");
  header.characteristic_titles = read_texts(root, "characteristic_title");
  read_provenance(file.openGroup("/provenance"), header);
  return header;
}

}  // namespace uor::store
