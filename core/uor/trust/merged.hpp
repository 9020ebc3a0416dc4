// Trusts that merged: codes that are no longer in use, and codes that now name more than their figures are of.
#pragma once

#include <string>
#include <vector>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// A row of data/merged_trusts.csv: the trust that was `code` became part of `successor`, which may be the same code.
struct Merged {
  std::string code, name, successor, since;
};

/// Error as of a CSV. Nothing when there is no such file.
std::vector<Merged> read_merged(const std::string& path);

/// Of a code that `known` has not: what became of it, and what to name instead; empty when nothing is known of it.
std::string merged_words(const std::vector<Merged>& merged, const std::string& code,
                         const std::vector<std::string>& known);

/// Of a code in an extract that does not ship: what became of it, or what it was formed of, so that nobody counts a
/// trust twice or misses its facts. Empty for a code that ships, and when nothing is known of it.
std::string loaded_words(const std::vector<Merged>& merged, const std::string& code,
                         const std::vector<std::string>& loaded, const std::vector<std::string>& shipped);

/// Of a code that kept its predecessor's figures: that they are not the merged trust's; empty for any other.
std::string predecessor_note(const std::vector<Merged>& merged, const std::string& code);

}  // namespace uor::trust
