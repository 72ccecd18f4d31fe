import Queueing

/// The differences from hour to hour; which hours there are follows from the newest one.
///
/// They are the greater part of a state, and most of them need less than a byte.
extension HourlySeries {
  /// Far from where adding to it would overflow.
  private static let greatest: Int64 = 1 << 30

  func write(to writer: inout StateWriter) {
    var packed = RiceWriter()
    var before: Int32 = 0
    for value in past {
      packed.put((Int64(value) - Int64(before)).zigzag)
      before = value
    }
    packed.put((Int64(newest) - Int64(before)).zigzag)
    let bytes = packed.finish()
    writer.put(bytes.count)
    writer.putBytes { $0.put(bytes: bytes) }
  }

  init(from reader: inout StateReader) throws(StateError) {
    firstHour = Self.firstHour(upTo: reader.hour)
    let hours = Int(reader.hour - firstHour)
    let length = Int(try reader.number(upTo: UInt64(reader.left)))
    var packed = RiceReader(try reader.bytes { $0.bytes(length) })
    past.reserveCapacity(hours)
    var value: Int64 = 0
    var block = RiceReader.Block(repeating: 0)
    var hour = 0
    while hour <= hours {
      guard let count = packed.read(&block, of: hours + 1 - hour) else { throw reader.fault }
      for index in 0..<count {
        value &+= Int64(zigzag: block[index])
        try reader.check((0...Self.greatest).contains(value))
        if hour &+ index < hours { past.append(Int32(truncatingIfNeeded: value)) }
      }
      hour += count
    }
    newest = Int32(value)
    try reader.check(packed.isAtEnd)
  }
}
