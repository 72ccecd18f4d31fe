/// Reads what a `RiceWriter` wrote, a block at a time.
struct RiceReader {
  /// The numbers of a block.
  typealias Block = InlineArray<32, UInt64>

  private let bytes: ArraySlice<UInt8>
  private var next: Int
  private var bits: UInt64 = 0
  private var available = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Whether nothing is left but the bits that fill the last byte.
  var isAtEnd: Bool { next == bytes.endIndex && available < 8 && bits == 0 }

  /// Reads the next numbers, as many as a block has of those that follow; returns how many,
  /// or nil when there are not so many.
  mutating func read(_ block: inout Block, of following: Int) -> Int? {
    let count = min(following, RiceWriter.block)
    fill()
    guard available >= RiceWriter.exponentBits else { return nil }
    let exponent = Int(bits & (1 &<< UInt64(RiceWriter.exponentBits) &- 1))
    drop(RiceWriter.exponentBits)
    if exponent == RiceWriter.zeros {
      for index in 0..<count { block[index] = 0 }
      return count
    }
    guard exponent < 40 else { return nil }
    // A copy whose fields stay in registers.
    var reader = self
    for index in 0..<count {
      guard let number = reader.number(exponent) else { return nil }
      block[index] = number
    }
    self = reader
    return count
  }

  @inline(__always)
  private mutating func number(_ exponent: Int) -> UInt64? {
    if available < 32 { fill() }
    var quotient = bits.trailingZeroBitCount
    if quotient >= available {
      fill()
      quotient = bits.trailingZeroBitCount
    }
    guard quotient < min(available, 56) else { return nil }
    drop(quotient &+ 1)
    if exponent > available { fill() }
    guard exponent <= available else { return nil }
    let rest = bits & (1 &<< UInt64(exponent) &- 1)
    drop(exponent)
    return UInt64(quotient) &<< UInt64(exponent) | rest
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
