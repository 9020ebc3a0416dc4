#include "core/uor/ask/model_request.hpp"

#include <algorithm>

namespace uor::ask {

std::string spelled(Spelling spelling, const std::string& member) {
  if (spelling == Spelling::member) return member;
  std::string option = "--" + member;
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace uor::ask
