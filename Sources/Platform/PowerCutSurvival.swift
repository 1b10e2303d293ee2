/// What is left of the changes that nobody had synchronized when the power was cut.
public enum PowerCutSurvival: Sendable, Equatable {
  /// None of them: the least that a disk promises.
  case nothing
  /// All of them: as after a program was killed, or as a copy of the disk.
  case everything
  /// Some of them, the same for the same seed; of a write perhaps its beginning.
  case chance(seed: UInt64)
  /// The same, but a write that was cut may have grown the file already, with zeroes for what is not there.
  case chanceWithZeroes(seed: UInt64)
}
