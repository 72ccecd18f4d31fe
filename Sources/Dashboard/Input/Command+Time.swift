import Moderation
import Queueing

extension Command {
  /// What a command that moves in time, or plays otherwise, asks of the session; nil for
  /// any other.
  var timeCommand: SessionCommand? {
    switch self {
    case .eventBack: .seek(.byEvents(-1))
    case .eventForth: .seek(.byEvents(1))
    case .minuteBack: .seek(.by(-TimeUnit.minute))
    case .minuteForth: .seek(.by(TimeUnit.minute))
    case .hourBack: .seek(.edge(TimeUnit.hour, .back))
    case .hourForth: .seek(.edge(TimeUnit.hour, .forth))
    case .dayBack: .seek(.by(-TimeUnit.day))
    case .dayForth: .seek(.by(TimeUnit.day))
    case .previousMarker: .seek(.marker(.back))
    case .nextMarker: .seek(.marker(.forth))
    case .previousMatch: .seek(.match(.back))
    case .nextMatch: .seek(.match(.forth))
    case .reversePlay: .reverse
    case .loop: .loop
    case .goLive: .goLive
    case .fork: .fork
    default: nil
    }
  }
}
