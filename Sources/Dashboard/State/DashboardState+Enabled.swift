import Moderation

/// What can be done where the user is, and how the hint bar says it.
extension DashboardState {
  /// Whether a command can do anything.
  package func isEnabled(_ command: Command, snapshot: Snapshot) -> Bool {
    switch command {
    case .close: isHelpOpen || openSignatory != nil || page != .overview
    case .nextPanel, .previousPanel:
      page == .overview && openSignatory == nil && !isHelpOpen
    case .open:
      switch focus {
      case .queues: page == .overview && !isHelpOpen
      case .roster: !snapshot.facts.signatories.isEmpty && !isHelpOpen
      case .events: intervention(snapshot) != nil
      case .sheet: false
      }
    case .left, .right:
      isHelpOpen
        ? false
        : openSignatory != nil || focus == .queues || focus == .roster || page == .errors
    case .reverseOrder: focus == .roster
    default: true
    }
  }

  /// A word or two for the hint bar; nil keeps a command out of there.
  func hint(for binding: Binding) -> String? {
    switch binding.command {
    case .left:
      if openSignatory != nil { return "Neighbour" }
      return switch focus {
      case .queues: "Span"
      case .roster: "Sort"
      case .events, .sheet: page == .errors ? "Scope" : nil
      }
    case .open: return focus == .events ? "Begin" : binding.hint
    default: return binding.hint
    }
  }

  /// What Enter would do to the regime; nil where it does nothing to it.
  func intervention(_ snapshot: Snapshot) -> Intervention? {
    guard !isHelpOpen, focus == .events, snapshot.facts.shocks.indices.contains(selectedEvent),
      ShockState(selectedEvent, in: snapshot).refusal == nil
    else { return nil }
    return .shock(UInt8(selectedEvent))
  }
}
