import Words

/// One thing that happens in the demo, as it is told.
public enum Scene: Sendable {
  case chapter(Phrase)
  /// Something to know about what follows.
  case remark(Phrase)
  /// What was done, as the line that does it, and its short result.
  case step(TypedLine, result: Phrase)
  /// A line that only looks: whoever tells the story runs it and shows what it prints.
  case view(TypedLine)
}
