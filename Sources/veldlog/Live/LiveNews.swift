import Words

/// How many facts there are, or came since then.
struct LiveNews {
  var facts = 0
  /// Starts and ends that were recorded or arrived long after their quarter, by the rule of the screen `kwaliteit`.
  var late = 0
  var erased = 0

  func since(_ before: LiveNews) -> LiveNews {
    LiveNews(facts: facts - before.facts, late: late - before.late, erased: erased - before.erased)
  }

  func phrase(ago: Phrase) -> Phrase {
    func text(_ count: Int, _ words: (Int, String) -> Phrase) -> Phrase {
      Phrase(
        nl: words(count, NumberText(.dutch).count(count)).dutch,
        en: words(count, NumberText(.english).count(count)).english)
    }
    var parts: [Phrase] = []
    if facts > 0 { parts.append(text(facts, BrowserWords.newFacts)) }
    if late > 0 { parts.append(text(late, BrowserWords.lateFacts)) }
    if erased > 0 { parts.append(text(erased, BrowserWords.erasedFacts)) }
    return BrowserWords.news(parts, ago: ago)
  }
}
