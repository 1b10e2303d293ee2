import Words

/// The topics and questions that an interview goes by.
///
/// Question numbers stay what they are through all versions: a question that goes leaves its number unused, one that
/// changes its meaning gets a new number. So an answer always belongs to what was asked.
public struct TopicList: Sendable, Equatable {
  public let id: String
  /// Raised by one with every change of a question.
  public let version: Int
  public let title: Phrase
  public let topics: [Topic]

  public init(id: String, version: Int, title: Phrase, topics: [Topic]) {
    self.id = id
    self.version = version
    self.title = title
    self.topics = topics
  }

  /// The lists that come with the program.
  public static var all: [TopicList] { [.regio, .aanbieder] }

  /// The list of an id that comes with the program; nil for others.
  public init?(id: String) {
    guard let list = Self.all.first(where: { $0.id == id }) else { return nil }
    self = list
  }

  /// As an answer names it: `regio@1`.
  public var reference: String { "\(id)@\(version)" }

  /// All questions in the order in which they are asked.
  public var questions: [Question] { topics.flatMap(\.questions) }

  public func question(_ number: String) -> Question? {
    questions.first { $0.number == number }
  }

  /// The topic that a question, or a follow-up such as `4.2a`, belongs to.
  public func topic(of number: String) -> Topic? {
    let first = number.prefix { $0 != "." }
    return topics.first { String($0.number) == first }
  }
}

/// A subject with its questions.
public struct Topic: Sendable, Equatable {
  public let number: Int
  /// As an answer names it: `inkoopsystematiek`.
  public let id: String
  public let title: Phrase
  public let questions: [Question]

  public init(_ number: Int, _ id: String, _ title: Phrase, _ questions: [Question]) {
    self.number = number
    self.id = id
    self.title = title
    self.questions = questions
  }
}

/// One open question.
public struct Question: Sendable, Equatable {
  public enum Asks: Sendable, Equatable {
    case text
    case number(Unit)
  }

  /// The topic's number and its own: `4.2`.
  public let number: String
  public let text: Phrase
  /// What to ask on about when the answer stays short.
  public let probes: [Phrase]
  public let asks: Asks

  public init(_ number: String, _ text: Phrase, probes: [Phrase] = [], asks: Asks = .text) {
    self.number = number
    self.text = text
    self.probes = probes
    self.asks = asks
  }

  /// The unit of the number asked for; nil where text is asked.
  public var unit: Unit? {
    if case .number(let unit) = asks { unit } else { nil }
  }
}
