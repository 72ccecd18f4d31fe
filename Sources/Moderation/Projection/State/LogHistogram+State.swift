import Queueing

/// What a histogram has more than an earlier state of itself: how many values, and the
/// buckets that they are in.
extension LogHistogram {
  /// Far from where adding to a bucket would overflow.
  private static let greatest: UInt32 = 1 << 30

  func write(after before: LogHistogram, to writer: inout StateWriter) {
    writer.put(count - before.count)
    // Most marks are like the one before.
    if count == before.count { return }
    let (counts, earlier) = (bucketCounts, before.bucketCounts)
    var next = 0
    for index in counts.indices where counts[index] != earlier[index] {
      let more = counts[index] &- earlier[index]
      // A single value is told by the distance alone, which is never a zero.
      writer.put((index - next + 1) << 1 | (more == 1 ? 0 : 1))
      if more != 1 { writer.put(Int(more)) }
      next = index + 1
    }
  }

  /// Adds what an earlier state has less.
  mutating func addMore(from reader: inout StateReader) throws(StateError) {
    var left = try reader.count()
    var next = 0
    while left > 0 {
      let place = try reader.number(upTo: UInt64(UInt32.max))
      let index = next + Int(place >> 1) - 1
      try reader.check(index >= next && index < bucketCounts.count)
      let more = place & 1 == 0 ? 1 : try reader.number(upTo: UInt64(left))
      try reader.check((1...left).contains(Int(more)))
      let isFew = UInt64(bucketCounts[index]) + more <= UInt64(Self.greatest)
      try reader.check(isFew)
      add(UInt32(more), toBucket: index)
      left -= Int(more)
      next = index + 1
    }
  }
}
