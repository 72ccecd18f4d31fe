/// Reads what a `RiceWriter` wrote.
struct RiceReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int
  private var bits: UInt64 = 0
  private var available = 0
  /// Numbers of the block that are still to come.
  private var left = 0
  private var exponent = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Whether nothing is left but the bits that fill the last byte.
  var isAtEnd: Bool { next == bytes.endIndex && available < 8 && bits == 0 }

  /// The next number; nil when there is none.
  ///
  /// - Parameter following: how many numbers come from this one on.
  @inline(__always)
  mutating func number(of following: Int) -> UInt64? {
    if left == 0 {
      left = min(following, RiceWriter.block)
      guard let found = take(RiceWriter.exponentBits) else { return nil }
      exponent = Int(found)
      guard exponent < 40 || exponent == RiceWriter.zeros else { return nil }
    }
    left -= 1
    if exponent == RiceWriter.zeros { return 0 }
    if available < 32 { fill() }
    var quotient = bits.trailingZeroBitCount
    if quotient >= available {
      fill()
      quotient = bits.trailingZeroBitCount
    }
    guard quotient < min(available, 56) else { return nil }
    drop(quotient &+ 1)
    guard let rest = take(exponent) else { return nil }
    return UInt64(quotient) &<< UInt64(exponent) | rest
  }

  @inline(__always)
  private mutating func take(_ count: Int) -> UInt64? {
    if count > available {
      fill()
      guard count <= available else { return nil }
    }
    let number = bits & ((1 &<< UInt64(count)) &- 1)
    drop(count)
    return number
  }

  @inline(__always)
  private mutating func drop(_ count: Int) {
    bits &>>= UInt64(count)
    available &-= count
  }

  /// Makes at least 57 bits available, if there are so many.
  @inline(__always)
  private mutating func fill() {
    while available <= 56, next < bytes.endIndex {
      bits |= UInt64(bytes[next]) &<< UInt64(available)
      available &+= 8
      next &+= 1
    }
  }
}
