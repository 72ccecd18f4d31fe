/// Why a source of events cannot go on.
public enum SourceStop: Equatable, Sendable, CustomStringConvertible {
  /// More subjects wait or are to be reported or appealed than a run can hold.
  case tooManyOpenSubjects(limit: Int)
  /// More letters to and from authorities are under way than a run can hold.
  case tooManyLetters(limit: Int)
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
    case .tooManyLetters: "too many letters"
    case .endOfTime: "end of time"
    case .endOfRecording: "end of recording"
    case .damagedRecording: "recording damaged"
    }
  }

  public var description: String {
    switch self {
    case .tooManyOpenSubjects(let limit):
      "\(limit) subjects wait at once, which is all that a run can hold; the moderators cannot keep up"
    case .tooManyLetters(let limit):
      "\(limit) reports, requests and orders are under way at once, which is all that a run can hold"
    case .endOfTime: "the clock ends here"
    case .endOfRecording: "the recording ends here"
    case .damagedRecording(let what): "the recording is damaged: \(what)"
    }
  }
}
