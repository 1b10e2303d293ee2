/// A reason on its way to becoming a `ReadingError`, which adds the field and the text.
struct ReadingReason: Error {
  let reason: ReadingError.Reason

  init(_ reason: ReadingError.Reason) {
    self.reason = reason
  }
}
