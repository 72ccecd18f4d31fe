/// Why a source of events cannot go on.
public enum SourceStop: Equatable, Sendable, CustomStringConvertible {
  /// More subjects wait or are to be reported or appealed than a run can hold.
  case tooManyOpenSubjects(limit: Int)
  /// The end of the clock's range is near.
  case endOfTime
  /// There is nothing more in the recording.
  case endOfRecording
  /// What comes next in the recording cannot be read.
  case damagedRecording(String)

  /// A few words for the screen.
  public var label: String {
    switch self {
    case .tooManyOpenSubjects: "queues full"
    case .endOfTime: "end of time"
    case .endOfRecording: "end of recording"
    case .damagedRecording: "recording damaged"
    }
  }

  public var description: String {
    switch self {
    case .tooManyOpenSubjects(let limit):
      "\(limit) subjects wait at once, which is all that a run can hold; the moderators cannot keep up"
    case .endOfTime: "the clock ends here"
    case .endOfRecording: "the recording ends here"
    case .damagedRecording(let what): "the recording is damaged: \(what)"
    }
  }
}
