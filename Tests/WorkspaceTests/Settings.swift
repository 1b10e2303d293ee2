#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether all is tried that can go wrong, as in `.ci/run`, rather than a part of it.
let allFaults = getenv("VELDLOG_ALL_FAULTS") != nil
