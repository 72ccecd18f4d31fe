/// The pages of the dashboard, in the order of their tabs.
package enum Page: Int, CaseIterable, Sendable {
  case overview, queues, signatories, errors, authority, workforce, events, denominators

  /// The name in the tabs.
  package var name: String {
    switch self {
    case .overview: "Overview"
    case .queues: "Queues"
    case .signatories: "Signatories"
    case .errors: "Errors"
    case .authority: "Authority"
    case .workforce: "Workforce"
    case .events: "Events"
    case .denominators: "Denominators"
    }
  }

  /// Whether a recording has all that it shows; worlds are drawn by whoever looks at them.
  package var isOfSession: Bool { self != .denominators }

  /// The name where all eight must fit into 80 columns.
  var shortName: String {
    switch self {
    case .overview: "Over"
    case .queues: "Queue"
    case .signatories: "Sign"
    case .errors: "Error"
    case .authority: "Auth"
    case .workforce: "Work"
    case .events: "Event"
    case .denominators: "Denom"
    }
  }

  /// The key that opens it: the number of its tab.
  var key: Character { Character("\(rawValue + 1)") }

  /// What opens it.
  package var command: Command {
    switch self {
    case .overview: .showOverview
    case .queues: .showQueues
    case .signatories: .showSignatories
    case .errors: .showErrors
    case .authority: .showAuthority
    case .workforce: .showWorkforce
    case .events: .showEvents
    case .denominators: .showDenominators
    }
  }

  /// The page that a command opens, if it opens one.
  init?(openedBy command: Command) {
    guard let page = Self.allCases.first(where: { $0.command == command }) else { return nil }
    self = page
  }
}
