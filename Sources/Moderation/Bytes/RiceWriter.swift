/// Writes many small numbers in few bits each: Rice codes, in blocks.
///
/// A number is its quotient by a power of two in unary and the rest in bits. Each block
/// begins with the exponent that suits its mean; a block of zeros has nothing else.
///
/// Source: R. F. Rice and J. R. Plaunt, "Adaptive variable-length coding for efficient
/// compression of spacecraft television data", doi:10.1109/TCOM.1971.1090789.
struct RiceWriter {
  /// Numbers that share an exponent.
  static let block = 32
  /// The bits of an exponent.
  static let exponentBits = 6
  /// The exponent that stands for a block of zeros.
  static let zeros = 63

  private var words = ByteWriter()
  private var bits: UInt64 = 0
  private var used = 0
  private var waiting = InlineArray<32, UInt64>(repeating: 0)
  private var count = 0
  private var sum: UInt64 = 0

  /// Adds a number below 2³⁴.
  @inline(__always)
  mutating func put(_ number: UInt64) {
    waiting[count] = number
    count &+= 1
    sum &+= number
    if count == Self.block { endBlock() }
  }

  mutating func finish() -> [UInt8] {
    if count > 0 { endBlock() }
    while used > 0 {
      words.put(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      used -= 8
    }
    return words.bytes
  }

  private mutating func endBlock() {
    if sum == 0 {
      put(UInt64(Self.zeros), Self.exponentBits)
    } else {
      // Near the best for numbers whose chances fall geometrically; no quotient is above 48.
      var exponent = 0
      while UInt64(count * 3) << UInt64(exponent) < 2 * sum { exponent += 1 }
      put(UInt64(exponent), Self.exponentBits)
      let mask: UInt64 = (1 << UInt64(exponent)) - 1
      for index in 0..<count {
        let number = waiting[index]
        let quotient = Int(truncatingIfNeeded: number &>> UInt64(exponent))
        put(1 &<< UInt64(quotient), quotient &+ 1)
        if exponent > 0 { put(number & mask, exponent) }
      }
    }
    count = 0
    sum = 0
  }

  /// Adds the lowest bits of a number, some at least and not all.
  @inline(__always)
  private mutating func put(_ number: UInt64, _ length: Int) {
    bits |= number &<< UInt64(used)
    used &+= length
    if used >= 64 {
      words.put(bits: bits)
      used &-= 64
      bits = number &>> UInt64(length &- used)
    }
  }
}
