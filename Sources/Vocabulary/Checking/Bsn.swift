/// The burgerservicenummer, which Veldlog keeps in no form: researchers have no ground for it (Jeugdwet 7.2.1, UAVG 46).
public enum Bsn {
  /// Whether a field or column of this name is meant for a BSN. Capitals and punctuation make no difference.
  ///
  ///     Bsn.isFieldName("Client_BSN")  // true
  public static func isFieldName(_ name: String) -> Bool {
    let folded = Spelling.folded(name)
    if folded == "bsn" || folded == "sofi" { return true }
    if longNames.contains(where: { folded.contains($0) }) { return true }
    return words(of: name).contains { $0 == "sofi" || $0.hasPrefix("bsn") || $0.hasSuffix("bsn") }
  }

  private static let longNames = [
    "burgerservicen", "citizenservicen", "sofin", "sociaalfiscaal", "bsnnummer", "bsnnr", "bsnnumber",
  ]

  private static func words(of name: String) -> [String] {
    NormalForm.withoutMarks(name).lowercased().unicodeScalars
      .split { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      .map { String($0) }
  }

  /// Whether `text`, dots and spaces left out, is 8 or 9 digits that pass the elfproef, or one of CBS's stand-ins
  /// 999999999 and 000000000. One random number in eleven passes too.
  ///
  /// Source: 9·d₁ + 8·d₂ + … + 2·d₈ − d₉ is a multiple of 11; eight digits have a zero before them.
  public static func passesElfproef(_ text: String) -> Bool {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar == "." || scalar.properties.isWhitespace { continue }
      guard ("0"..."9").contains(scalar), digits.count < 9 else { return false }
      digits.append(UInt8(truncatingIfNeeded: scalar.value))
    }
    return passes(digits[...])
  }

  /// Whether `text` is a BSN by `passesElfproef`, or holds one: a run of exactly 8 or 9 digits that passes.
  ///
  /// - Parameter exemptsDates: Leaves out runs that read as a day, `jjjjmmdd`.
  /// - Complexity: O(*n*), without allocation where no run has 8 or 9 digits.
  public static func isIn(_ text: String, exemptsDates: Bool = false) -> Bool {
    var text = text
    var digitCount = 0
    let found = text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count {
        if index < bytes.count, isDigit(bytes[index]) {
          digitCount += 1
          continue
        }
        if index - start == 8 || index - start == 9 {
          let run = Array(bytes[start..<index])
          if passes(run[...]), !(exemptsDates && isDay(run)) { return true }
        }
        start = index + 1
      }
      return false
    }
    return found || (!exemptsDates && (digitCount == 8 || digitCount == 9) && passesElfproef(text))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func passes(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 8 || digits.count == 9 else { return false }
    if digits.count == 9, digits.allSatisfy({ $0 == UInt8(ascii: "9") }) { return true }
    var sum = 0
    for (index, byte) in digits.reversed().enumerated() {
      sum += (index == 0 ? -1 : index + 1) * (Int(byte) - 48)
    }
    return sum % 11 == 0
  }

  private static func isDay(_ digits: [UInt8]) -> Bool {
    digits.count == 8 && DateText.compact(digits) != nil
  }
}
