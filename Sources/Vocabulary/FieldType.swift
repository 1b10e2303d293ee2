/// What a field holds, and so how text is read into it and which values are refused.
///
/// | type | in the payload |
/// | --- | --- |
/// | `text`, `fileName` | a string in NFC, not empty |
/// | `code` | the value of a code in the named list; where the list is open, any other text too |
/// | `reference` | the identifier of something, which need not be known yet |
/// | `hash` | 64 lower-case hexadecimal digits |
/// | `integer` | a whole JSON number |
/// | `decimal` | a JSON number |
/// | `cents` | a whole JSON number of euro cents, negative for money that goes back |
/// | `date` | `jjjj-mm-dd`, from 1900 to 2100 |
/// | `period` | `2016`, `2016h1`, `2016k2` or `2016-03` |
/// | `boolean` | `true` or `false` |
/// | `list` | an array, not empty, of values of one type |
/// | `object` | an object that is not looked into |
public indirect enum FieldType: Sendable, Equatable {
  case text
  case fileName
  case code(String)
  case reference(Reference)
  case hash
  case integer(ClosedRange<Int64>)
  case decimal(ClosedRange<Double>)
  case cents
  case date
  case period
  case boolean
  case list(FieldType)
  case object

  /// What an identifier stands for.
  public enum Reference: String, Sendable, CaseIterable {
    case regio, gemeente, aanbieder, contract, instrument, clientprofiel
    case jeugdige, traject, respondent, interview, bron, matrix
    /// A log's id: 12 characters of Crockford base32.
    case logID
    /// A line of a log: `log:seq#cccc`.
    case line
  }
}
