/// Reads what a `ByteWriter` wrote.
///
/// It never reads past the end: what is missing there counts as 0, and `isBroken` says
/// that something was. So a decoder asks once an event instead of once a number.
public struct ByteReader {
  private let bytes: [UInt8]
  public private(set) var position = 0
  public private(set) var isBroken = false

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var count: Int { bytes.count }
  public var isAtEnd: Bool { position == bytes.count }

  @inline(__always)
  public mutating func byte() -> UInt8 {
    guard position < bytes.count else {
      isBroken = true
      return 0
    }
    defer { position &+= 1 }
    return bytes[position]
  }

  @inline(__always)
  public mutating func varint() -> UInt64 {
    let first = byte()
    return first < 0x80 ? UInt64(first) : longVarint(UInt64(first & 0x7F))
  }

  private mutating func longVarint(_ first: UInt64) -> UInt64 {
    var value = first
    var shift: UInt64 = 7
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 {
        // The tenth byte has room for one bit.
        if shift == 63, next > 1 { isBroken = true }
        return value
      }
      shift += 7
    }
    isBroken = true
    return 0
  }

  @inline(__always)
  public mutating func signed() -> Int64 { Int64(zigzag: varint()) }

  /// A varint that must fit the type.
  @inline(__always)
  public mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type = Number.self
  ) -> Number {
    let value = varint()
    if value > UInt64(Number.max) { isBroken = true }
    return Number(truncatingIfNeeded: value)
  }

  @inline(__always)
  public mutating func float() -> Float { Float(bitPattern: bits()) }

  /// All bits of a number, the lowest first.
  @inline(__always)
  public mutating func bits<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type = Number.self
  ) -> Number {
    let size = Number.bitWidth / 8
    guard bytes.count &- position >= size else {
      isBroken = true
      return 0
    }
    var bits: Number = 0
    for index in 0..<size { bits |= Number(bytes[position &+ index]) &<< Number(8 &* index) }
    position &+= size
    return bits
  }

  /// So many bytes as they are; none when there are not so many.
  public mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    guard (0...(bytes.count - position)).contains(count) else {
      isBroken = true
      return []
    }
    defer { position += count }
    return bytes[position..<(position + count)]
  }
}
