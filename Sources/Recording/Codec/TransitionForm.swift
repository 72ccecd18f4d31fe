import Moderation
import Queueing

/// How a transition is written: a byte that says which of its fields are as expected, a
/// byte for where it leads and why, and the unexpected fields.
enum TransitionForm {
  /// The standing before is told.
  private static let from: UInt8 = 0x01
  /// The flags are told.
  private static let flags: UInt8 = 0x02

  /// How a whole number of seconds is told.
  private enum Seconds: UInt8 {
    /// As expected.
    case expected
    /// One more: the expectation knows the instant of what it counts from to the second only.
    case oneMore
    case told
  }
  private static let ageShift: UInt8 = 2
  private static let sinceFlagShift: UInt8 = 4

  /// How the numbers of views are told.
  private enum Views: UInt8 {
    /// Both are 0.
    case none
    /// Those ahead are told; those seen follow from them.
    case ahead
    /// Those ahead are as many as before; those seen follow from them.
    case unchanged
    case told
  }
  private static let viewsShift: UInt8 = 6

  @inline(__always)
  static func write(
    _ transition: Transition, of memory: SubjectMemory, at time: Microseconds,
    to bytes: inout ByteWriter
  ) {
    let age = seconds(transition.age, expected: memory.age(at: time))
    let sinceFlag = seconds(transition.sinceFlag, expected: memory.sinceFlag(at: time))
    let views = views(transition, memory)
    var form = age.rawValue << ageShift | sinceFlag.rawValue << sinceFlagShift
    form |= views.rawValue << viewsShift
    if transition.from != memory.standing { form |= from }
    if transition.flags != memory.flags { form |= flags }
    bytes.put(form)
    bytes.put(transition.to.rawValue | transition.cause.rawValue << 4)
    if form & from != 0 { bytes.put(transition.from.rawValue) }
    if form & flags != 0 { bytes.put(transition.flags.rawValue) }
    if age == .told { bytes.put(varint: UInt64(transition.age)) }
    if sinceFlag == .told { bytes.put(varint: UInt64(transition.sinceFlag)) }
    if views == .ahead || views == .told { bytes.put(float: transition.ahead) }
    if views == .told { bytes.put(float: transition.seen) }
  }

  @inline(__always)
  static func read(
    of memory: SubjectMemory, at time: Microseconds, from bytes: inout ByteReader
  ) -> Transition? {
    let form = bytes.byte()
    let marks = bytes.byte()
    guard let to = Standing(rawValue: marks & 0xF), let cause = Cause(rawValue: marks >> 4),
      let fromStanding = form & from == 0
        ? memory.standing : Standing(rawValue: bytes.byte())
    else { return nil }
    let flags =
      form & flags == 0 ? memory.flags : Transition.Flags(rawValue: bytes.byte())
    guard
      let age = seconds(form >> ageShift & 3, expected: memory.age(at: time), from: &bytes),
      let sinceFlag = seconds(
        form >> sinceFlagShift & 3, expected: memory.sinceFlag(at: time), from: &bytes),
      let views = Views(rawValue: form >> viewsShift)
    else { return nil }
    let ahead: Float
    let seen: Float
    switch views {
    case .none: (ahead, seen) = (0, 0)
    case .ahead:
      ahead = bytes.float()
      seen = memory.seen(from: fromStanding, ahead: ahead)
    case .unchanged:
      ahead = memory.ahead
      seen = memory.seen(from: fromStanding, ahead: ahead)
    case .told:
      ahead = bytes.float()
      seen = bytes.float()
    }
    return Transition(
      from: fromStanding, to: to, cause: cause, flags: flags, seen: seen, ahead: ahead, age: age,
      sinceFlag: sinceFlag)
  }

  @inline(__always)
  private static func seconds(_ value: UInt32, expected: UInt32) -> Seconds {
    value == expected ? .expected : value == expected &+ 1 ? .oneMore : .told
  }

  @inline(__always)
  private static func seconds(
    _ form: UInt8, expected: UInt32, from bytes: inout ByteReader
  ) -> UInt32? {
    switch Seconds(rawValue: form) {
    case .expected: expected
    case .oneMore: expected &+ 1
    case .told: bytes.number()
    case nil: nil
    }
  }

  @inline(__always)
  private static func views(_ transition: Transition, _ memory: SubjectMemory) -> Views {
    let ahead = transition.ahead
    let seen = transition.seen.bitPattern
    if ahead.bitPattern == 0, seen == 0 { return .none }
    guard seen == memory.seen(from: transition.from, ahead: ahead).bitPattern else {
      return .told
    }
    return ahead.bitPattern == memory.ahead.bitPattern ? .unchanged : .ahead
  }
}
