import PlainText
import Testing

@testable import Vocabulary

struct SpellingTests {
  @Test(
    arguments: [
      ("Zeeland", "zeeland"), ("Midden-IJssel/Oost-Veluwe", "midden-ijssel-oost-veluwe"),
      ("Food  Valley", "food-valley"),
      ("  -a- ", "a"), ("Súdwest-Fryslân", "sudwest-fryslan"), ("", ""), ("!!", ""), ("G&V", "g-v"),
    ])
  func `a slug is lower case ASCII with one hyphen for every run of other characters`(name: String, slug: String) {
    #expect(Spelling.slug(name) == slug)
    #expect(Spelling.slug(slug) == slug)
  }

  @Test func `trimming takes every sort of white space from the ends and none from the middle`() {
    #expect(Spelling.trimmed("\u{FEFF}\t a\u{A0}b \r\n\u{A0}") == "a\u{A0}b")
    #expect(Spelling.trimmed(" \u{A0} ") == "")
    #expect(Spelling.trimmed("a") == "a")
  }

  @Test func `normal form C joins letters and their accents, and leaves ASCII as it is`() {
    #expect(Array(NormalForm.composed("e\u{301}").utf8) == Array("\u{E9}".utf8))
    #expect(Array(NormalForm.composed("\u{212B}").utf8) == Array("\u{C5}".utf8))
    #expect(NormalForm.composed("abc") == "abc")
    #expect(!NormalForm.isComposed("e\u{301}"))
    #expect(NormalForm.isComposed("\u{E9}"))
  }

  /// Without the table: what the definition says, for short texts.
  private func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = distance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1)
    best = min(best, distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1)
    if a.count > 1, b.count > 1, a.dropLast().last == y, b.dropLast().last == x {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }

  @Test func `the distance of two spellings is that of the definition`() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "cab", "xbc", "abcd", "bacd", "abdc", "dcba"]
    for left in words {
      for right in words {
        let expected = distance(Array(left.utf8)[...], Array(right.utf8)[...])
        #expect(EditDistance.between(left, right) == expected, "\(left) \(right)")
      }
    }
  }
}
