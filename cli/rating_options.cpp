#include "cli/rating_options.hpp"

#include "cli/model_options.hpp"
#include "cli/text.hpp"

namespace uor::cli {

Options rating_options() {
  Options options("Options", screen_width);
  add_value(options, "trials", "N", "trials (default: 16384); a multiple of 4096 is spread as Sobol points");
  add_value(options, "seed", "S", "seed of all draws (default: 1)");
  add_model_options(options);
  add_flag(options, "json", "print one JSON object instead of the screen");
  return options;
}

}  // namespace uor::cli
