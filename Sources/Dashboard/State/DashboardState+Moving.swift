import Moderation

/// Moving over pages and within them.
extension DashboardState {
  mutating func navigate(_ command: Command, _ snapshot: Snapshot) {
    if let page = Page(openedBy: command) {
      show(page)
      return
    }
    switch command {
    case .close: goBack()
    case .nextPanel, .previousPanel:
      if isEnabled(command, snapshot: snapshot) { panel = panel == .roster ? .queues : .roster }
    case .nextPage: turnPage(1)
    case .previousPage: turnPage(-1)
    case .reverseOrder: if focus == .roster { order.reverse() }
    case .left: moveSideways(-1, snapshot)
    case .right: moveSideways(1, snapshot)
    case .up: move(-1, snapshot)
    case .down: move(1, snapshot)
    case .pageUp: move(-pageRows, snapshot)
    case .pageDown: move(pageRows, snapshot)
    case .top: move(-.max, snapshot)
    case .bottom: move(.max, snapshot)
    default: break
    }
  }

  // MARK: Pages

  private mutating func show(_ page: Page) {
    self.page = page
    openSignatory = nil
    scroll = 0
    if page == .overview { panel = .roster }
  }

  mutating func open(_ snapshot: Snapshot) {
    guard isEnabled(.open, snapshot: snapshot) else { return }
    switch focus {
    case .queues: show(.queues)
    case .roster:
      openSignatory = selectedSignatory
      scroll = 0
    case .events, .sheet: break
    }
  }

  private mutating func goBack() {
    if openSignatory != nil {
      openSignatory = nil
      scroll = 0
    } else {
      let panel: Panel = page == .queues ? .queues : .roster
      show(.overview)
      self.panel = panel
    }
  }

  private mutating func turnPage(_ step: Int) {
    let pages = Page.allCases
    show(pages[(page.rawValue + step + pages.count) % pages.count])
  }

  // MARK: Rows

  /// The rows by which a page moves: a sheet fills the screen, a table about half of it.
  private var pageRows: Int {
    max(1, isHelpOpen || focus == .sheet ? size.rows - 5 : size.rows / 2)
  }

  private mutating func move(_ step: Int, _ snapshot: Snapshot) {
    switch focus {
    case .queues:
      let places = QueueOrder.places(snapshot.facts)
      selectedQueue = Self.moved(selectedQueue, step, among: places)
    case .roster:
      selectedSignatory = Self.moved(selectedSignatory, step, among: order.places(in: snapshot))
    case .events:
      let count = EventsPage.choices(snapshot)
      selectedEvent = Self.moved(selectedEvent, step, among: Array(0..<count))
    case .sheet:
      let greatest = DashboardScreen.greatestScroll(snapshot, self)
      scroll = Self.clamped(min(scroll, greatest), step, in: 0...greatest)
    }
  }

  /// The element so many places further in a list.
  private static func moved(_ element: Int, _ step: Int, among places: [Int]) -> Int {
    guard let last = places.indices.last else { return element }
    let place = places.firstIndex(of: element) ?? 0
    return places[clamped(place, step, in: 0...last)]
  }

  private static func clamped(_ value: Int, _ step: Int, in range: ClosedRange<Int>) -> Int {
    let (sum, overflow) = value.addingReportingOverflow(step)
    return overflow ? range.upperBound : min(max(range.lowerBound, sum), range.upperBound)
  }

  private mutating func moveSideways(_ step: Int, _ snapshot: Snapshot) {
    if openSignatory != nil {
      let places = order.places(in: snapshot)
      selectedSignatory = Self.moved(selectedSignatory, step, among: places)
      openSignatory = selectedSignatory
      scroll = 0
      return
    }
    switch (focus, page) {
    case (.queues, _): spanIndex = Self.clamped(spanIndex, step, in: 0...Self.spans.count - 1)
    case (.roster, _):
      order.move(
        by: step, among: .fitting(DashboardScreen.rosterWidth(of: self), snapshot.facts))
    case (_, .errors):
      let choices = scopes(snapshot.facts)
      scopeIndex = Self.clamped(scopeIndex, step, in: 0...choices.count - 1)
    default: break
    }
  }

  // MARK: Help

  mutating func scrollHelp(_ command: Command) {
    let greatest = HelpOverlay.greatestScroll(in: size)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -pageRows, .pageDown: pageRows, .open: pageRows, .top: -.max,
      .bottom: .max,
    ]
    guard let step = steps[command] else { return }
    helpScroll = Self.clamped(min(helpScroll, greatest), step, in: 0...greatest)
  }
}
