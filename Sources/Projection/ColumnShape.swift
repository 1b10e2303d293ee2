/// What the values of a column are.
enum ColumnShape: Sendable {
  case codes
  case numbers
  case days
  case list
}
