// The workbook that finance teams fill in: a sheet each for the trust, its metrics, schemes, evidence, a question and
// the levers that answer it, every cell with its unit, range, hint and, where there are some, choices.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/partial_file.hpp"
#include "core/uor/base/quantity.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::workbook {

struct TemplateInputs {
  const trust::Fields& fields;
  const policy::Policy& policy;
  std::vector<const Quantity*> levers;  // in the order of the sheet
  const trust::Trust* trust = nullptr;  // what is known of it is filled in
};

/// Writes the workbook, which reads as it stands. Error (Fault::run) when it cannot be written, (Fault::input) for a
/// scheme of the trust that its sheet cannot hold: a delivery that is neither a number nor PERT, an uncertain delay.
void write_template(PartialFile file, const TemplateInputs& inputs);

}  // namespace uor::workbook
