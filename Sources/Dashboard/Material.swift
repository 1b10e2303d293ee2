import Projection
import Vocabulary

/// What screens are drawn from: facts as columns, and what is known of the workspace around them.
public struct Material: Sendable {
  public let projection: Projection
  public let vocabulary: Vocabulary
  public let context: Context
  public let quality: Quality

  public init(_ projection: Projection, vocabulary: Vocabulary, context: Context, quality: Quality = Quality()) {
    self.projection = projection
    self.vocabulary = vocabulary
    self.context = context
    self.quality = quality
  }
}
