#include "core/uor/sample/sampler.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/base/hash.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "core/uor/sample/points.hpp"

namespace uor::sample {

namespace {

constexpr std::string_view sector_trust = "*";

/// sqrt(1 - loading^2): the weight that keeps the variance at 1.
double complement(double loading) { return std::sqrt((1.0 - loading) * (1.0 + loading)); }

std::string is(double value) {
  char text[40];
  std::snprintf(text, sizeof text, ", is %g", value);
  return text;
}

}  // namespace

Sampler::Sampler(std::uint64_t seed, const std::string& trust_code, std::vector<Stream> streams,
                 std::vector<Group> groups, Points points)
    : points_(points), streams_(std::move(streams)), groups_(std::move(groups)) {
  check_streams();
  check_groups();
  for (const Stream& stream : streams_) {
    keys_.push_back({stream_key(seed, trust_code, stream.id), stream_key(seed, sector_trust, stream.id)});
  }
  for (const Group& group : groups_) factors_.push_back(cholesky_of(group.name, group.correlation));
}

void Sampler::check_streams() const {
  std::vector<std::string> ids;
  for (const Stream& stream : streams_) {
    const std::string subject = "driver '" + stream.id + "': ";
    if (!(stream.persistence >= 0.0 && stream.persistence < 1.0)) {
      throw Error(subject + "persistence must be at least 0 and below 1" + is(stream.persistence));
    }
    if (!(std::abs(stream.common) <= 1.0)) {
      throw Error(subject + "the loading on the common factor must be from -1 to 1" + is(stream.common));
    }
    ids.push_back(stream.id);
  }
  std::sort(ids.begin(), ids.end());
  const auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin != ids.end()) throw Error("driver '" + *twin + "' is drawn twice, the draws would be the same numbers");
}

void Sampler::check_groups() const {
  std::vector<bool> grouped(streams_.size(), false);
  for (const Group& group : groups_) {
    const std::string subject = "correlation group '" + group.name + "': ";
    if (group.members.size() != static_cast<std::size_t>(group.correlation.rows())) {
      throw Error(subject + "has " + std::to_string(group.members.size()) + " drivers, but its matrix " +
                  std::to_string(group.correlation.rows()) + " rows");
    }
    for (const std::size_t member : group.members) {
      assert(member < streams_.size());
      const Stream &stream = streams_[member], &first = streams_[group.members.front()];
      if (grouped[member]) throw Error(subject + "driver '" + stream.id + "' is already in a group, join the two");
      grouped[member] = true;
      if (stream.each == first.each && (stream.each != Each::ar1 || stream.persistence == first.persistence)) continue;
      throw Error(subject + "drivers '" + first.id + "' and '" + stream.id +
                  "' must be drawn alike (each and persistence), but are " + std::string(name_of(first.each)) +
                  " and " + std::string(name_of(stream.each)) + ", with persistence" + is(first.persistence).substr(4) +
                  " and" + is(stream.persistence).substr(4));
    }
  }
}

Sampler::Window::Window(const Sampler& sampler, std::size_t capacity)
    : sampler_(&sampler),
      z_(sampler.streams_.size(), capacity),
      innovations_(sampler.streams_.size(), capacity),
      sector_(1, capacity),
      words_(round_up(capacity, lane_count)) {}

std::vector<bool> Sampler::with_groups(std::vector<bool> streams) const {
  for (const Group& group : groups_) {
    const auto wanted = [&](std::size_t member) { return streams[member]; };
    if (std::none_of(group.members.begin(), group.members.end(), wanted)) continue;
    for (const std::size_t member : group.members) streams[member] = true;
  }
  return streams;
}

void Sampler::Window::start(std::uint64_t first_trial, std::size_t count, const std::vector<bool>& streams) {
  wanted_ = &streams;
  restart(first_trial, count);
}

void Sampler::Window::start(std::uint64_t first_trial, std::size_t count) {
  wanted_ = nullptr;
  restart(first_trial, count);
}

void Sampler::Window::restart(std::uint64_t first_trial, std::size_t count) {
  assert(first_trial % lane_count == 0 && count % lane_count == 0 && count <= words_.size());
  first_trial_ = first_trial;
  count_ = count;
  month_ = 0;
  draw(run_month, true);
}

void Sampler::Window::advance(int month) {
  assert(month == month_ + 1);
  month_ = month;
  draw(static_cast<std::uint32_t>(month), false);
  for (std::size_t i = 0; i < sampler_->streams_.size(); ++i) {
    const Stream& stream = sampler_->streams_[i];
    if (stream.each != Each::ar1 || !wants(i)) continue;
    if (month == 1) {
      std::copy_n(innovations_.row(i), count_, z_.row(i));
    } else {
      kernels().combine(z_.row(i), stream.persistence, z_.row(i), complement(stream.persistence), innovations_.row(i),
                        count_);
    }
  }
}

double* Sampler::Window::innovation(std::size_t stream) {
  return sampler_->streams_[stream].each == Each::ar1 ? innovations_.row(stream) : z_.row(stream);
}

void Sampler::Window::draw(std::uint32_t month, bool per_run) {
  const auto due = [&](std::size_t stream) { return (sampler_->streams_[stream].each == Each::run) == per_run; };
  for (std::size_t i = 0; i < sampler_->streams_.size(); ++i) {
    if (due(i) && wants(i)) draw_stream(i, month);
  }
  for (std::size_t g = 0; g < sampler_->groups_.size(); ++g) {
    const Group& group = sampler_->groups_[g];
    if (group.members.empty() || !wants(group.members.front())) continue;
    if (due(group.members.front())) correlate(group, sampler_->factors_[g]);
  }
}

void Sampler::Window::draw_stream(std::size_t stream, std::uint32_t month) {
  const Keys& keys = sampler_->keys_[stream];
  double* own = innovation(stream);
  draw_points(sampler_->points_, keys.own, month, first_trial_, count_, words_.data());
  normals_of(words_.data(), own, count_);
  const double common = sampler_->streams_[stream].common;
  if (common == 0.0) return;
  double* sector = sector_.row(0);
  draw_points(sampler_->points_, keys.sector, month, first_trial_, count_, words_.data());
  normals_of(words_.data(), sector, count_);
  kernels().combine(own, complement(common), own, common, sector, count_);
}

/// e_i becomes L_ii e_i + L_i0 e_0 + L_i1 e_1 + ..., added in this order, last member first so that it reads the others
/// as they were drawn.
void Sampler::Window::correlate(const Group& group, const Eigen::MatrixXd& factor) {
  for (std::size_t i = group.members.size(); i-- > 1;) {
    double* row = innovation(group.members[i]);
    double own = factor(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i));
    for (std::size_t j = 0; j < i; ++j) {
      const double weight = factor(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      kernels().combine(row, own, row, weight, innovation(group.members[j]), count_);
      own = 1.0;
    }
  }
}

}  // namespace uor::sample
