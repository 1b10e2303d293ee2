#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's numbers for errors that have no name of their own in `FileError.Reason`.
enum SystemNumber {
  static let invalid = EINVAL
  static let notEmpty = ENOTEMPTY
  static let busy = EBUSY
}
