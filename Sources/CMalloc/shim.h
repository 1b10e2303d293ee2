#ifndef VELDLOG_CMALLOC_SHIM_H
#define VELDLOG_CMALLOC_SHIM_H
#include <limits.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif

/// Has the C library keep freed blocks of up to `byte_count` bytes, for all threads alike; does nothing where it has no
/// such setting.
static inline void veldlog_keep_freed_blocks(int byte_count) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, byte_count);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_ARENA_MAX, 1);
#endif
}

/// Has what is allocated next, up to about `byte_count` bytes, stand in pages as large as the system has them; does
/// nothing where it has no such pages.
static inline void veldlog_expect(size_t byte_count) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  enum { block_size = 16 << 20, most_blocks = 256 };
  void *blocks[most_blocks];
  size_t count = byte_count / block_size + 1;
  if (count > most_blocks) count = most_blocks;
  for (size_t i = 0; i < count; i++) {
    blocks[i] = malloc(block_size);
    if (blocks[i] == NULL) continue;
    size_t start = (size_t)blocks[i] / 4096 * 4096;
    madvise((void *)start, block_size, MADV_HUGEPAGE);
  }
  // The last one first: each then joins what is free above it.
  for (size_t i = count; i > 0; i--) free(blocks[i - 1]);
#endif
}

/// Has the C library give freed memory back to the system; does nothing where it cannot.
static inline void veldlog_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

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
