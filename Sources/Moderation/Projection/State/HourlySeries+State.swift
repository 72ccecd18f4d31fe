import Queueing

/// The differences from hour to hour; which hours there are follows from the newest one.
extension HourlySeries {
  /// Far from where adding to it would overflow.
  private static let greatest: Int64 = 1 << 30

  func write(to writer: inout StateWriter) {
    var before: Int32 = 0
    for value in past {
      writer.put(signed: Int64(value) - Int64(before))
      before = value
    }
    writer.put(signed: Int64(newest) - Int64(before))
  }

  init(from reader: inout StateReader) throws(StateError) {
    firstHour = Self.firstHour(upTo: reader.hour)
    let hours = Int(reader.hour - firstHour)
    past.reserveCapacity(hours)
    var value: Int64 = 0
    for hour in 0...hours {
      value &+= try reader.signed()
      try reader.check((0...Self.greatest).contains(value))
      if hour < hours { past.append(Int32(value)) }
    }
    newest = Int32(value)
  }
}
