import BasicContainers
import Queueing

/// The cases that wait for long, to be looked at a day later: whether their owners take
/// them down.
///
/// Most are decided long before and then forgotten. In the calendar they would be two
/// thirds of what it holds, and each would keep the row of its case for a day. As all looks
/// come after the same time they come in the order in which they were asked for: a queue.
struct WithdrawalWatch: ~Copyable {
  /// The time from one look to the next.
  static let interval = TimeUnit.day

  struct Look {
    let time: Microseconds
    let row: CaseTable.Row
    /// The row may meanwhile belong to another subject.
    let id: UInt32
  }

  private var looks = UniqueArray<Look>()
  /// Those before it are done.
  private var head = 0
  /// The instant of the next look; `Microseconds.max` without any.
  private(set) var nextTime = Microseconds.max

  /// Has a case be looked at after the interval; instants never go back.
  mutating func add(_ row: CaseTable.Row, id: UInt32, at now: Microseconds) {
    looks.append(Look(time: now + Self.interval, row: row, id: id))
    nextTime = looks[head].time
  }

  /// Takes the next look out, which there must be.
  mutating func removeFirst() -> Look {
    let look = looks[head]
    head += 1
    if 2 * head > looks.count {
      looks.removeSubrange(0..<head)
      head = 0
    }
    nextTime = head < looks.count ? looks[head].time : .max
    return look
  }
}
