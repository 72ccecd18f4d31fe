/// One number an hour since the start, the newest `capacity` hours of them.
///
/// Which hours are held depends on the newest one alone, and not on the steps in which it
/// was reached: so the same log folded in other batches gives the same series.
///
/// The hours that are over are held in blocks that never change, and the one that is not
/// over apart: so copies, such as snapshots and states, share what they have in common.
package struct HourlySeries: Equatable, Sendable {
  /// The hours of a block: some 33 days.
  package static let blockLength = 800
  private static let blockLimit = 12
  /// A little over a year; older hours are dropped, half the capacity at a time.
  package static let capacity = blockLimit * blockLength

  /// The number of the first block that is held; block 0 begins at the start.
  private(set) var firstBlock: Int64 = 0
  /// The complete blocks, oldest first.
  private(set) var blocks: [[Int32]] = []
  /// The hours that are over and in no block.
  private(set) var past: [Int32] = []
  private(set) var newest: Int32 = 0

  package init() {}

  /// The series of which these are the parts.
  init(firstBlock: Int64, past: [Int32], newest: Int32) {
    self.firstBlock = firstBlock
    self.past = past
    self.newest = newest
  }

  /// The hour of the first value.
  package var firstHour: Int64 { firstBlock * Int64(Self.blockLength) }

  /// Oldest first; the last is that of the hour that is not over.
  package var values: [Int32] {
    var values: [Int32] = []
    values.reserveCapacity(count)
    for block in blocks { values += block }
    values += past
    values.append(newest)
    return values
  }

  /// The number of hours held.
  package var count: Int { blocks.count * Self.blockLength + past.count + 1 }

  /// The hour of the last value.
  package var lastHour: Int64 { firstHour + Int64(count - 1) }

  /// The first block that is held when the newest hour is this one.
  static func firstBlock(upTo newest: Int64) -> Int64 {
    let half = Int64(blockLimit / 2)
    return max(0, (newest / (half * Int64(blockLength)) - 1) * half)
  }

  /// Opens the hours up to `hour`, each with `filler`.
  package mutating func advance(to hour: Int64, filler: Int32) {
    guard hour > lastHour else { return }
    close(newest)
    newest = filler
    drop(before: Self.firstBlock(upTo: hour))
    while lastHour < hour { close(filler) }
  }

  private mutating func close(_ value: Int32) {
    past.append(value)
    guard past.count == Self.blockLength else { return }
    blocks.append(past)
    past = []
  }

  private mutating func drop(before block: Int64) {
    guard block > firstBlock else { return }
    if block > firstBlock + Int64(blocks.count) { past = [] }
    blocks.removeFirst(min(blocks.count, Int(block - firstBlock)))
    firstBlock = block
  }

  /// Puts a block behind those that are held, which must be the hours right before `past`.
  mutating func append(block: [Int32]) {
    assert(block.count == Self.blockLength, "a block has \(Self.blockLength) hours")
    blocks.append(block)
  }

  /// Adds to the newest hour.
  package mutating func add(_ amount: Int32) { newest += amount }

  /// Makes the newest hour at least this great.
  package mutating func raise(to value: Int32) { newest = max(newest, value) }

  /// The sums of the newest `count` runs of `hours` hours each, oldest first.
  ///
  /// The newest run ends with the newest hour; a run that began before the
  /// series is left out.
  package func sums(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { $0 + Int($1) }
  }

  /// The greatest values of the same runs; no value is negative.
  package func peaks(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { max($0, Int($1)) }
  }

  private func runs(
    of hours: Int, newest wanted: Int, _ add: (Int, Int32) -> Int
  ) -> [Int] {
    let values = values
    let runs = max(0, min(wanted, values.count / hours))
    return (0..<runs).map { run in
      let end = values.count - (runs - 1 - run) * hours
      return values[(end - hours)..<end].reduce(0, add)
    }
  }
}
