#include "core/uor/store/hdf5_sink.hpp"

#include <array>
#include <ctime>
#include <optional>
#include <utility>
#include <vector>

#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/labelled_group.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/metadata.hpp"
#include "core/uor/store/output_file.hpp"
#include "core/uor/store/seal.hpp"
#include "core/uor/store/sector_store.hpp"
#include "core/uor/store/summary_writer.hpp"
#include "core/uor/store/trial_writer.hpp"

namespace uor::store {

namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text;
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

}  // namespace

struct Hdf5Sink::State {
  // In the order in which they may end, last first: arrays, the HDF5 file, the partial file on disk.
  PartialFile partial;
  OutputFile file;
  std::optional<LabelledGroup> root;
  std::vector<TrialWriter<std::uint8_t>> ratings;
  std::vector<TrialWriter<double>> values;
  std::optional<SummaryWriter> summaries;

  explicit State(PartialFile target) : partial(std::move(target)) {}

  ~State() {
    const Hdf5Failures quiet;
    close_arrays();
  }

  // A failed write, in this step or an earlier one, ends it: HDF5 itself goes on as if nothing were (see OutputFile).
  void run(const std::function<void()>& action) {
    guarded(
        [&] {
          if (!file.failed()) action();
          require(file.failed() ? -1 : 0, "write");
        },
        [&](const std::string& cause) {
          return "cannot write '" + partial.target() + "' (" + cause + "), free some space or keep fewer raw trials";
        });
  }

  template <typename Action>
  void for_each_writer(Action action) {
    for (auto& writer : ratings) action(writer);
    for (auto& writer : values) action(writer);
  }

  void close_arrays() {
    ratings.clear();
    values.clear();
    summaries.reset();
    root.reset();
  }
};

Hdf5Sink::Hdf5Sink(PartialFile file) : state_(std::make_unique<State>(std::move(file))) {}
Hdf5Sink::~Hdf5Sink() = default;

void Hdf5Sink::begin(const model::Header& header) {
  State& state = *state_;
  state.run([&] {
    state.file.create(state.partial.path());
    LabelledGroup& root = state.root.emplace(state.file.root());
    write_header(root, header);
    write_text_attribute(root.group().getId(), "started", utc_now());
    for (const auto& array : rating_arrays(header)) state.ratings.emplace_back(root, array, header);
    for (const auto& array : value_arrays(header)) state.values.emplace_back(root, array, header);
    state.summaries.emplace(root, header);
    state.file.flush();
  });
}

void Hdf5Sink::block(const tally::Block& block) {
  state_->run([&] { state_->for_each_writer([&](auto& writer) { writer.add(block); }); });
}

void Hdf5Sink::summary(const tally::Summary& summary) {
  state_->run([&] {
    state_->for_each_writer([](auto& writer) { writer.flush(); });
    state_->summaries->add(summary);
  });
}

void Hdf5Sink::sector(const tally::Sector& sector) {
  state_->run([&] { write_sector(*state_->root, sector); });
}

void Hdf5Sink::end(double seconds) {
  State& state = *state_;
  state.run([&] {
    state.for_each_writer([](auto& writer) { writer.flush(); });
    state.summaries->finish();
    const hid_t root = state.root->group().getId();
    write_text_attribute(root, "finished", utc_now());
    write_attribute(root, "seconds", seconds);
    write_attribute(root, "complete", std::uint8_t{1});
    state.close_arrays();
    state.file.flush();
    state.file.close();
    state.partial.append(seal_for(state.partial.path()));
  });
  state.partial.commit();
}

const std::string& Hdf5Sink::target() const { return state_->partial.target(); }

}  // namespace uor::store
