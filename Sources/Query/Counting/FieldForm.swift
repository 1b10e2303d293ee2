import Vocabulary

/// Whether a field's column holds codes, numbers or days; nil for one that has no column to count with.
enum FieldForm {
  case codes
  case numbers
  case days

  init?(_ type: FieldType) {
    switch type {
    case .text, .code, .period, .boolean: self = .codes
    case .reference(.logID), .reference(.line): return nil
    case .reference: self = .codes
    case .integer, .decimal, .cents: self = .numbers
    case .date: self = .days
    default: return nil
    }
  }
}
