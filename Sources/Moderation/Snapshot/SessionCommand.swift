/// What a user asks of a running session.
package enum SessionCommand: Equatable, Sendable {
  case togglePause
  case faster
  case slower
  /// Change the regime, where the source of events allows it.
  case intervene(Intervention)
  /// Look into a signatory, by its place on the roster; nil looks at all.
  case focus(signatory: Int?)
  /// Look into the errors of a part of the regime; nil looks into none.
  case examine(Scope?)
  /// Move the playhead, in a live session into its own recording.
  case seek(SeekTarget)
  /// Play the recording backwards, or forwards again.
  case reverse
  /// Note the start of a loop here, then its end, then forget both.
  case loop
  case setSpeed(Speed)
  /// What `SeekTarget.match` finds; an empty one finds nothing.
  case find(EventFilter)
  /// Mark the instant.
  case addMarker(note: String)
  /// Back from the recording to the live session that goes on behind it.
  case goLive
  /// Leave the recording at the playhead: simulate on from there.
  case fork
}
