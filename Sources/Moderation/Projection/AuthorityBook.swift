import Queueing

/// The dealings with the authorities, by signatory, and the newest of the audit log.
struct AuthorityBook: Sendable {
  /// By signatory.
  var tallies: [AuthorityTally]
  var audit = Newest<AuditEntry>()

  init(_ facts: ScenarioFacts) {
    tallies = Array(repeating: AuthorityTally(), count: facts.signatories.count)
  }

  var total: AuthorityTally { tallies.reduce(AuthorityTally(), +) }

  mutating func report(_ signatory: UInt16) { tallies[Int(signatory)][.reports] += 1 }

  mutating func note(_ request: InformationRequest) {
    tallies[Int(request.signatory)][.requests] += 1
    if request.followsReport { tallies[Int(request.signatory)][.requestsAfterReport] += 1 }
  }

  mutating func note(
    _ answer: InformationRequest.Answer, to request: InformationRequest, at now: Microseconds
  ) {
    tallies[Int(request.signatory)].answer(answer)
    audit.add(AuditEntry(time: now, request: request, answer: answer))
  }

  mutating func note(_ order: DecryptionOrder) {
    tallies[Int(order.signatory)][.decryptionOrders] += 1
  }

  mutating func note(_ answer: DecryptionOrder.Answer, to order: DecryptionOrder) {
    tallies[Int(order.signatory)].answer(answer)
  }
}

/// One access to login records, or the refusal of one.
package struct AuditEntry: Equatable, Sendable {
  package let time: Microseconds
  package let request: InformationRequest
  package let answer: InformationRequest.Answer
}
