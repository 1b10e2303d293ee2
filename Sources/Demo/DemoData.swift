/// Who records what.
enum DemoData {
  /// The published figures that an instance records: of its own region, and for the founder also those of the regions
  /// without an instance, with what there is to say of the source.
  static func published(recordedBy regio: String) -> [Fact] {
    let isFounder = regio == DemoStory.regions.first
    let regions = PublishedRegion.all.filter { region in
      region.code == regio || (isFounder && !DemoStory.regions.contains(region.code))
    }
    return (isFounder ? SourceSignals.facts : []) + regions.flatMap(\.facts)
  }
}
