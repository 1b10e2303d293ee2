#ifndef VELDLOG_CMALLOC_SHIM_H
#define VELDLOG_CMALLOC_SHIM_H
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif

/// Has the C library keep freed blocks of up to `byte_count` bytes, of which one thread may take what another freed, and
/// ask the system for `step` bytes more than it needs; does nothing where it has no such settings.
static inline void veldlog_keep_freed_blocks(int byte_count, int step) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, byte_count);
  mallopt(M_TRIM_THRESHOLD, byte_count);
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, step);
#endif
}

/// Has the core fetch what stands at an address that is looked at soon.
static inline void veldlog_prefetch(const void *address) { __builtin_prefetch(address); }

/// Memory that is filled at once, in pages as large as the system has them where that is worthwhile; `free` takes it.
static inline void *veldlog_allocate_large(size_t byte_count) {
  const size_t page = (size_t)2 << 20;
  void *start = NULL;
  if (byte_count < page / 2) return posix_memalign(&start, 64, byte_count ? byte_count : 1) == 0 ? start : NULL;
  size_t whole = (byte_count + page - 1) / page * page;
  if (posix_memalign(&start, page, whole) != 0) return NULL;
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  madvise(start, whole, MADV_HUGEPAGE);
#endif
  return start;
}
#endif
