import GRDB
import Moderation
import Synchronization

/// The blocks of hours that were read last: most seeks need the same ones.
///
/// Which they are bounds the memory: some 40 kB each.
final class HoursMemory: Sendable {
  private static let limit = 48

  private let blocks = Mutex<[Int: HourBlock]>([:])

  /// The block of a number, read if it is not known; nil when there is none that is whole.
  func block(_ number: Int, _ facts: ScenarioFacts, from database: Database) -> HourBlock? {
    if let known = blocks.withLock({ $0[number] }) { return known }
    guard let row = try? HoursRow.fetch(block: number, from: database),
      let block = try? HourBlock(facts, decoding: row.series)
    else { return nil }
    blocks.withLock { blocks in
      if blocks.count >= Self.limit,
        let far = blocks.keys.max(by: {
          abs($0 - number) < abs($1 - number)
        })
      {
        blocks[far] = nil
      }
      blocks[number] = block
    }
    return block
  }
}
