import Queueing

/// Reads what a `StateWriter` wrote, or throws: the bytes may come from anywhere.
///
/// Whoever reads gives the bounds within which later code is safe. All counts together stay
/// below 2⁶⁰, so that no sum or difference of some of them can overflow.
struct StateReader {
  private static let greatestTotal: UInt64 = 1 << 60
  /// More than any amount that finite events can come to.
  private static let greatestAmount = 0x1p200
  /// Far from where adding to a packed number would overflow.
  private static let greatestPacked: Int64 = 1 << 30

  /// The instant of the state.
  private(set) var now: Microseconds = 0
  private var bytes: ByteReader
  /// The zeros that are read already.
  private var zeros: UInt64 = 0
  private var total: UInt64 = 0

  init(_ state: [UInt8], format: UInt8) throws(StateError) {
    bytes = ByteReader(state)
    let found = bytes.byte()
    guard found == format else { throw .unknownFormat(found) }
    now = Int64(try number(upTo: UInt64(SimulationClock.end - 1)))
  }

  /// The hour in which the state is.
  var hour: Int64 { now / TimeUnit.hour }

  /// The bytes that are left.
  var left: Int { bytes.count - bytes.position }

  /// What is thrown when what was read last makes no sense.
  var fault: StateError { .malformed(at: bytes.position) }

  /// Makes sure that nothing is left.
  func finish() throws(StateError) { try check(bytes.isAtEnd && zeros == 0) }

  @inline(__always)
  func check(_ condition: Bool) throws(StateError) { if !condition { throw fault } }

  @inline(__always)
  mutating func number() throws(StateError) -> UInt64 {
    if zeros > 0 {
      zeros -= 1
      return 0
    }
    let number = bytes.varint()
    if number == 0 { zeros = bytes.varint() }
    if bytes.isBroken { throw fault }
    return number
  }

  @inline(__always)
  mutating func number(upTo bound: UInt64) throws(StateError) -> UInt64 {
    let number = try number()
    if number > bound { throw fault }
    return number
  }

  /// How often something has happened, or how many of something there are.
  @inline(__always)
  mutating func count() throws(StateError) -> Int {
    let number = try number(upTo: Self.greatestTotal)
    total += number
    if total > Self.greatestTotal { throw fault }
    return Int(number)
  }

  /// A number of either sign.
  @inline(__always)
  mutating func signed() throws(StateError) -> Int64 { Int64(zigzag: try number()) }

  /// An instant or the like that is not after the newest one, and not negative.
  mutating func past(before newest: Int64) throws(StateError) -> Int64 {
    let age = try number(upTo: UInt64(newest) + 1)
    return age == 0 ? 0 : newest - Int64(age) + 1
  }

  /// A value or none.
  mutating func optional(upTo bound: Int64) throws(StateError) -> Int64? {
    let number = try number(upTo: UInt64(bound) + 1)
    return number == 0 ? nil : Int64(number) - 1
  }

  /// A finite number, to the bit.
  @inline(__always)
  mutating func double(expected: Double = 0) throws(StateError) -> Double {
    let number = try number()
    switch number {
    case 0: return expected
    case 1:
      let value = Double(bitPattern: bytes.bits())
      guard !bytes.isBroken, value.magnitude < Self.greatestAmount else { throw fault }
      return value
    default:
      guard let base = expected.whole else { throw fault }
      return Double(base &+ Int64(zigzag: number - 1))
    }
  }

  /// So many numbers that are told as differences.
  mutating func packed(_ count: Int) throws(StateError) -> [Int32] {
    let length = Int(try number(upTo: UInt64(left)))
    var packed = RiceReader(try bytes { $0.bytes(length) })
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    var value: Int64 = 0
    var block = RiceReader.Block(repeating: 0)
    while numbers.count < count {
      guard let found = packed.read(&block, of: count - numbers.count) else { throw fault }
      for index in 0..<found {
        value &+= Int64(zigzag: block[index])
        try check((0...Self.greatestPacked).contains(value))
        numbers.append(Int32(truncatingIfNeeded: value))
      }
    }
    try check(packed.isAtEnd)
    return numbers
  }

  /// Bytes that have a form of their own; nil when they have not.
  mutating func bytes<Value>(
    _ read: (inout ByteReader) -> Value?
  ) throws(StateError) -> Value {
    guard zeros == 0, let value = read(&bytes), !bytes.isBroken else { throw fault }
    return value
  }
}
