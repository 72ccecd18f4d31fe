/// Appends numbers to a row of bytes, small ones in few.
///
/// The one way in which events and states are written; public so that it is inlined where
/// events are.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  public mutating func put(_ byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  @inline(__always)
  public mutating func put(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of either sign, small where its magnitude is.
  @inline(__always)
  public mutating func put(signed value: Int64) { put(varint: value.zigzag) }

  /// The bits of a number, which no varint would make fewer.
  @inline(__always)
  public mutating func put(float value: Float) { put(bits: value.bitPattern) }

  public mutating func put(bytes other: [UInt8]) { bytes.append(contentsOf: other) }

  /// All bits of a number, the lowest first.
  @inline(__always)
  public mutating func put(bits: some FixedWidthInteger) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Int64 {
  /// The magnitude twice, less one if it is negative.
  @inline(__always)
  public var zigzag: UInt64 { UInt64(bitPattern: self << 1 ^ self >> 63) }

  /// The number that such a one stands for.
  @inline(__always)
  public init(zigzag number: UInt64) {
    self = Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }
}
