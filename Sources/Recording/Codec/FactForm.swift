import Moderation
import Queueing

/// How the parts of facts are written and read.
enum FactForm {
  // MARK: Subjects

  /// Policies from this one on are written apart.
  private static let manyPolicies: UInt8 = 7

  @inline(__always)
  static func write(
    _ subject: Subject, expectedID: inout UInt32, to bytes: inout ByteWriter
  ) {
    bytes.put(signed: Int64(Int32(bitPattern: subject.id &- expectedID)))
    expectedID = subject.id &+ 1
    bytes.put(varint: UInt64(subject.signatory))
    let marks =
      subject.kind.rawValue | subject.truth.rawValue << 2 | subject.origin.rawValue << 3
    bytes.put(marks | min(subject.policy, manyPolicies) << 5)
    if subject.policy >= manyPolicies { bytes.put(subject.policy) }
  }

  @inline(__always)
  static func subject(
    expectedID: inout UInt32, from bytes: inout ByteReader
  ) -> Subject? {
    guard let difference = Int32(exactly: bytes.signed()) else { return nil }
    let id = expectedID &+ UInt32(bitPattern: difference)
    expectedID = id &+ 1
    let signatory: UInt16 = bytes.number()
    let marks = bytes.byte()
    let policy = marks >> 5 < manyPolicies ? marks >> 5 : bytes.byte()
    guard let kind = SubjectKind(rawValue: marks & 3),
      let truth = Truth(rawValue: marks >> 2 & 1),
      let origin = Origin(rawValue: marks >> 3 & 3)
    else { return nil }
    return Subject(
      id: id, signatory: Int(signatory), kind: kind, policy: Int(policy), truth: truth,
      origin: origin)
  }

  // MARK: Stations

  @inline(__always)
  static func write(
    _ station: UInt16, _ moderators: UInt16, expected: inout UInt16, to bytes: inout ByteWriter
  ) {
    bytes.put(signed: Int64(Int16(bitPattern: station &- expected)))
    expected = station &+ 1
    bytes.put(varint: UInt64(moderators))
  }

  @inline(__always)
  static func station(
    expected: inout UInt16, from bytes: inout ByteReader
  ) -> (station: UInt16, moderators: UInt16)? {
    guard let difference = Int16(exactly: bytes.signed()) else { return nil }
    let station = expected &+ UInt16(bitPattern: difference)
    expected = station &+ 1
    return (station, bytes.number())
  }

  // MARK: Authorities

  static func write(_ order: DecryptionOrder, to bytes: inout ByteWriter) {
    bytes.put(varint: UInt64(order.number))
    bytes.put(varint: UInt64(order.signatory))
  }

  static func order(from bytes: inout ByteReader) -> DecryptionOrder {
    let number: UInt32 = bytes.number()
    return DecryptionOrder(number: number, signatory: Int(bytes.number(UInt16.self)))
  }
}
