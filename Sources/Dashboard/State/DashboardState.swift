import Moderation

/// Where the user is and what he has chosen: everything on the screen that is not
/// in the snapshot.
package struct DashboardState: Equatable, Sendable {
  /// The parts of the overview that can have the keyboard.
  package enum Panel: Equatable, Sendable {
    case queues, roster
  }

  /// The spans of the graphs, in days; the last is all that is kept, or nearly.
  package static let spans = [1, 7, 30, 120, 365]

  package internal(set) var page = Page.overview
  /// The signatory that the user looks into, by its place on the roster.
  package internal(set) var openSignatory: Int?
  package internal(set) var panel = Panel.roster
  package internal(set) var isHelpOpen = false
  /// The first line of help on the screen.
  package internal(set) var helpScroll = 0
  /// The first line of a page that scrolls.
  package internal(set) var scroll = 0
  /// The selected queue, by its index in `ScenarioFacts.queues`.
  package internal(set) var selectedQueue = 0
  /// The selected signatory, by its place on the roster: it stays selected when the
  /// order changes.
  package internal(set) var selectedSignatory = 0
  /// The selected row of the events page, by its number over all parts.
  package internal(set) var selectedEvent = 0
  /// The part of the regime whose errors are shown, by its place among the choices.
  package internal(set) var scopeIndex = 0
  package internal(set) var order = RosterOrder()
  var spanIndex = 1
  /// The line that the user writes; nil when he does not.
  package internal(set) var prompt: Prompt?
  /// The notice of the session that the user has seen and done with.
  var dismissedNotice = 0
  /// What is known of the worlds behind the published counters.
  package var denominators = DenominatorView.notAsked
  package var size: Size

  package init(size: Size) { self.size = size }

  /// The span of the graphs, in days.
  package var spanDays: Int { Self.spans[spanIndex] }

  /// What the arrow keys move.
  enum Focus {
    case queues, roster, events
    /// A page that only scrolls.
    case sheet
  }

  var focus: Focus {
    if openSignatory != nil { return .sheet }
    return switch page {
    case .overview: panel == .queues ? .queues : .roster
    case .queues: .queues
    case .signatories: .roster
    case .events: .events
    case .errors, .authority, .workforce, .denominators: .sheet
    }
  }

  /// Takes a key; returns what the session or the program has to do.
  package mutating func receive(_ key: KeyPress, snapshot: Snapshot) -> [Effect] {
    dismissedNotice = snapshot.status.notice?.number ?? 0
    if prompt != nil { return write(key, snapshot) }
    guard let command = Binding.command(for: key, inReplay: snapshot.replay != nil) else {
      return []
    }
    return apply(command, snapshot: snapshot)
  }

  /// Brings the state forward; returns what the session or the program has to do.
  package mutating func apply(_ command: Command, snapshot: Snapshot) -> [Effect] {
    let before = attention(snapshot.facts)
    var effects: [Effect] = []
    switch command {
    case .quit: effects.append(.quit)
    case .togglePause: effects.append(.session(.togglePause))
    case .faster: effects.append(.session(.faster))
    case .slower: effects.append(.session(.slower))
    case .writeCommand: open(Prompt(.command))
    case .writeFilter: open(Prompt(.filter))
    case .writeMarker: open(Prompt(.marker))
    case .help:
      isHelpOpen.toggle()
      helpScroll = 0
    case .close where isHelpOpen: isHelpOpen = false
    case _ where isHelpOpen: scrollHelp(command)
    case _ where command.timeCommand != nil:
      if isEnabled(command, snapshot: snapshot), let asked = command.timeCommand {
        effects.append(.session(asked))
      }
    case .open:
      if let line = line(snapshot) {
        open(Prompt(.command, text: line))
      } else if let instant = marker(snapshot) {
        effects.append(.session(.seek(.instant(instant))))
      } else {
        open(snapshot)
      }
    default: navigate(command, snapshot)
    }
    if page == .denominators, denominators == .notAsked { effects.append(.findWorlds) }
    return effects + attention(snapshot.facts).changes(since: before)
  }
}

/// What a command asks of the rest of the program.
package enum Effect: Equatable, Sendable {
  case session(SessionCommand)
  /// Look for the worlds behind the published counters.
  case findWorlds
  case quit
}

/// What the session computes only when somebody looks.
struct Attention: Equatable {
  let signatory: Int?
  let scope: Scope?

  func changes(since before: Attention) -> [Effect] {
    var effects: [Effect] = []
    if signatory != before.signatory { effects.append(.session(.focus(signatory: signatory))) }
    if scope != before.scope { effects.append(.session(.examine(scope))) }
    return effects
  }
}
