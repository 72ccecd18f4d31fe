/// What passes between a signatory and the authorities, beside removal orders.
package struct AuthorityTally: Equatable, Sendable {
  package enum Count: Int, CaseIterable, Sendable {
    /// Removed subjects reported to the authority.
    case reports
    /// Requests for the login records of an account.
    case requests
    /// Requests that followed a report.
    case requestsAfterReport
    /// Answers, each an entry of the audit log.
    case answered
    /// Accounts of which records were handed over.
    case disclosedAccounts
    /// Records that were handed over.
    case disclosedRecords
    /// Requests for records of which there were none.
    case empty
    /// Requests for records that were no longer kept.
    case expired
    /// Requests refused as not valid.
    case refused
    /// Orders to help with decryption.
    case decryptionOrders
    case decryptionHelped
    /// Orders about what the signatory holds no keys for.
    case decryptionImpossible
    case decryptionContested

    /// The word in exports.
    package var name: String { "\(self)" }
  }

  var values = InlineArray<13, Int>(repeating: 0)

  package init() {}

  package internal(set) subscript(count: Count) -> Int {
    get { values[count.rawValue] }
    set { values[count.rawValue] = newValue }
  }

  /// Requests that are not answered yet.
  package var pending: Int { self[.requests] - self[.answered] }

  /// Orders to help with decryption that are not answered yet.
  package var decryptionPending: Int {
    self[.decryptionOrders] - self[.decryptionHelped] - self[.decryptionImpossible]
      - self[.decryptionContested]
  }

  /// The entries of the audit log.
  package var auditEntries: Int { self[.answered] }

  mutating func answer(_ answer: InformationRequest.Answer) {
    self[.answered] += 1
    switch answer {
    case .disclosed(records: 0): self[.empty] += 1
    case .disclosed(let records):
      self[.disclosedAccounts] += 1
      self[.disclosedRecords] += Int(records)
    case .expired: self[.expired] += 1
    case .refused: self[.refused] += 1
    }
  }

  mutating func answer(_ answer: DecryptionOrder.Answer) {
    switch answer {
    case .answered: self[.decryptionHelped] += 1
    case .impossible: self[.decryptionImpossible] += 1
    case .contested: self[.decryptionContested] += 1
    }
  }

  package static func + (left: AuthorityTally, right: AuthorityTally) -> AuthorityTally {
    var sum = left
    for index in sum.values.indices { sum.values[index] += right.values[index] }
    return sum
  }

  package static func == (left: AuthorityTally, right: AuthorityTally) -> Bool {
    left.values.indices.allSatisfy { left.values[$0] == right.values[$0] }
  }
}
