import Query
import Tabular

extension FactList {
  /// The facts as a file, one a line.
  public func csv(_ describe: (Int32) -> Row) -> String {
    var text = CSVWriter.line(["part", "kind", "day", "reference", "author", "contents"]) + "\r\n"
    for place in Provenance.Place.allCases {
      for line in provenance.lines(place) {
        let row = describe(line)
        let cells = [place.rawValue, row.kind, row.day, row.reference, row.author, row.contents]
        text += CSVWriter.line(cells) + "\r\n"
      }
    }
    return text
  }
}
