#include "core/uor/base/error.hpp"

#include <algorithm>
#include <numeric>

namespace uor {

std::string to_string(const Where& where) {
  std::string text = where.file;
  if (where.line > 0) {
    text += ':' + std::to_string(where.line);
    if (where.column > 0) text += ':' + std::to_string(where.column);
  }
  return text;
}

Error::Error(const std::string& message, Fault fault) : std::runtime_error(message), fault_(fault) {}

Error::Error(const Where& where, const std::string& message, Fault fault)
    : std::runtime_error(where.file.empty() ? message : to_string(where) + ": " + message),
      fault_(fault),
      where_(where) {}

namespace {

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Capitals count less than any other slip, and a name without its plugin is still that name.
double distance_between(std::string_view name, std::string_view candidate) {
  constexpr double capitals = 0.5, prefix = 0.75;
  std::string low_name(name), low_candidate(candidate);
  std::transform(name.begin(), name.end(), low_name.begin(), lower_ascii);
  std::transform(candidate.begin(), candidate.end(), low_candidate.begin(), lower_ascii);
  const auto near = static_cast<double>(edit_distance(low_name, low_candidate));
  const double whole = near + (near < static_cast<double>(edit_distance(name, candidate)) ? capitals : 0);
  const std::size_t dot = low_candidate.find('.');
  if (dot == std::string::npos || low_name.find('.') != std::string::npos) return whole;
  const std::string after = low_candidate.substr(dot + 1);
  return std::min(whole, static_cast<double>(edit_distance(low_name, after)) + prefix);
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 200;  // nobody misspelt a name into more, and distances take the square of it
  if (name.size() > longest) return {};
  std::string best;
  double best_distance = static_cast<double>(std::max<size_t>(2, name.size() / 3)) + 1;
  for (const std::string& candidate : candidates) {
    const double distance = distance_between(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string near = nearest_name(name, candidates);
  return near.empty() ? "" : " Did you mean '" + near + "'?";
}

}  // namespace uor
