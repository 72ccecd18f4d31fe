import Moderation
import Queueing

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
      case .events: line(snapshot) != nil || marker(snapshot) != nil
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
    case .left, .nextPanel: if inReplay { return nil }
    case .open: if inReplay, focus != .events { return nil }
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
      let isShock = EventsPage.place(of: selectedEvent, in: .shocks, snapshot) != nil
      return isShock ? "Begin" : marker(snapshot) == nil ? "Change" : "Go"
    default: return binding.hint
    }
  }

  /// The command that Enter writes for the selected row, to be completed or carried out by
  /// another Enter; nil where there is none.
  func line(_ snapshot: Snapshot) -> String? {
    guard !isHelpOpen, focus == .events else { return nil }
    if let shock = EventsPage.place(of: selectedEvent, in: .shocks, snapshot) {
      guard ShockState(shock, in: snapshot).refusal == nil else { return nil }
      return "shock \(snapshot.facts.shockNames[shock])"
    }
    guard snapshot.status.interventionRefusal == nil,
      let lever = EventsPage.place(of: selectedEvent, in: .levers, snapshot)
    else { return nil }
    return Lever.all(snapshot)[lever].line
  }

  /// The instant of the selected marker; nil where none is.
  package func marker(_ snapshot: Snapshot) -> Microseconds? {
    guard !isHelpOpen, focus == .events,
      let place = EventsPage.place(of: selectedEvent, in: .markers, snapshot)
    else { return nil }
    return snapshot.replay?.markers[place].time
  }
}
