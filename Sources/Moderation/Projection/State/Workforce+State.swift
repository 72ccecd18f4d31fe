import Queueing

extension Workforce {
  func write(to writer: inout StateWriter) {
    for station in stations.indices { stations[station].write(to: &writer) }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    for station in stations.indices { try stations[station].read(from: &reader) }
  }
}

extension StationAccount {
  /// By how much rounding may make an integral shrink.
  private static let tolerance = -Double(TimeUnit.second)

  fileprivate func write(to writer: inout StateWriter) {
    for level in 0..<4 {
      writer.put(Int(levels[level]))
      writer.put(offsets[level])
    }
    writer.put(decisions)
    var course = Course(self, hour: writer.hour)
    for passed in KeptMarks.range(upTo: hour, of: Self.hours).reversed() {
      let mark = marks[Int(passed % Self.hours)]
      for level in 0..<4 { writer.put(mark[level], expected: course.expected[level]) }
      course.add(mark)
    }
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    for level in 0..<4 {
      levels[level] = Double(try reader.number(upTo: UInt64(UInt32.max)))
      offsets[level] = try reader.double()
    }
    decisions = try reader.count()
    hour = reader.hour
    let total = Self.areas(levels, offsets, at: reader.now)
    for level in 0..<4 { try reader.check(total[level] >= Self.tolerance) }
    var course = Course(self, hour: hour)
    for passed in KeptMarks.range(upTo: hour, of: Self.hours).reversed() {
      var mark = SIMD4<Double>()
      for level in 0..<4 {
        mark[level] = try reader.double(expected: course.expected[level])
        try reader.check(total[level] - mark[level] >= Self.tolerance)
      }
      marks[Int(passed % Self.hours)] = mark
      course.add(mark)
    }
  }

  /// What a mark is if the level was the same in its hour as in the one after it.
  private struct Course {
    private var next: SIMD4<Double>
    private var afterNext: SIMD4<Double>

    init(_ account: StationAccount, hour: Int64) {
      next = StationAccount.areas(
        account.levels, account.offsets, at: (hour + 1) * TimeUnit.hour)
      afterNext = StationAccount.areas(
        account.levels, account.offsets, at: (hour + 2) * TimeUnit.hour)
    }

    var expected: SIMD4<Double> { next + (next - afterNext) }

    mutating func add(_ mark: SIMD4<Double>) {
      afterNext = next
      next = mark
    }
  }
}
