import Queueing

/// The hours behind the last complete block, which `HourBlock` has: which there are follows
/// from the newest one.
extension HourlySeries {
  func write(to writer: inout StateWriter) {
    writer.putPacked(past + [newest])
  }

  init(from reader: inout StateReader) throws(StateError) {
    let firstBlock = Self.firstBlock(upTo: reader.hour)
    var hours = try reader.packed(Int(reader.hour) % Self.blockLength + 1)
    guard let newest = hours.popLast() else { throw reader.fault }
    self.init(firstBlock: firstBlock, past: hours, newest: newest)
  }

  /// The numbers of the complete blocks that are held at an instant.
  static func blocks(at instant: Microseconds) -> Range<Int> {
    let hour = instant / TimeUnit.hour
    return Int(firstBlock(upTo: hour))..<Int(hour) / blockLength
  }
}
