// Which savings programme each side of a run had: the scenario's, the trust's, or the typical one of the plugins.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

class Programmes {
 public:
  /// What cannot be read back is left out and noted.
  Programmes(const Library& library, const ModelRequest& request, const store::Result& result,
             const policy::Shown& shown, std::vector<std::string>& notes);

  /// [side]; empty when not known.
  std::vector<report::Programme> of(const trust::Trust& trust) const;

 private:
  std::size_t sides_ = 0;
  std::optional<scenario::Scenario> scenario_;
  report::Programme typical_;
};

}  // namespace uor::ask
