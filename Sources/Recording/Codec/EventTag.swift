/// The number by which an encoded event says what kind of fact it holds.
///
/// Numbers never change their meaning; new kinds of facts get new ones.
enum EventTag: UInt8 {
  case passed = 1
  case changed = 2
  case queued = 3
  case merged = 4
  case claimed = 5
  case released = 6
  case decided = 7
  case withdrawn = 8
  case hashed = 9
  case unhashed = 10
  case reportedToAuthority = 11
  case requested = 12
  case answered = 13
  case decryptionOrdered = 14
  case decryptionAnswered = 15
  case staffed = 16
  case resting = 17
  case shockEnded = 18
  case intervened = 19

  /// The bits of the first byte of an event that hold the tag.
  static let mask: UInt8 = 0x1F
  /// The event has the time of the one before it.
  static let sameTime: UInt8 = 0x80
  /// The chunk has told of the subject before.
  static let knownSubject: UInt8 = 0x40
  /// The placement is the expected one.
  static let expectedPlacement: UInt8 = 0x20
  /// Of what is merged, which has no placement: it is a valid order.
  static let validOrder = expectedPlacement
}
