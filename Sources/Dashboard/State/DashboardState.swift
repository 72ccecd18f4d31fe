import Moderation

/// Where the user is and what he has chosen: everything on the screen that is not
/// in the snapshot.
package struct DashboardState: Equatable, Sendable {
  /// The pages of the dashboard.
  package enum View: Equatable, Sendable {
    case overview, queues, signatories
    /// One signatory, by its place on the roster.
    case signatory(Int)
  }

  /// The parts of a page that can have the keyboard.
  package enum Panel: Equatable, Sendable {
    case queues, roster
  }

  /// The spans of the graphs, in days.
  package static let spans = [1, 7, 30, 103]

  package private(set) var view = View.overview
  package private(set) var panel = Panel.roster
  package private(set) var isHelpOpen = false
  /// The first line of help on the screen.
  package private(set) var helpScroll = 0
  /// The selected row of the queue table.
  package private(set) var selectedQueue = ReviewQueue.posts
  /// The selected signatory, by its place on the roster: it stays selected when the
  /// order changes.
  package private(set) var selectedSignatory = 0
  package private(set) var order = RosterOrder()
  private var spanIndex = 1
  package var size: Size

  package init(size: Size) { self.size = size }

  /// The span of the graphs, in days.
  package var spanDays: Int { Self.spans[spanIndex] }

  /// Whether a command can do anything where the user is.
  package func isEnabled(_ command: Command) -> Bool {
    switch command {
    case .close: isHelpOpen || view != .overview
    case .nextPanel, .previousPanel: view == .overview && !isHelpOpen
    case .open:
      switch view {
      case .overview, .signatories: !isHelpOpen
      case .queues, .signatory: false
      }
    case .reverseOrder: panel == .roster && (view == .overview || view == .signatories)
    default: true
    }
  }

  /// Brings the state forward; returns what the session or the program has to do.
  package mutating func apply(_ command: Command, snapshot: Snapshot) -> Effect? {
    switch command {
    case .quit: return .quit
    case .togglePause: return .session(.togglePause)
    case .faster: return .session(.faster)
    case .slower: return .session(.slower)
    case .help:
      isHelpOpen.toggle()
      helpScroll = 0
    case .close where isHelpOpen: isHelpOpen = false
    case _ where isHelpOpen: scrollHelp(command)
    case .close: return goBack()
    case .showOverview: return show(.overview, panel: .roster)
    case .showQueues: return show(.queues, panel: .queues)
    case .showSignatories: return show(.signatories, panel: .roster)
    case .nextPanel, .previousPanel:
      if view == .overview { panel = panel == .roster ? .queues : .roster }
    case .open: return open()
    case .reverseOrder: if isEnabled(.reverseOrder) { order.reverse() }
    case .left: moveSideways(-1)
    case .right: moveSideways(1)
    case .up: return move(-1, snapshot)
    case .down: return move(1, snapshot)
    case .pageUp: return move(-page, snapshot)
    case .pageDown: return move(page, snapshot)
    case .top: return move(-.max, snapshot)
    case .bottom: return move(.max, snapshot)
    }
    return nil
  }

  // MARK: Moving

  /// The rows by which a page moves: help fills the screen, a table about half of it.
  private var page: Int { max(1, isHelpOpen ? size.rows - 3 : size.rows / 2) }

  private mutating func move(_ step: Int, _ snapshot: Snapshot) -> Effect? {
    switch panel {
    case .queues:
      let queues = snapshot.facts.queues
      guard let place = queues.firstIndex(of: selectedQueue) else { return nil }
      selectedQueue = queues[Self.place(place, step, count: queues.count)]
    case .roster:
      let places = order.places(in: snapshot)
      guard let place = places.firstIndex(of: selectedSignatory) else { return nil }
      selectedSignatory = places[Self.place(place, step, count: places.count)]
      if case .signatory = view { return show(.signatory(selectedSignatory), panel: .roster) }
    }
    return nil
  }

  /// The place so many steps on, held inside a list that is not empty.
  private static func place(_ place: Int, _ step: Int, count: Int) -> Int {
    let (sum, overflow) = place.addingReportingOverflow(step)
    return overflow ? count - 1 : min(max(0, sum), count - 1)
  }

  private mutating func moveSideways(_ step: Int) {
    if case .signatory = view { return }
    switch panel {
    case .queues: spanIndex = min(max(0, spanIndex + step), Self.spans.count - 1)
    case .roster: order.move(by: step, among: .fitting(DashboardScreen.rosterWidth(of: self)))
    }
  }

  private mutating func scrollHelp(_ command: Command) {
    switch command {
    case .up: helpScroll -= 1
    case .down: helpScroll += 1
    case .pageUp: helpScroll -= page
    case .pageDown, .open: helpScroll += page
    case .top: helpScroll = 0
    case .bottom: helpScroll = .max
    default: break
    }
    helpScroll = min(max(0, helpScroll), HelpOverlay.greatestScroll(in: size))
  }

  // MARK: Pages

  private mutating func show(_ view: View, panel: Panel) -> Effect {
    self.view = view
    self.panel = panel
    if case .signatory(let place) = view { return .session(.focus(signatory: place)) }
    return .session(.focus(signatory: nil))
  }

  private mutating func open() -> Effect? {
    switch (view, panel) {
    case (.overview, .queues): show(.queues, panel: .queues)
    case (_, .roster): show(.signatory(selectedSignatory), panel: .roster)
    case (_, .queues): nil
    }
  }

  private mutating func goBack() -> Effect? {
    switch view {
    case .overview: nil
    case .queues: show(.overview, panel: .queues)
    case .signatories, .signatory: show(.overview, panel: .roster)
    }
  }
}

/// What a command asks of the rest of the program.
package enum Effect: Equatable, Sendable {
  case session(SessionCommand)
  case quit
}
