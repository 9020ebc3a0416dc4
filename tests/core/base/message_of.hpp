// What an action says when it refuses: the message of its uor::Error.
#pragma once

#include <string>

#include "core/uor/base/error.hpp"

namespace uor::test {

template <class Action>
std::string message_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was refused";
}

}  // namespace uor::test
