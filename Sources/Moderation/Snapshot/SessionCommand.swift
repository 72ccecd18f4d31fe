/// What a user asks of a running session.
package enum SessionCommand: Equatable, Sendable {
  case togglePause
  case faster
  case slower
  /// Look into a signatory, by its place on the roster; nil looks at all.
  case focus(signatory: Int?)
}
