import GRDB
import Queueing

/// A row of the table `keyframes`.
extension Keyframe {
  static let columns = "events, time, checksum, state"

  /// Nil when it makes no sense or its checksum is wrong.
  init?(_ row: Row) {
    guard let events = row.integer(0), events >= 0, let time = row.integer(1), time >= 0,
      let checksum = row.integer(2), let state = row.bytes(3),
      checksum == Int64(Checksum.of(state))
    else { return nil }
    self.init(events: Int(events), time: time, state: state)
  }
}
