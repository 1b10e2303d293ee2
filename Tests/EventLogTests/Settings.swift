#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Set by the long form of the checks.
let allFlips = getenv("VELDLOG_ALL_FLIPS") != nil
