/// The same block of hours of all hourly series of a projection.
///
/// What is over does not change: a recording has it once, and the states after it have only
/// the hours behind the last complete block.
package struct HourBlock: Equatable, Sendable {
  /// Block 0 begins at the start.
  package let number: Int
  /// By series, `HourlySeries.blockLength` values of each.
  let series: [[Int32]]

  /// The first byte of a block; it rises with every change of what follows.
  private static let format: UInt8 = 1

  init(number: Int, series: [[Int32]]) {
    self.number = number
    self.series = series
  }

  /// The block as bytes.
  package func encoded() -> [UInt8] {
    var writer = StateWriter(format: Self.format, now: Int64(number))
    for hours in series { writer.putPacked(hours) }
    return writer.finish()
  }

  /// The block of a scenario whose bytes these are; any others give an error.
  package init(_ facts: ScenarioFacts, decoding bytes: [UInt8]) throws(StateError) {
    var reader = try StateReader(bytes, format: Self.format)
    number = Int(reader.now)
    var series: [[Int32]] = []
    for _ in 0..<Projection.seriesCount(facts) {
      series.append(try reader.packed(HourlySeries.blockLength))
    }
    self.series = series
    try reader.finish()
  }
}

extension Projection {
  /// How many hourly series there are: events, the backlog of each queue, removals by kind.
  static func seriesCount(_ facts: ScenarioFacts) -> Int {
    1 + facts.queues.count + SubjectKind.count
  }

  /// All hourly series, in the order of a block.
  private var series: [HourlySeries] { [activity] + backlogs + removals }

  /// The numbers of the blocks that are complete and held.
  package var hourBlocks: Range<Int> { HourlySeries.blocks(at: now) }

  /// One of them.
  package func hourBlock(_ number: Int) -> HourBlock {
    HourBlock(number: number, series: series.map { $0.blocks[number - Int($0.firstBlock)] })
  }

  /// Puts a block behind those that are held.
  mutating func append(_ block: HourBlock) {
    activity.append(block: block.series[0])
    queues.append(block.series[1...])
    removalBook.append(block.series[(1 + facts.queues.count)...])
  }
}
