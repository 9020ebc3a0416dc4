// An outcome that is 1 in a box and 0 outside.
#pragma once

#include "tests/core/study/draws.hpp"

namespace uor::study {

inline double known_box(const Values& x) { return x[0] > .6 && x[1] < .5 && x[2] > .3 ? 1.0 : 0.0; }

}  // namespace uor::study
