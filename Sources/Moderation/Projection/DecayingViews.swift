import Queueing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The views that a crowd of subjects has had, of those that come to it while it lasts.
///
/// The views still to come of every subject of a kind decay with the same half-life, so
/// those of a crowd are one number that decays, and what has decayed was seen: a subject
/// joins or leaves in constant time, and no subject is remembered. There are three crowds,
/// which are brought forward together.
struct DecayingViews: Sendable {
  enum Crowd: Int {
    /// Violating subjects while they are visible.
    case violating
    /// Lawful subjects while they are visible.
    case lawful
    /// Lawful subjects while they are removed: views that do not take place.
    case lost
  }

  /// The rate of decay, in halvings a microsecond.
  struct Rate: Sendable {
    private let halvings: Double

    /// With a half-life of 0 all views come at once.
    init(halfLife: Microseconds) { halvings = halfLife > 0 ? 1 / Double(halfLife) : .infinity }

    /// What is left after a time that is not 0.
    func left(after time: Microseconds) -> Double { exp2(-Double(time) * halvings) }
  }

  var now: Microseconds = 0
  /// By crowd.
  ///
  /// Not a vector: of one a single number is changed by way of memory, and what was written
  /// in part cannot be read as a whole at once.
  var ahead = InlineArray<3, Double>(repeating: 0)
  var seen = InlineArray<3, Double>(repeating: 0)

  /// Brings the crowds forward to an instant.
  mutating func advance(to instant: Microseconds, _ rate: Rate) {
    guard instant > now else { return }
    let share = rate.left(after: instant - now)
    for crowd in 0..<3 {
      let left = ahead[crowd] * share
      seen[crowd] += ahead[crowd] - left
      ahead[crowd] = left
    }
    now = instant
  }

  /// Subjects with so many views still to come join now, or leave when it is negative.
  mutating func add(_ views: Double, to crowd: Crowd) { ahead[crowd.rawValue] += views }

  /// The views by `Crowd` until an instant that is not before the last change.
  func seen(at instant: Microseconds, _ rate: Rate) -> InlineArray<3, Double> {
    var copy = self
    copy.advance(to: instant, rate)
    return copy.seen
  }
}
