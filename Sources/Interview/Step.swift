import Words

/// What the one who holds the terminal does next in an interview.
public enum Step: Sendable, Equatable {
  /// Show this.
  case say(Phrase)
  /// Show this and read a line, which goes to `Capture.handle`.
  case ask(Prompt)
  /// Record this so that it survives a power cut, then call `Capture.recorded`, or `failed`; ask nothing before that.
  case record(CaptureRecord)
  /// Show how far the interview is.
  case progress([TopicProgress])
  /// The interview stops here; what was recorded stays, and it can go on later.
  case finish(open: [String])
}

/// A question as it is put on the screen.
public struct Prompt: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The question itself.
    case question
    /// A question of the interviewer's own, with its number.
    case followUp
    /// The period that a number holds for.
    case period
    /// The next line of an answer of several lines.
    case moreLines
    /// All questions have been put; quotes, follow-ups and `/terug` are still possible.
    case closing
  }

  public let kind: Kind
  public let topic: Topic
  /// Of the question or follow-up.
  public let number: String
  public let text: Phrase
  public let probes: [Phrase]
  /// Of the number asked for.
  public let unit: Phrase?
  /// The answer that is known already, which a new one replaces.
  public let known: String?
  /// Questions of the list that have an answer, and all of them.
  public let answeredCount: Int
  public let questionCount: Int
}

/// How far a topic is.
public struct TopicProgress: Sendable, Equatable {
  public enum State: Sendable { case answered, skipped, open }

  public struct Mark: Sendable, Equatable {
    public let number: String
    public let state: State
    public let isCurrent: Bool
  }

  public let number: Int
  public let title: Phrase
  /// One for each question, in order.
  public let marks: [Mark]
  /// The interviewer's own questions in this topic that have an answer.
  public let followUpCount: Int
}
