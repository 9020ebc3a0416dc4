#include "cli/rank_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <sstream>
#include <utility>

#include "cli/interrupt.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/shard/shard_json.hpp"

namespace uor::cli {

namespace {

// Messages: a word, then what belongs to it.
//   to rank 0:   "hello IDENTITY", "want", "made STATUS", "failed CODE WORDS"
//   from rank 0: "make TRUST TRUSTS FIRST COUNT", "end"
std::string text_of(const shard::Unit& unit) {
  return fmt::format("make {} {} {} {}", unit.trust, unit.trusts, unit.first, unit.count);
}

shard::Unit unit_in(const std::string& text) {
  std::istringstream words(text);
  std::string make;
  shard::Unit unit;
  words >> make >> unit.trust >> unit.trusts >> unit.first >> unit.count;
  return unit;
}

/// "made" and "{...}" of "made {...}".
std::pair<std::string, std::string> parts_of(const std::string& text) {
  const std::size_t blank = text.find(' ');
  return {text.substr(0, blank), blank == std::string::npos ? "" : text.substr(blank + 1)};
}

void leave_on_signal() {
  if (Interrupts::seen() != 0) ::_exit(exit_by_signal + Interrupts::seen());
}

/// Rank 0: serves the others between the blocks of its own shards, so that it needs no thread for them.
class Hand {
 public:
  Hand(ranks::Ranks& ranks, ShardRun& run, const std::vector<shard::Unit>& units)
      : ranks_(ranks), run_(run), units_(units.begin(), units.end()) {}

  void work() {
    while (!units_.empty()) {
      serve();
      if (units_.empty()) break;
      const shard::Unit unit = take();
      run_.note(run_.make(unit, [&](const tally::Block&) { serve(); }));
      --open_;
    }
    while (open_ > 0) answer(ranks_.wait(leave_on_signal));
  }

 private:
  shard::Unit take() {
    const shard::Unit unit = units_.front();
    units_.pop_front();
    ++open_;
    return unit;
  }

  void serve() {
    while (const std::optional<ranks::Message> message = ranks_.poll()) answer(*message);
  }

  void answer(const ranks::Message& message) {
    const auto [word, rest] = parts_of(message.text);
    if (word == "hello") {
      const std::string other = shard::difference(run_.identity(), shard::identity_in(rest));
      if (!other.empty())
        throw Error(
            fmt::format("rank {} has {}: install the same program and files on every machine", message.from, other));
    } else if (word == "want") {
      if (!units_.empty()) ranks_.send(message.from, text_of(take()));
    } else if (word == "made") {
      made(message.from, rest);
    } else if (word == "failed") {
      const auto [code, words] = parts_of(rest);
      throw Error(fmt::format("rank {}: {}", message.from, words), code == "2" ? Fault::input : Fault::run);
    }
  }

  void made(int rank, const std::string& text) {
    --open_;
    std::optional<ShardDone> done = shard_done_in(text);
    if (!done) return;
    done->rank = rank;
    run_.made_elsewhere(*done);
  }

  ranks::Ranks& ranks_;
  ShardRun& run_;
  std::deque<shard::Unit> units_;
  std::size_t open_ = 0;  // handed out and not made yet
};

void lead(ranks::Ranks& ranks, ShardRun& run) {
  run.begin();
  {
    const Interrupts interrupts;
    const std::vector<shard::Unit> units = run.missing();
    run.expect(units);
    Hand(ranks, run, units).work();
    run.settled();
  }
  run.merge();
  for (int other = 1; other < ranks.size(); ++other) ranks.send(other, "end");
}

/// The next shard is asked for when one begins, so that nobody waits for it.
void follow(ranks::Ranks& ranks, ShardRun& run) {
  const Interrupts interrupts;
  ranks.send(0, "hello " + shard::text_of(run.identity()));
  ranks.send(0, "want");
  for (;;) {
    const ranks::Message message = ranks.wait(leave_on_signal);
    if (message.text == "end") return;
    ranks.send(0, "want");
    const ShardDone done = run.make(unit_in(message.text), [](const tally::Block&) {});
    ranks.send(0, "made " + text_of(done));
  }
}

/// Rank 0 says what is wrong, once, whoever found it.
[[noreturn]] void fail(ranks::Ranks& ranks, int code, const std::string& words) {
  if (ranks.rank() == 0) {
    fmt::print(stderr, "uor: {}\n", words);
    std::fflush(stderr);
    ranks.abort(code);
  }
  ranks.send(0, fmt::format("failed {} {}", code, words));
  const Interrupts interrupts;
  constexpr unsigned seconds_of_grace = 3;
  ::sleep(seconds_of_grace);  // rank 0 ends all when it has said so, by a signal
  leave_on_signal();
  fmt::print(stderr, "uor: rank {}: {}\n", ranks.rank(), words);
  std::fflush(stderr);
  ranks.abort(code);
}

}  // namespace

int run_ranks(const std::function<std::unique_ptr<ShardRun>()>& make_run) {
  ranks::Ranks ranks;
  try {
    const std::unique_ptr<ShardRun> run = make_run();
    if (ranks.rank() == 0) {
      lead(ranks, *run);
    } else {
      follow(ranks, *run);
    }
  } catch (const Error& error) {
    fail(ranks, error.fault() == Fault::input ? 2 : 1, error.what());
  } catch (const std::exception& error) {
    fail(ranks, 1, error.what());
  }
  ranks.finish();
  return 0;
}

}  // namespace uor::cli
