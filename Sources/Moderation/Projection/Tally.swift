/// What has become of the subjects of one signatory and kind, or of a sum of them.
package struct Tally: Equatable, Sendable {
  /// Uploads that went through screening: all of them.
  package var screened = 0
  /// Lawful uploads that passed and nobody reported; a count without subjects.
  package var passedUnreported = 0
  /// Removed at once by the upper threshold.
  package var removedByScreening = 0
  /// Removed by a moderator.
  package var removedByReview = 0
  /// Lawful subjects among `removedByScreening`.
  package var wronglyRemovedByScreening = 0
  /// Lawful subjects among `removedByReview`.
  package var wronglyRemovedByReview = 0
  /// Decisions that moderators took.
  package var reviewed = 0
  /// Removed subjects whose owner asked for them back.
  package var appealed = 0
  /// Lawful subjects among `appealed`.
  package var wronglyRemovedAndAppealed = 0
  /// Appeals that were decided.
  package var appealsDecided = 0
  /// Removals undone on appeal.
  package var overturned = 0
  /// Removals undone without an appeal.
  package var restoredUnasked = 0
  /// Lawful subjects among those whose removal was undone, either way.
  package var wronglyRemovedAndRestored = 0
  /// Lawful subjects among `restoredUnasked`.
  package var wronglyRemovedAndRestoredUnasked = 0
  /// User reports that brought a subject into review.
  package var reported = 0
  /// Violating subjects that are published now and in nobody's queue.
  package var missed = 0
  /// Violating subjects that wait for a first decision or are with a moderator.
  package var undecided = 0
  /// Lawful subjects that are published now and in nobody's queue.
  package var lawfulPublished = 0
  /// Waiting for a moderator now.
  package var waiting = 0
  /// With a moderator now.
  package var inReview = 0

  package init() {}

  /// Removed, whoever did it: the public counter.
  package var removed: Int { removedByScreening + removedByReview }

  /// Lawful subjects removed: what the public counter hides.
  package var wronglyRemoved: Int { wronglyRemovedByScreening + wronglyRemovedByReview }

  /// Removals that were undone.
  package var restored: Int { overturned + restoredUnasked }

  /// Lawful subjects removed that nobody has asked about, neither owner nor audit.
  ///
  /// No real system can know them.
  package var neverAppealed: Int {
    wronglyRemoved - wronglyRemovedAndAppealed - wronglyRemovedAndRestoredUnasked
  }

  /// Screened subjects that no state accounts for: always 0.
  package var unaccounted: Int {
    screened - passedUnreported - (removed - restored) - missed - lawfulPublished - waiting
      - inReview
  }

  /// The sum of two tallies.
  package static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.screened += right.screened
    sum.passedUnreported += right.passedUnreported
    sum.removedByScreening += right.removedByScreening
    sum.removedByReview += right.removedByReview
    sum.wronglyRemovedByScreening += right.wronglyRemovedByScreening
    sum.wronglyRemovedByReview += right.wronglyRemovedByReview
    sum.reviewed += right.reviewed
    sum.appealed += right.appealed
    sum.wronglyRemovedAndAppealed += right.wronglyRemovedAndAppealed
    sum.appealsDecided += right.appealsDecided
    sum.overturned += right.overturned
    sum.restoredUnasked += right.restoredUnasked
    sum.wronglyRemovedAndRestored += right.wronglyRemovedAndRestored
    sum.wronglyRemovedAndRestoredUnasked += right.wronglyRemovedAndRestoredUnasked
    sum.reported += right.reported
    sum.missed += right.missed
    sum.undecided += right.undecided
    sum.lawfulPublished += right.lawfulPublished
    sum.waiting += right.waiting
    sum.inReview += right.inReview
    return sum
  }

  /// Brings the tally forward by one fact about its subjects.
  mutating func apply(_ fact: Fact) {
    switch fact {
    case .passed(_, _, let count):
      screened += Int(count)
      passedUnreported += Int(count)
    case .screened(let subject, let outcome):
      screened += 1
      switch outcome {
      case .passed: publish(subject, 1)
      case .queued:
        waiting += 1
        if subject.truth == .violating { undecided += 1 }
      case .removed:
        removedByScreening += 1
        if subject.truth == .lawful { wronglyRemovedByScreening += 1 }
      }
    case .reported(let subject):
      reported += 1
      publish(subject, -1)
      waiting += 1
      if subject.truth == .violating { undecided += 1 }
    case .reviewStarted:
      waiting -= 1
      inReview += 1
    case .decided(let subject, let decision):
      inReview -= 1
      reviewed += 1
      if subject.truth == .violating { undecided -= 1 }
      switch decision {
      case .keep: publish(subject, 1)
      case .remove:
        removedByReview += 1
        if subject.truth == .lawful { wronglyRemovedByReview += 1 }
      }
    case .appealed(let subject):
      appealed += 1
      if subject.truth == .lawful { wronglyRemovedAndAppealed += 1 }
    case .appealDecided(let subject, let outcome):
      appealsDecided += 1
      if outcome == .overturned {
        overturned += 1
        restore(subject)
      }
    case .restored(let subject):
      restoredUnasked += 1
      if subject.truth == .lawful { wronglyRemovedAndRestoredUnasked += 1 }
      restore(subject)
    case .appealStarted, .staffed: break
    }
  }

  private mutating func restore(_ subject: Subject) {
    if subject.truth == .lawful { wronglyRemovedAndRestored += 1 }
    publish(subject, 1)
  }

  private mutating func publish(_ subject: Subject, _ change: Int) {
    switch subject.truth {
    case .violating: missed += change
    case .lawful: lawfulPublished += change
    }
  }
}
