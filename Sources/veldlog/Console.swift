import CanonicalJSON
import enum Dashboard.ASCIIText
import Terminal
import Words

/// Where results and messages go, and in what language and form.
struct Console {
  enum Format: String, CaseIterable {
    case table, json, csv, markdown
  }

  var language: Language
  var format: Format
  /// How text can be made to stand out; none where colours are not wanted.
  var palette: Style.Palette
  /// Columns of the terminal, or 100 where there is none.
  var width: Int
  let isErrorTerminal: Bool
  let isInputTerminal: Bool
  let isOutputTerminal: Bool
  /// Whether what people read is written in ASCII, as they asked; never what programs read.
  var isASCII = false
  /// Keeps messages instead of writing them, while something else is drawn on the terminal.
  var keptNotes: KeptNotes?

  /// A result, on standard output.
  func out(_ text: String) { Self.write(plain(text) + "\n", to: 1) }

  func out(_ phrase: Phrase) { out(phrase[language]) }

  /// A message, on standard error.
  func note(_ text: String) {
    if let keptNotes { keptNotes.add(text) } else { Self.write(plain(text) + "\n", to: 2) }
  }

  private func plain(_ text: String) -> String {
    isASCII && format == .table ? ASCIIText.nearest(to: text) : text
  }

  func note(_ phrase: Phrase) { note(phrase[language]) }

  /// One JSON document.
  func out(_ json: JSONValue) { Self.write(json.canonicalText + "\n", to: 1) }

  /// Writes all of it; a reader that went away ends the program by the system's own signal.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write($0, to: descriptor) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      let written = Glibc_write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }
      done += written
    }
  }
}

/// `write` of the C library, whose name `Console.write` hides.
private func Glibc_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
