/// What a row is to an indicator.
enum RowClass: UInt8 {
  /// The indicator is not about it.
  case outside
  /// It should count, but for what is not known of it.
  case missing
  case counted
  /// It counts, and follows the rule of the numerator.
  case hit
}
