/// The CRC-32 of ISO 3309, as in zlib, gzip and PNG: any other program can check it.
///
/// Complexity: O(n), eight bytes a step.
package enum Checksum {
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      var crc = ~UInt32(0)
      var position = 0
      while position &+ 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        crc = step(UInt64(crc) ^ word)
        position &+= 8
      }
      for byte in bytes[position...] {
        crc = tables[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8
      }
      return ~crc
    }
  }

  /// The checksum of texts and numbers, whose lengths count as well.
  static func of(_ fields: [String]) -> UInt32 {
    of(fields.flatMap { field in Array("\(field.utf8.count):\(field)".utf8) })
  }

  @inline(__always)
  private static func step(_ word: UInt64) -> UInt32 {
    var crc: UInt32 = 0
    for index in 0..<8 {
      let byte = Int(truncatingIfNeeded: word &>> UInt64(8 &* index) & 0xFF)
      crc ^= tables[256 &* (7 &- index) &+ byte]
    }
    return crc
  }

  /// Eight tables in a row; the one at k is for a byte that k others follow.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<tables.count {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }()
}
