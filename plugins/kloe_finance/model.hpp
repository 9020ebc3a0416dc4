// The finance model's formulas without columns or months: what the nodes call and the unit tests check.
#pragma once

#include "actuals.hpp"
#include "anchoring.hpp"
#include "planning.hpp"
#include "scoring.hpp"
#include "treasury.hpp"
