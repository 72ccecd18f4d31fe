/// Why a source of events cannot go on.
public enum SourceStop: Equatable, Sendable, CustomStringConvertible {
  /// More subjects wait or are to be reported or appealed than a run can hold.
  case tooManyOpenSubjects(limit: Int)
  /// The end of the clock's range is near.
  case endOfTime

  /// A few words for the screen.
  public var label: String {
    switch self {
    case .tooManyOpenSubjects: "queues full"
    case .endOfTime: "end of time"
    }
  }

  public var description: String {
    switch self {
    case .tooManyOpenSubjects(let limit):
      "\(limit) subjects wait at once, which is all that a run can hold; the moderators cannot keep up"
    case .endOfTime: "the clock ends here"
    }
  }
}
