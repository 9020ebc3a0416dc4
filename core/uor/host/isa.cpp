#include "core/uor/host/isa.hpp"

#include <string>

#include "core/uor/base/error.hpp"

namespace uor::host {

namespace {

const uor_isa_variants* variants_of(const std::string& file, Extension extension) {
  if (extension == nullptr) return nullptr;
  try {
    return static_cast<const uor_isa_variants*>(extension("uor.isa/1"));
  } catch (...) {
    throw Error({file, 0, 0}, "throws in extension (no exception may leave a plugin), return null instead");
  }
}

}  // namespace

uor_isa_variant best_variant(const std::string& file, const uor_plugin* plugin, Extension extension, int level) {
  uor_isa_variant best = {2, plugin};
  const uor_isa_variants* offered = variants_of(file, extension);
  if (offered == nullptr) return best;
  if (offered->count > 0 && offered->variants == nullptr) {
    throw Error({file, 0, 0}, "offers variants by instruction set but no table of them, set uor_isa_variants.variants");
  }
  for (std::size_t i = 0; i < offered->count; ++i) {
    const uor_isa_variant& variant = offered->variants[i];
    if (variant.plugin == nullptr || variant.level < 2 || variant.level > 4) {
      throw Error({file, 0, 0}, "offers a variant of level " + std::to_string(variant.level) +
                                    " that cannot be used, give a plugin and a level of 2, 3 or 4");
    }
    if (variant.level <= level && variant.level >= best.level) best = variant;
  }
  return best;
}

}  // namespace uor::host
