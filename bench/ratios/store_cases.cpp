#include "bench/ratios/store_cases.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"

namespace uor::bench {

namespace {

/// All that a run hands over, to be handed over again.
struct Recording : tally::Sink {
  model::Header header;
  std::vector<tally::Block> blocks;
  std::vector<tally::Summary> summaries;

  void begin(const model::Header& given) override { header = given; }
  void block(const tally::Block& given) override { blocks.push_back(given); }
  void summary(const tally::Summary& given) override { summaries.push_back(given); }
  void end(double) override {}

  void play(tally::Sink& sink) const {
    sink.begin(header);
    for (const tally::Block& each : blocks) sink.block(each);
    for (const tally::Summary& each : summaries) sink.summary(each);
    sink.end(1.0);
  }
};

std::shared_ptr<const Recording> record(model::Inputs inputs, std::uint64_t trials) {
  const auto recording = std::make_shared<Recording>();
  inputs.scenario.run.trials = trials;
  inputs.keep.metrics_by_month = true;
  run::Engine(std::move(inputs)).run(*recording);
  return recording;
}

/// Bytes of a file that is then deleted.
double size_of(const std::string& path) {
  const double bytes = static_cast<double>(std::filesystem::file_size(path));
  std::filesystem::remove(path);
  return bytes;
}

void write_all(int file, const void* data, std::size_t bytes) {
  const char* from = static_cast<const char*>(data);
  while (bytes > 0) {
    const ssize_t written = ::write(file, from, bytes);
    if (written <= 0)
      throw Error("cannot write to the folder of the benchmark (is it full?), give --folder", Fault::run);
    from += written;
    bytes -= static_cast<std::size_t>(written);
  }
}

/// Writes the recording's metrics as they lie in memory, over again until `bytes` are there.
void write_plainly(const Recording& recording, const std::string& path, std::size_t bytes) {
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file < 0) throw Error("cannot write '" + path + "', give --folder", Fault::run);
  while (bytes > 0) {
    for (const tally::Block& block : recording.blocks) {
      const std::size_t part = std::min(bytes, block.metric.size() * sizeof(double));
      write_all(file, block.metric.data(), part);
      bytes -= part;
    }
  }
  ::close(file);
}

Measured kept(const std::string& name, model::Inputs inputs, std::uint64_t trials, const std::string& path) {
  inputs.scenario.run.trials = trials;
  inputs.threads = 1;
  const auto engine = std::make_shared<run::Engine>(std::move(inputs));
  return {name, "trial", [=] {
            const double took = processor_ns_of([&] {
              store::Hdf5Sink sink(path);
              engine->run(sink);
            });
            std::filesystem::remove(path);
            return took / static_cast<double>(trials);
          }};
}

}  // namespace

std::vector<Measured> store_cases(const model::Inputs& inputs, std::uint64_t trials, const std::string& folder) {
  const std::string path = folder + "/uor-bench-" + std::to_string(::getpid()) + ".h5";
  model::Inputs with_metrics = inputs;
  with_metrics.keep.metrics = true;
  const auto recording = record(inputs, trials);
  const auto bytes = std::make_shared<double>(0);
  const auto play = [=] {
    store::Hdf5Sink sink(path);
    recording->play(sink);
  };
  // Memory that nobody has used for a while costs more to get: each of the two is measured just after a file as large
  // as its own was there and went.
  const auto prepare = [=] {
    if (*bytes == 0) {
      play();
      *bytes = size_of(path);
    }
    write_plainly(*recording, path, static_cast<std::size_t>(*bytes));
    std::filesystem::remove(path);
  };
  const auto store = [=] {
    prepare();
    const double took = processor_ns_of(play);
    return took / size_of(path);
  };
  const auto write = [=] {
    prepare();
    const double took = processor_ns_of([&] { write_plainly(*recording, path, static_cast<std::size_t>(*bytes)); });
    return took / size_of(path);
  };
  return {kept("keep_summary", inputs, trials, path),
          kept("keep_metrics", with_metrics, trials, path),
          {"store_raw", "byte", store},
          {"write_raw", "byte", write}};
}

}  // namespace uor::bench
