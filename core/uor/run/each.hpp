// Tasks that know nothing of each other, on the threads of Workers.
#pragma once

#include <cstddef>
#include <functional>

#include "core/uor/run/workers.hpp"

namespace uor::run {

/// task(0) to task(count - 1), in any order and at once; not within a run of the same workers.
void each(Workers& workers, std::size_t count, const std::function<void(std::size_t)>& task);

}  // namespace uor::run
