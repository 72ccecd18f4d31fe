/// How a request is written, in logs and in states.
extension InformationRequest {
  /// - Parameter expected: the number that it has if it is the next one.
  package func write(expected: UInt32, to bytes: inout ByteWriter) {
    bytes.put(signed: Int64(Int32(bitPattern: number &- expected)))
    bytes.put(varint: UInt64(signatory) << 1 | (followsReport ? 1 : 0))
    bytes.put(varint: UInt64(hoursBack))
  }

  /// Nil when the bytes are those of none.
  package static func read(
    expected: UInt32, from bytes: inout ByteReader
  ) -> InformationRequest? {
    guard let difference = Int32(exactly: bytes.signed()) else { return nil }
    let marks = bytes.varint()
    guard let signatory = UInt16(exactly: marks >> 1) else { return nil }
    return InformationRequest(
      number: expected &+ UInt32(bitPattern: difference), signatory: Int(signatory),
      hoursBack: bytes.number(), followsReport: marks & 1 == 1)
  }
}

extension InformationRequest.Answer {
  package func write(to bytes: inout ByteWriter) {
    switch self {
    case .expired: bytes.put(0)
    case .refused: bytes.put(1)
    case .disclosed(let records):
      bytes.put(2)
      bytes.put(varint: UInt64(records))
    }
  }

  /// Nil when the bytes are those of none.
  package static func read(from bytes: inout ByteReader) -> InformationRequest.Answer? {
    switch bytes.byte() {
    case 0: .expired
    case 1: .refused
    case 2: .disclosed(records: bytes.number())
    default: nil
    }
  }
}
