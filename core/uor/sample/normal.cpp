#include "core/uor/sample/normal.hpp"

#include "core/uor/base/elementary.hpp"
#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

double normal_cdf(double z) { return elementary::tails_of(z).lower; }

double normal_quantile(double u) { return elementary::quantile_of(u, 1.0 - u); }

void normals_of(const std::uint32_t* words, double* z, std::size_t count) { kernels().normals(words, z, count); }

}  // namespace uor::sample
