/// The errors of a part of the regime and what they come to, by the truth.
///
/// No real system can show it: nobody counts the wrongful removals that nobody asks about.
package struct ErrorLedger: Equatable, Sendable {
  package let tally: Tally
  package let burden: Burden

  /// Removals of lawful subjects.
  package var wrongfulRemovals: Int { tally.wronglyRemoved }
  package var wrongfulRestrictions: Int { tally[.wrongfulRestrictions] }
  /// Of the lawful subjects removed or restricted, those whose owner appealed.
  package var appealed: Int { tally[.wrongfulAppealed] }
  /// Those that are restored, for whatever cause.
  package var restored: Int { tally[.wrongfulRestored] }
  /// Those of them that were restored although nobody appealed.
  package var restoredWithoutAppeal: Int { tally.restoredWithoutAppeal }
  /// Those whose owner never appealed.
  package var neverAppealed: Int { tally.neverAppealed }
  /// Those that are still removed or restricted.
  package var stillDown: Int { tally.wronglyDown }
  /// Their share in all wrongful actions; nil without any.
  package var neverAppealedShare: Double? { neverAppealed.share(of: tally[.wrongfulActions]) }

  package func removals(by cause: Cause) -> Int { tally[removedBy: cause] }
  package func wrongfulRemovals(by cause: Cause) -> Int { tally[removedBy: cause, .lawful] }

  /// Of the wrongful removals for a cause, those whose owner has appealed.
  package func appealed(by cause: Cause) -> Int { tally[wrongfulAppealedOf: cause] }

  /// The share of the removals for a cause that were wrongful; nil without any.
  package func wrongfulShare(by cause: Cause) -> Double? {
    wrongfulRemovals(by: cause).share(of: removals(by: cause))
  }

  /// Violating subjects that are visible now and that nobody is about to look at.
  package var misses: Int { tally.missed }
  package func misses(by cause: MissCause) -> Int { tally.missed(by: cause) }

  package var ordersCompliedWrongly: Int { tally[.ordersCompliedWrongly] }
  package var ordersContestedWrongly: Int { tally[.ordersContestedWrongly] }
}

extension Int {
  /// This number as a share of another; nil when that is 0.
  func share(of whole: Int) -> Double? { whole == 0 ? nil : Double(self) / Double(whole) }
}
