/// The numbers that follow from the counted ones.
extension Tally {
  /// The subjects of a standing, whatever their truth.
  package subscript(standing: Standing) -> Int {
    Truth.allCases.reduce(0) { $0 + self[standing, $1] }
  }

  /// The removals for a cause, rightful or not.
  package subscript(removedBy cause: Cause) -> Int {
    Truth.allCases.reduce(0) { $0 + self[removedBy: cause, $1] }
  }

  /// Removals for whatever cause: the public counter.
  ///
  /// It counts removals and not what is removed now: nothing lowers it.
  package var removed: Int { Cause.removing.reduce(0) { $0 + self[removedBy: $1] } }

  /// Removals of lawful subjects: what the public counter hides.
  package var wronglyRemoved: Int {
    Cause.removing.reduce(0) { $0 + self[removedBy: $1, .lawful] }
  }

  /// Removals without a moderator.
  package var removedByAutomation: Int { Cause.automated.reduce(0) { $0 + self[removedBy: $1] } }

  /// Wrongful actions whose owner has never appealed, undone or not.
  ///
  /// No real system can know them.
  package var neverAppealed: Int { self[.wrongfulActions] - self[.wrongfulAppealed] }

  /// Wrongful actions that were undone although nobody appealed.
  package var restoredWithoutAppeal: Int {
    self[.wrongfulRestoredUnasked] + self[.wrongfulReversed]
  }

  /// Lawful subjects that are removed or restricted now.
  package var wronglyDown: Int { self[.removed, .lawful] + self[.restricted, .lawful] }

  /// Actions on what was uploaded: all but suspensions.
  package var contentActions: Int { self[.actions] - self[.suspended] }

  /// Violating uploads that are acted upon now: suspended accounts are not uploads.
  package var caught: Int {
    self[.removed, .violating] + self[.restricted, .violating] - self[.offendersSuspended]
  }

  /// Violating uploads that are missed: of what is, all but accounts that were suspended.
  package var missedUploads: Int {
    missed - (self[removedBy: .strikes, .violating] - self[.offendersSuspended])
  }

  /// Wrongful ones among `contentActions`.
  package var wrongfulContentActions: Int {
    self[.wrongfulActions] - self[removedBy: .strikes, .lawful]
  }

  /// Violating subjects that are visible now and that nobody is about to look at.
  package var missed: Int { MissCause.allCases.reduce(0) { $0 + missed(by: $1) } }

  /// The same, by what let them stay.
  package func missed(by cause: MissCause) -> Int {
    switch cause {
    case .original: self[.unnoticed, .violating] - self[.variantsMissed]
    case .variant: self[.variantsMissed]
    case .kept: self[.kept, .violating]
    case .reinstated: self[.reinstated, .violating]
    }
  }

  /// Violating subjects that wait for a first decision or are in that review.
  package var undecided: Int { self[.undecided, .violating] + self[.held, .violating] }

  /// Subjects that wait for a first decision or are in that review.
  package var pending: Int { self[.undecided] + self[.held] }

  /// Lawful subjects that are visible now and in no queue for a first decision.
  package var lawfulPublished: Int {
    self[.passedUnnoticed]
      + Standing.allCases.reduce(0) { $0 + ($1.isSettledVisible ? self[$1, .lawful] : 0) }
  }

  /// Reports that led to a decision.
  package var reportsHandled: Int {
    self[.reportsWithin2Hours] + self[.reportsWithin8Hours] + self[.reportsWithin24Hours]
      + self[.reportsAfter24Hours]
  }

  /// What arrived and no standing accounts for: always 0.
  package var unaccounted: Int {
    self[.uploaded] + self[.suspended] - self[.passedUnnoticed]
      - Standing.allCases.reduce(0) { $0 + self[$1] }
  }
}

/// Why a violating subject is visible and in nobody's queue.
package enum MissCause: String, CaseIterable, Sendable {
  /// Nobody noticed it.
  case original
  /// Nobody noticed it; unaltered, it would have matched a hash of the bank.
  case variant
  /// A moderator kept it.
  case kept
  /// It had been removed, and the removal was undone.
  case reinstated

  /// The name as a label.
  package var label: String {
    switch self {
    case .original: "Unnoticed"
    case .variant: "Escaped the hash bank"
    case .kept: "Kept by a moderator"
    case .reinstated: "Reinstated"
    }
  }
}
