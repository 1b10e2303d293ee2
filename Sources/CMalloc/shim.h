#ifndef VELDLOG_CMALLOC_SHIM_H
#define VELDLOG_CMALLOC_SHIM_H
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Has the C library keep freed blocks of up to `byte_count` bytes; does nothing where it has no such setting.
static inline void veldlog_keep_freed_blocks(int byte_count) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, byte_count);
  mallopt(M_TRIM_THRESHOLD, byte_count);
#endif
}

/// Has the C library give freed memory back to the system; does nothing where it cannot.
static inline void veldlog_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
#endif
