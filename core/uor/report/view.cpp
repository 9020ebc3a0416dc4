#include "core/uor/report/view.hpp"

namespace uor::report {

std::optional<std::size_t> View::find(const std::string& id) const {
  for (std::size_t i = 0; i < header.summarised.size(); ++i)
    if (header.summarised[i].id == id) return i;
  return std::nullopt;
}

}  // namespace uor::report
