#include "core/uor/ranks/ranks.hpp"

#include <dlfcn.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <initializer_list>
#include <system_error>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/ranks/mpi_table.h"

namespace uor::ranks {

namespace {

constexpr timespec between_looks = {0, 1'000'000};

int number_in(std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const char* value = std::getenv(name)) return std::max(1, std::atoi(value));
  return 0;
}

std::string module_path() {
  std::error_code problem;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return (program.parent_path().parent_path() / "lib" / "uor" / "uor_mpi.so").string();
}

/// A rank whose launcher was killed would wait for the others for ever: it is asked to end instead.
void end_with_launcher() {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  constexpr pid_t nobody = 1;
  if (::getppid() == nobody) ::raise(SIGTERM);
}

[[noreturn]] void refuse_mpi(const std::string& doing) {
  throw Error("MPI could not " + doing + ", look at what mpirun says above", Fault::run);
}

}  // namespace

bool launched() {
  if (const int size = number_in({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}); size > 0) return size > 1;
  return std::getenv("PMIX_RANK") != nullptr && number_in({"SLURM_NTASKS"}) > 1;  // srun --mpi=pmix
}

int launched_here() {
  return std::max(1, number_in({"OMPI_COMM_WORLD_LOCAL_SIZE", "MPI_LOCALNRANKS", "SLURM_NTASKS_PER_NODE"}));
}

Ranks::Ranks() {
  end_with_launcher();
  const std::string module = module_path();
  library_ = ::dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library_ == nullptr) {
    const char* why = ::dlerror();
    throw Error("this process was started by mpirun, but '" + module + "' cannot be loaded (" +
                (why == nullptr ? "no reason given" : why) +
                "), install Open MPI and build again, or run shards by themselves with --shard K/N");
  }
  using Table = const uor_mpi* (*)();
  const auto table = reinterpret_cast<Table>(::dlsym(library_, "uor_mpi_1"));
  if (table == nullptr) throw Error("'" + module + "' is of another version of uor, install both again");
  mpi_ = table();
  if (mpi_->start(&rank_, &size_) != 0) refuse_mpi("begin");
}

/// The library stays: it has threads and handlers of its own.
Ranks::~Ranks() = default;

void Ranks::send(int to, const std::string& text) {
  if (mpi_->send(to, text.data(), static_cast<int>(text.size())) != 0) refuse_mpi("send a message");
}

std::optional<Message> Ranks::poll() {
  Message message;
  const int bytes = mpi_->probe(&message.from);
  if (bytes < 0) return std::nullopt;
  message.text.resize(static_cast<std::size_t>(bytes));
  if (mpi_->receive(message.from, message.text.data(), bytes) != 0) refuse_mpi("receive a message");
  return message;
}

Message Ranks::wait(const std::function<void()>& look) {
  for (;;) {
    look();
    if (std::optional<Message> message = poll()) return std::move(*message);
    nanosleep(&between_looks, nullptr);
  }
}

void Ranks::finish() { mpi_->finish(); }

void Ranks::abort(int code) {
  mpi_->abort(code);
  std::_Exit(code);
}

}  // namespace uor::ranks
