// The only source that knows MPI: it becomes uor_mpi.so, which the program loads under mpirun alone.
#include <mpi.h>

#include "core/uor/ranks/mpi_table.h"

namespace {

constexpr int tag = 1;

/// The program calls from one thread at a time, which need not be the first: rank 0 answers between its own blocks.
int start(int* rank, int* size) {
  int provided = 0;
  if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided) != MPI_SUCCESS) return 1;
  if (provided < MPI_THREAD_SERIALIZED) return 1;
  MPI_Comm_rank(MPI_COMM_WORLD, rank);
  MPI_Comm_size(MPI_COMM_WORLD, size);
  return 0;
}

int send(int to, const char* bytes, int count) {
  return MPI_Send(bytes, count, MPI_BYTE, to, tag, MPI_COMM_WORLD) == MPI_SUCCESS ? 0 : 1;
}

int probe(int* from) {
  int there = 0, count = 0;
  MPI_Status status;
  if (MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &there, &status) != MPI_SUCCESS || there == 0) return -1;
  MPI_Get_count(&status, MPI_BYTE, &count);
  *from = status.MPI_SOURCE;
  return count;
}

int receive(int from, char* bytes, int count) {
  return MPI_Recv(bytes, count, MPI_BYTE, from, tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE) == MPI_SUCCESS ? 0 : 1;
}

void finish() { MPI_Finalize(); }

void end_all(int code) { MPI_Abort(MPI_COMM_WORLD, code); }

constexpr uor_mpi table = {start, send, probe, receive, finish, end_all};

}  // namespace

extern "C" __attribute__((visibility("default"))) const uor_mpi* uor_mpi_1(void) { return &table; }
