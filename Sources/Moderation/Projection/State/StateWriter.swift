import Queueing

/// Writes the state of a projection as a row of numbers.
///
/// Small numbers take few bytes, and zeros that follow each other two bytes together: most
/// of a state are counts of what never happened.
struct StateWriter {
  /// The instant of the state.
  let now: Microseconds
  private var bytes = ByteWriter()
  /// The zeros that are not written yet.
  private var zeros: UInt64 = 0

  init(format: UInt8, now: Microseconds) {
    self.now = now
    bytes.put(format)
    put(now)
  }

  /// The hour in which the state is.
  var hour: Int64 { now / TimeUnit.hour }

  /// The bytes, after which nothing can be added.
  mutating func finish() -> [UInt8] {
    endZeros()
    return bytes.bytes
  }

  @inline(__always)
  mutating func put(_ number: UInt64) {
    if number == 0 {
      zeros += 1
      return
    }
    endZeros()
    bytes.put(varint: number)
  }

  /// A number that is not negative; one that is would be refused by the reader.
  @inline(__always)
  mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64(number))) }

  @inline(__always)
  mutating func put(_ number: Int64) { put(UInt64(bitPattern: number)) }

  /// A number of either sign.
  @inline(__always)
  mutating func put(signed number: Int64) { put(number.zigzag) }

  /// An instant or the like that is not after the newest one.
  mutating func put(_ past: Int64, before newest: Int64) {
    // What never happened is said to have done so at 0.
    put(past == 0 ? 0 : newest - past + 1)
  }

  /// A value or none.
  mutating func put(_ value: Int64?) { put(value.map { $0 + 1 } ?? 0) }

  /// A number to the bit; near to what is expected few bytes, and as expected a zero.
  @inline(__always)
  mutating func put(_ number: Double, expected: Double = 0) {
    if number.bitPattern == expected.bitPattern { return put(0 as UInt64) }
    guard let whole = number.whole, let base = expected.whole else {
      put(1 as UInt64)
      bytes.put(bits: number.bitPattern)
      return
    }
    put((whole - base).zigzag + 1)
  }

  /// Numbers of which most are near to the one before, none of them negative: the
  /// differences, as Rice codes.
  mutating func putPacked(_ numbers: [Int32]) {
    var packed = RiceWriter()
    var before: Int32 = 0
    for number in numbers {
      packed.put((Int64(number) - Int64(before)).zigzag)
      before = number
    }
    let bytes = packed.finish()
    put(bytes.count)
    putBytes { $0.put(bytes: bytes) }
  }

  /// Bytes that have a form of their own.
  mutating func putBytes(_ write: (inout ByteWriter) -> Void) {
    endZeros()
    write(&bytes)
  }

  @inline(__always)
  private mutating func endZeros() {
    guard zeros > 0 else { return }
    bytes.put(0)
    bytes.put(varint: zeros - 1)
    zeros = 0
  }
}

extension Double {
  /// The same number as an integer that can be subtracted from another one; nil when it has
  /// a fraction, is too great, or is the negative zero.
  @inline(__always)
  var whole: Int64? {
    guard magnitude <= 0x1p61 else { return nil }
    let number = Int64(self)
    return Double(number).bitPattern == bitPattern ? number : nil
  }
}
