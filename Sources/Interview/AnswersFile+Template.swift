import Words

extension AnswersFile {
  /// A blank file of answers: every question as a comment with its number below it.
  public static func template(_ list: TopicList, _ language: Language) -> String {
    var lines = InterviewWords.templateIntroduction(title: list.title, reference: list.reference).map {
      comment($0[language])
    }
    for topic in list.topics {
      lines += ["", "", comment("\(topic.number) \(topic.title[language])")]
      for question in topic.questions {
        lines += ["", comment("\(question.number) \(question.text[language])")]
        if !question.probes.isEmpty {
          lines.append(comment("    " + question.probes.map { $0[language] }.joined(separator: "; ")))
        }
        if let unit = question.unit {
          lines.append(comment("    " + InterviewWords.templateNumber(unit: unit.name)[language]))
        }
        lines.append("\(question.number): ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comment(_ text: String) -> String { text.isEmpty ? "#" : "# " + text }
}
