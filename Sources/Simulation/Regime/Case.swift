import Moderation
import Queueing

/// A subject to which something is still to happen, as the model keeps it.
struct Case {
  let subject: Subject
  /// The item whose copy it is, if it is one.
  let item: Circulation.Item
  let uploadedAt: Microseconds
  /// Views of a lifetime.
  let views: Float
  private(set) var standing = Standing.arriving
  private(set) var flags = Transition.Flags.none
  /// When it was first flagged; negative when it never was.
  var flaggedAt: Microseconds = -1
  /// When the order about it must be followed.
  var orderDue: Microseconds = .max
  /// The job that it is now; nil when no moderator has it or is to have it.
  var job: Placement?
  /// Reports, claims and the like so far, by which repeated draws are told apart.
  var turn: UInt8 = 0
  /// Steps that the calendar holds.
  var pendingSteps: UInt8 = 0
  /// What it was removed or restricted for; `owner` when it never was.
  private(set) var actionCause = Cause.owner
  /// The round of strikes against the account that posted it to which its removal belongs;
  /// 0 when it was no strike, or that was taken back.
  var strikeRound: StrikeBook.Round = 0
  private var marks: UInt8 = 0

  /// Since when the views that come to it decay: its publication, or its removal if it was
  /// never published; negative before.
  private var decaysSince: Microseconds = -1
  /// Views until it got its present reach, and those then still to come.
  private var seenBefore: Float = 0
  private var aheadThen: Float = 0

  @inline(__always)
  init(_ subject: Subject, item: Circulation.Item, uploadedAt: Microseconds, views: Float) {
    self.subject = subject
    self.item = item
    self.uploadedAt = uploadedAt
    self.views = views
  }

  /// What is to be remembered of a case, or not.
  enum Mark: UInt8 {
    /// Its escalation decides anew on what had been decided already.
    case isReconsidered = 1
    /// Another case may still have it restored: it is blocked by a hash, or suspended for a
    /// strike, that may yet be found to be wrong.
    case isHostage = 2
    /// Its removal was the strike that suspended an account.
    case hasSuspended = 4
    /// The strike that suspended it has been taken back, so that it comes back soon.
    case isForgiven = 8
  }

  /// Whether it has a mark.
  ///
  /// All are in one byte: there are many cases, and each that is looked at comes from far
  /// memory.
  subscript(mark: Mark) -> Bool {
    @inline(__always) get { marks & mark.rawValue != 0 }
    @inline(__always) set {
      marks = newValue ? marks | mark.rawValue : marks & ~mark.rawValue
    }
  }

  /// Whether nothing more will happen to it.
  var isOver: Bool { job == nil && pendingSteps == 0 && !self[.isHostage] }

  mutating func mark(_ flag: Transition.Flags) { flags = flags.with(flag) }

  /// Views that it would have from now on if it stayed visible.
  @inline(__always)
  func ahead(at now: Microseconds, _ kind: borrowing KindConstants) -> Float {
    decaysSince < 0 ? views : views * Float(kind.shareAhead(after: now - decaysSince))
  }

  /// Gives the subject another standing, and says what the accounts need to know.
  @inline(__always)
  mutating func move(
    to standing: Standing, _ cause: Cause, at now: Microseconds, _ kind: borrowing KindConstants,
    restrictedReach: Float
  ) -> Transition {
    let ahead = ahead(at: now, kind)
    let from = self.standing
    var seen = seenBefore
    if from == .restricted {
      seen += restrictedReach * (aheadThen - ahead)
    } else if from.isVisible {
      seen += aheadThen - ahead
    }
    if decaysSince < 0, standing.isVisible || standing == .removed { decaysSince = now }
    if from.isVisible != standing.isVisible || from == .restricted || standing == .restricted {
      (seenBefore, aheadThen) = (seen, ahead)
    }
    if standing.isAction, !from.isAction { actionCause = cause }
    self.standing = standing
    return Transition(
      from: from, to: standing, cause: cause, flags: flagsNow(now), seen: seen, ahead: ahead,
      age: Self.seconds(now - uploadedAt),
      sinceFlag: flaggedAt < 0 ? 0 : Self.seconds(now - flaggedAt))
  }

  /// A transition that leaves the standing as it is.
  @inline(__always)
  func stay(_ cause: Cause, at now: Microseconds) -> Transition {
    Transition(
      from: standing, to: standing, cause: cause, flags: flagsNow(now),
      age: Self.seconds(now - uploadedAt),
      sinceFlag: flaggedAt < 0 ? 0 : Self.seconds(now - flaggedAt))
  }

  private func flagsNow(_ now: Microseconds) -> Transition.Flags {
    now > orderDue ? flags.with(.lateOrder) : flags
  }

  private static func seconds(_ span: Microseconds) -> UInt32 {
    UInt32(clamping: span / TimeUnit.second)
  }
}
