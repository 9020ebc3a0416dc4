// Writes the made-up run to the file that is named, for readers in other languages.
#include <cstdio>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"
#include "tests/core/store/made_up_run.hpp"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try {
    uor::store::Hdf5Sink sink(arguments[1]);
    uor::store::play(uor::store::made_up_header(), 8, sink);
  } catch (const uor::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
