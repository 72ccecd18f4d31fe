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
      case .events: intervention(snapshot) != nil || lever(snapshot) != nil
      case .sheet: false
      }
    case .left, .right:
      isHelpOpen
        ? false
        : openSignatory != nil || focus == .queues || focus == .roster || page == .errors
    case .reverseOrder: focus == .roster
    case .goLive: snapshot.replay?.live != nil
    default: true
    }
  }

  /// A word or two for the hint bar; nil keeps a command out of there.
  func hint(for binding: Binding, _ snapshot: Snapshot) -> String? {
    let inReplay = snapshot.replay != nil
    guard binding.context == .everywhere || (binding.context == .replay) == inReplay else {
      return nil
    }
    switch binding.command {
    // Time has the arrows, and its keys the place.
    case .left, .nextPanel, .open: if inReplay { return nil }
    default: break
    }
    switch binding.command {
    case .left:
      if openSignatory != nil { return "Neighbour" }
      return switch focus {
      case .queues: "Span"
      case .roster: "Sort"
      case .events, .sheet: page == .errors ? "Scope" : nil
      }
    case .open:
      guard focus == .events else { return binding.hint }
      return lever(snapshot) == nil ? "Begin" : "Change"
    default: return binding.hint
    }
  }

  /// The lever that Enter would pull; nil where there is none.
  func lever(_ snapshot: Snapshot) -> Lever? {
    guard !isHelpOpen, focus == .events, snapshot.status.interventionRefusal == nil else {
      return nil
    }
    let levers = Lever.all(snapshot)
    let place = selectedEvent - snapshot.facts.shocks.count
    return levers.indices.contains(place) ? levers[place] : nil
  }

  /// What Enter would do to the regime; nil where it does nothing to it.
  func intervention(_ snapshot: Snapshot) -> Intervention? {
    guard !isHelpOpen, focus == .events, snapshot.facts.shocks.indices.contains(selectedEvent),
      ShockState(selectedEvent, in: snapshot).refusal == nil
    else { return nil }
    return .shock(UInt8(selectedEvent))
  }
}
