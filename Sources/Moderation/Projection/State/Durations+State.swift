import Queueing

extension Durations {
  func write(to writer: inout StateWriter) {
    for one in [actionFromUpload, actionFromFlag, handling, appeals] { one.write(to: &writer) }
  }

  init(from reader: inout StateReader) throws(StateError) {
    try actionFromUpload.read(from: &reader)
    try actionFromFlag.read(from: &reader)
    try handling.read(from: &reader)
    try appeals.read(from: &reader)
  }
}

extension DurationDistribution {
  /// More seconds than any count of durations comes to.
  private static let greatest = 0x1p120

  fileprivate func write(to writer: inout StateWriter) {
    histogram.write(after: RollingWaits.emptyHistogram, to: &writer)
    writer.put(seconds)
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    try histogram.addMore(from: &reader)
    seconds = try reader.double()
    try reader.check((0...Self.greatest).contains(seconds))
  }
}
