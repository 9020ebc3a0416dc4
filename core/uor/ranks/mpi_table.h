/* What the shared object uor_mpi.so gives the program: messages between the processes that mpirun started. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

struct uor_mpi {
  int (*start)(int* rank, int* size);                /* 0 when MPI began */
  int (*send)(int to, const char* bytes, int count); /* 0 when it was handed on */
  int (*probe)(int* from);                           /* bytes of the next message, -1: there is none */
  int (*receive)(int from, char* bytes, int count);  /* 0 when `bytes` holds it */
  void (*finish)(void);                              /* after the last message, by every rank */
  void (*abort)(int code);                           /* ends all ranks; mpirun ends with `code` */
};

const struct uor_mpi* uor_mpi_1(void);

#ifdef __cplusplus
}
#endif
