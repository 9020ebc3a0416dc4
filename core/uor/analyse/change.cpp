#include "core/uor/analyse/change.hpp"

namespace uor::analyse {

const char* name_of(Basis basis) {
  switch (basis) {
    case Basis::paired:
      return "paired";
    case Basis::bound:
      return "bound";
    case Basis::independent:
      return "independent";
    case Basis::unknown:
      break;
  }
  return "unknown";
}

}  // namespace uor::analyse
