#include "core/uor/run/each.hpp"

#include <tbb/parallel_for.h>

#include "core/uor/run/workers_state.hpp"

namespace uor::run {

void each(Workers& workers, std::size_t count, const std::function<void(std::size_t)>& task) {
  Workers::State& state = workers.state();
  const std::scoped_lock alone(state.one_run);
  state.arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, task); });
}

}  // namespace uor::run
