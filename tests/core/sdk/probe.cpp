// A plugin that the tests load: all mathematics of the SDK in one node, and which instruction set answers in another.
#include "probe.hpp"

namespace probe {
using namespace uor::sdk;

UOR_NODE(mathematics, "probe.mathematics", (UOR_READ(x, "probe.x", "u") UOR_READ(y, "probe.y", "u")),
         (UOR_WRITE(exp_x, "probe.exp") UOR_WRITE(log_y, "probe.log") UOR_WRITE(power_yx, "probe.power")
              UOR_WRITE(logistic_x, "probe.logistic") UOR_WRITE(softplus_x, "probe.softplus")
                  UOR_WRITE(mixed, "probe.mixed") UOR_WRITE(scored, "probe.scored")),
         {
           exp_x = exp(x);
           log_y = log(y);
           power_yx = power(y, 0.05 * x);
           logistic_x = logistic(x);
           softplus_x = softplus(x);
           mixed = shared_offset(sqrt(y) * clamp(x, -3.0, 3.0)) + floor(x) / (1.0 + abs(x)) + smooth_step(x, -1.0, 1.0);
           scored = metric_score(x, {-5.0, 1.0, 8.0}, 0.5 * y, y, -1.0, {0.5, 0.3, 0.2}, {0.75, 0.5}) +
                    band_score(x, 5.0, 0.0, -7.0);
         })

UOR_NODE(level, "probe.level", (), (UOR_WRITE(second_file, "probe.second_file")),
         { second_file = level_of_second_file(); })

inline constexpr NoParameters parameters;

inline constexpr Quantity quantities[] = {
    driver({.id = "probe.x", .unit = "u", .title = "X", .shape = normal(0, 1), .source = "test"}),
    driver({.id = "probe.y", .unit = "u", .title = "Y", .shape = uniform(1, 2), .source = "test"}),
    rate({.id = "probe.exp", .unit = "u", .title = "exp x", .source = "test"}),
    rate({.id = "probe.log", .unit = "u", .title = "log y", .source = "test"}),
    rate({.id = "probe.power", .unit = "u", .title = "y to the x / 20", .source = "test"}),
    rate({.id = "probe.logistic", .unit = "u", .title = "logistic x", .source = "test"}),
    rate({.id = "probe.softplus", .unit = "u", .title = "softplus x", .source = "test"}),
    rate({.id = "probe.mixed", .unit = "u", .title = "the other functions", .source = "test"}),
    rate({.id = "probe.scored", .unit = "u", .title = "scores", .source = "test"}),
    rate({.id = "probe.second_file", .unit = "u", .title = "level of the second file", .source = "test"})};

inline constexpr uor_node nodes[] = {UOR_NODE_ENTRY(mathematics), UOR_NODE_ENTRY(level)};

}  // namespace probe

UOR_PLUGIN("probe", "1.0.0", "Probe", nullptr, probe::parameters, probe::quantities, probe::nodes)
