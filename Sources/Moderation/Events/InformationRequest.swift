/// An authority's request for the login records of one synthetic account.
public struct InformationRequest: Equatable, Sendable {
  /// Numbers requests from 0 in the order in which they come.
  public let number: UInt32
  public let signatory: UInt16
  /// Hours before the request at which the asked-for time of a day's length ends.
  public let hoursBack: UInt32
  /// Whether it followed a report that the signatory had made.
  public let followsReport: Bool

  public init(number: UInt32, signatory: Int, hoursBack: UInt32, followsReport: Bool) {
    self.number = number
    self.signatory = UInt16(truncatingIfNeeded: signatory)
    self.hoursBack = hoursBack
    self.followsReport = followsReport
  }

  /// What the signatory answers; every answer is an entry of the audit log.
  public enum Answer: Equatable, Sendable {
    /// So many login records are handed over.
    case disclosed(records: UInt32)
    /// The records asked for are no longer kept.
    case expired
    /// The request was not valid and is refused.
    case refused
  }
}

/// An authority's order to help with the decryption of information.
public struct DecryptionOrder: Equatable, Sendable {
  /// Numbers orders from 0 in the order in which they come.
  public let number: UInt32
  public let signatory: UInt16

  public init(number: UInt32, signatory: Int) {
    self.number = number
    self.signatory = UInt16(truncatingIfNeeded: signatory)
  }

  public enum Answer: UInt8, CaseIterable, Sendable {
    /// The help was given.
    case answered
    /// The signatory does not hold the keys.
    case impossible
    /// The signatory contests the order.
    case contested
  }
}
