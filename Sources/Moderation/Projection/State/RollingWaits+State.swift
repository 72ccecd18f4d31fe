import Queueing

/// The oldest mark, and what each later one and the total have more.
extension RollingWaits {
  func write(to writer: inout StateWriter) {
    var before = Self.emptyHistogram
    for passed in KeptMarks.range(upTo: hour, of: Self.hours) {
      let mark = marks[Int(passed % Self.hours)]
      mark.write(after: before, to: &writer)
      before = mark
    }
    total.write(after: before, to: &writer)
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    hour = reader.hour
    for passed in KeptMarks.range(upTo: hour, of: Self.hours) {
      try total.addMore(from: &reader)
      marks[Int(passed % Self.hours)] = total
    }
    try total.addMore(from: &reader)
  }
}
