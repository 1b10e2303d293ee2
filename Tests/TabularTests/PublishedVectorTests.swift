import Tabular
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the vectors that others wrote lie: beside the package, on the machines that have them.
private let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/../shared/vectors/csv"

private func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  return bytes
}

@Suite(.enabled(if: contents(folder + "/csvs/simple.csv") != nil, "the folder ../shared/vectors is not here"))
struct PublishedVectorTests {
  /// The rows of an array of flat objects of strings, as (name, text) in the order of the file.
  private func rows(ofJSON bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var current: String?
    var isEscaped = false
    for character in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if var text = current {
        if isEscaped {
          text.unicodeScalars.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          rows[rows.count - 1].append(text)
          current = nil
          continue
        } else {
          text.unicodeScalars.append(character)
        }
        current = text
      } else if character == "{" {
        rows.append([])
      } else if character == "\"" {
        current = ""
      }
    }
    return rows
  }

  @Test(arguments: [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ])
  func `a published file is read as its publishers say`(name: String) throws {
    let csv = try #require(contents("\(folder)/csvs/\(name).csv"))
    let json = try #require(contents("\(folder)/json/\(name).json"))
    let reader = CSVReader(csv)
    let found = reader.map { row in
      #expect(row.problem == nil)
      return zip(reader.header, row.cells).flatMap { [$0, $1] }
    }
    let expected = rows(ofJSON: json)
    #expect(!expected.isEmpty)
    #expect(found == expected)
  }
}
