// The processes that a launcher such as mpirun started together, and messages between them.
#pragma once

#include <functional>
#include <optional>
#include <string>

struct uor_mpi;

namespace uor::ranks {

struct Message {
  int from = 0;
  std::string text;
};

/// This process among them. One thread at a time.
class Ranks {
 public:
  /// Joins the others by lib/uor/uor_mpi.so beside the program's folder: a library of its own, so that a run without
  /// mpirun neither needs MPI nor pays for loading it (its libraries take 20 to 30 ms). Error (Fault::input) where it
  /// is missing, as in a build without MPI; Error (Fault::run) where MPI does not begin.
  /// From then on the process gets SIGTERM when its launcher dies.
  Ranks();
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  int rank() const { return rank_; }
  int size() const { return size_; }

  /// Short texts, which need nobody to wait for them. Error (Fault::run) when MPI says so.
  void send(int to, const std::string& text);
  /// The next message that has come, from whomever.
  std::optional<Message> poll();
  /// Waits for one, asleep; `look` is called now and then.
  Message wait(const std::function<void()>& look);

  /// Once, after its last message: waits until all others have come to theirs.
  void finish();
  /// Ends all of them; the launcher ends with `code`.
  [[noreturn]] void abort(int code);

 private:
  void* library_ = nullptr;
  const uor_mpi* mpi_ = nullptr;
  int rank_ = 0, size_ = 1;
};

/// Whether a launcher started this process and others, by what it leaves in the environment.
bool launched();
/// How many of them share this machine, at least 1.
int launched_here();

}  // namespace uor::ranks
