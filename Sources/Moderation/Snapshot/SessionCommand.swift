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
}
