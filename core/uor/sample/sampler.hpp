// Standard normal columns of every stream of one trust: keys, months, persistence, correlation, common factor.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/base/distribution.hpp"
#include "core/uor/base/points.hpp"

namespace uor::sample {

/// One stream of z. Its random key comes from (seed, trust, id), so its draws depend on nothing else. The order is:
/// own and sector draws -> common factor -> correlation of the group -> persistence; each step keeps variance 1.
struct Stream {
  std::string id;
  Each each = Each::run;
  double persistence = 0.0;  // AR(1): z_1 = e_1, z_m = persistence z_{m-1} + sqrt(1 - persistence^2) e_m
  double common = 0.0;       // e = common * e_sector + sqrt(1 - common^2) * e_own, e_sector keyed by trust "*"
};

/// A Gaussian copula over some streams, which all have the same `each` and persistence: their innovations, common
/// factor included, are multiplied with the Cholesky factor in the declared order. So the correlation inside a trust is
/// the declared one whatever the common loadings, and appending a member changes no earlier one.
struct Group {
  std::string name;
  std::vector<std::size_t> members;  // indices of streams
  Eigen::MatrixXd correlation;
};

/// Lower Cholesky factor; Error when the matrix is not symmetric with unit diagonal or not positive definite, naming
/// the group and offering the nearest valid matrix (eigenvalues clipped, diagonal rescaled).
Eigen::MatrixXd cholesky_of(const std::string& group, const Eigen::MatrixXd& correlation);

/// Immutable after construction, shared by threads; the moving part is a Sampler::Window.
class Sampler {
 public:
  /// Error when a persistence is outside 0..1 (1 excluded), a common loading outside -1..1, two streams share an id, a
  /// stream is in two groups, or members of a group differ in `each` or persistence; and as cholesky_of.
  Sampler(std::uint64_t seed, const std::string& trust_code, std::vector<Stream> streams, std::vector<Group> groups,
          Points points = Points::random);

  std::size_t stream_count() const { return streams_.size(); }
  /// These streams and those that they are correlated with. [stream]
  std::vector<bool> with_groups(std::vector<bool> streams) const;

  /// The z columns of one range of trials, moved forward month by month. Allocates only in its constructor.
  class Window {
   public:
    Window(const Sampler& sampler, std::size_t capacity);
    /// Start at trials first_trial .. first_trial + count - 1 (multiples of 8, count <= capacity): draws the per-run
    /// streams and forgets all months.
    void start(std::uint64_t first_trial, std::size_t count);
    /// The same for some streams alone, of whole groups (Sampler::with_groups); it must outlive the trials.
    void start(std::uint64_t first_trial, std::size_t count, const std::vector<bool>& streams);
    /// Draw `month`, which must be 1 after start() and then one more each call.
    void advance(int month);
    /// z of one stream: [count]. Per-run streams are valid after start(), others after advance().
    const double* z(std::size_t stream) const { return z_.row(stream); }

   private:
    void restart(std::uint64_t first_trial, std::size_t count);
    bool wants(std::size_t stream) const { return wanted_ == nullptr || (*wanted_)[stream]; }
    void draw(std::uint32_t month, bool per_run);
    void draw_stream(std::size_t stream, std::uint32_t month);
    void correlate(const Group& group, const Eigen::MatrixXd& factor);
    /// Where innovations of a stream go: a row of their own when persistence has still to act on them.
    double* innovation(std::size_t stream);

    const Sampler* sampler_;
    const std::vector<bool>* wanted_ = nullptr;  // null: all
    std::uint64_t first_trial_ = 0;
    std::size_t count_ = 0;
    int month_ = 0;
    Columns z_;            // [stream][trial]
    Columns innovations_;  // [stream][trial], of AR(1) streams
    Columns sector_;       // [1][trial]
    std::vector<std::uint32_t> words_;
  };

 private:
  friend class Window;
  struct Keys {
    std::uint64_t own, sector;
  };
  void check_streams() const;
  void check_groups() const;

  Points points_;
  std::vector<Stream> streams_;
  std::vector<Keys> keys_;
  std::vector<Group> groups_;
  std::vector<Eigen::MatrixXd> factors_;  // [group]
};

}  // namespace uor::sample
