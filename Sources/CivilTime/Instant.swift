/// A moment in UTC, in milliseconds, as `head.at` holds it: `2026-03-02T09:14:07.123Z`.
public struct Instant: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads exactly 24 ASCII characters of a date and time that exist; nil otherwise. A leap second is refused.
  public init?(iso text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 24, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z"),
      let date = CivilDate(iso: UnsafeBufferPointer(rebasing: text[..<10])),
      let hour = Digits.number(text, 11..<13), hour < 24, let minute = Digits.number(text, 14..<16), minute < 60,
      let second = Digits.number(text, 17..<19), second < 60, let fraction = Digits.number(text, 20..<23)
    else { return nil }
    let seconds = Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    milliseconds = seconds * 1000 + Int64(fraction)
  }

  public init?(iso text: String) {
    var text = text
    guard let instant = text.withUTF8({ Instant(iso: $0) }) else { return nil }
    self = instant
  }

  /// The day it falls on, in UTC.
  public var date: CivilDate {
    CivilDate(days: Int32(clamping: Int(flooringSeconds / 86_400) - (flooringSeconds % 86_400 < 0 ? 1 : 0)))
  }

  private var flooringSeconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }

  /// The 24 characters; a moment outside the years 0001 to 9999 is written as the nearest that fits.
  public var iso: String {
    let first: Int64 = -62_135_596_800_000
    let last: Int64 = 253_402_300_799_999
    if milliseconds < first { return Instant(milliseconds: first).iso }
    if milliseconds > last { return Instant(milliseconds: last).iso }
    let date = date
    let ofDay = Int(milliseconds - Int64(date.days) * 86_400_000)
    let (hour, minute, second) = (ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60)
    return date.iso + "T" + Digits.padded(hour, to: 2) + ":" + Digits.padded(minute, to: 2) + ":"
      + Digits.padded(second, to: 2) + "." + Digits.padded(ofDay % 1000, to: 3) + "Z"
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
