#include "bench/ratios/draw_cases.hpp"

#include <cstdint>
#include <memory>

#include "bench/ratios/uniform.hpp"
#include "core/uor/base/column.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"

namespace uor::bench {

namespace {

constexpr std::size_t batch = 512;      // as a run draws
constexpr std::size_t repeats = 40000;  // batches

struct Buffers {
  std::vector<std::uint32_t> words = std::vector<std::uint32_t>(batch);
  Columns values = Columns(1, batch);
  double sum = 0;  // so that nothing is left out
};

template <class Convert>
double ns_a_number(Buffers& buffers, const Convert& convert) {
  const double took = processor_ns_of([&] {
    for (std::size_t i = 0; i < repeats; ++i) {
      sample::draw_words(i, 1, i * batch, batch, buffers.words.data());
      convert(buffers.words.data(), buffers.values.row(0));
      buffers.sum += buffers.values.row(0)[i % batch];
    }
  });
  return took / static_cast<double>(repeats * batch);
}

}  // namespace

std::vector<Measured> draw_cases() {
  const auto buffers = std::make_shared<Buffers>();
  const Uniforms uniforms = uniforms_of(sample::kernels().level);
  return {{"draw_normal", "normal",
           [=] {
             return ns_a_number(*buffers,
                                [](const std::uint32_t* words, double* z) { sample::normals_of(words, z, batch); });
           }},
          {"philox_uniform", "uniform", [=] {
             return ns_a_number(*buffers,
                                [uniforms](const std::uint32_t* words, double* u) { uniforms(words, u, batch); });
           }}};
}

}  // namespace uor::bench
