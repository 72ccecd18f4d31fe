/// Whether a live session is being recorded.
package enum RecordingState: Equatable, Sendable {
  /// The user did not want it, or there is nothing to record.
  case off
  case on
  /// It waits to go on; for what, in a few words. Nothing is lost meanwhile.
  case waiting(String)
  /// It could not be begun or go on; why, in a few words. What was written is intact.
  case failed(String)
}
