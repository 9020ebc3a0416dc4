#include "core/uor/store/long_table.hpp"

#include <utility>

#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/labelled_group.hpp"
#include "core/uor/store/output_file.hpp"

namespace uor::store {

std::size_t LongTable::rows() const {
  if (columns.empty()) return 0;
  return std::visit([](const auto& values) { return values.size(); }, columns[0].values);
}

namespace {

void write_table(const H5::Group& root, const LongTable& table) {
  LabelledGroup group(make_group(root, table.name));
  write_text_attribute(group.group().getId(), "title", table.title);
  if (table.rows() == 0) return;
  group.add_bare_axis("row", table.rows());
  for (const LongColumn& column : table.columns) {
    std::visit([&](const auto& values) { group.add_companion("row", column.name, values); }, column.values);
    if (column.title.empty()) continue;
    write_text_attribute(group.group().openDataSet(column.name).getId(), "long_name", column.title);
  }
}

}  // namespace

void write_netcdf(PartialFile partial, const std::vector<LongTable>& tables) {
  const auto say = [&](const std::string& cause) {
    return "cannot write '" + partial.target() + "' (" + cause + "), free some space or name another folder";
  };
  guarded(
      [&] {
        OutputFile file;
        file.create(partial.path());
        {
          const H5::Group root = file.root();
          for (const LongTable& table : tables) write_table(root, table);
        }
        file.flush();
        file.close();
        require(file.failed() ? -1 : 0, "write");
      },
      say);
  partial.commit();
}

}  // namespace uor::store
