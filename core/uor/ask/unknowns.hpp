// What a user could find out about a trust, out of the drivers of a run.
#pragma once

#include <string>
#include <vector>

#include "core/uor/analyse/worth.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::ask {

/// An unknown fact, or a prompt that nobody has judged.
struct Unknown {
  std::string title;  // in plain words
  std::string where;  // the field or driver to give
  bool judged = false;
  analyse::Worth worth;
  std::string drawn = {};  // of a prompt: how it is drawn while nobody has judged it
};

/// Those among the drivers of `header`, which `worths` are of, for the first trust in `inputs`: worth most first. Not
/// the chances of the year ahead, which nobody can find out.
std::vector<Unknown> sorted_unknowns(const model::Inputs& inputs, const trust::Fields& fields,
                                     const model::Header& header, const std::vector<analyse::Worth>& worths);

}  // namespace uor::ask
