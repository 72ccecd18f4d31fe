/// Keys, what they mean, and how that is said: a row of the one table of bindings.
package struct Binding: Sendable {
  /// Under which heading help lists it.
  package enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case look = "Look"
    case session = "Session"
    case time = "Time"
    case program = "Program"
  }

  /// Where it holds: a few keys mean time while a recording is looked at.
  package enum Context: Sendable {
    case everywhere, live, replay
  }

  package let command: Command
  package let keys: [KeyPress]
  /// Keys that mean the command in a live session only, since in a replay they move in time.
  package let liveKeys: [KeyPress]
  package let group: Group
  package let context: Context
  /// A word or two for the hint bar; nil keeps it out of there.
  package let hint: String?
  /// A line for help, the manual and the README.
  package let summary: String

  init(
    command: Command, keys: [KeyPress], liveKeys: [KeyPress] = [], group: Group,
    context: Context = .everywhere, hint: String?, summary: String
  ) {
    self.command = command
    self.keys = keys
    self.liveKeys = liveKeys
    self.group = group
    self.context = context
    self.hint = hint
    self.summary = summary
  }

  /// The keys as people write them, as in `↓ j`.
  package var keyNames: String { (liveKeys + keys).map(\.name).joined(separator: " ") }

  /// What it does, and where, for lists of all keys.
  package var explanation: String {
    switch context {
    case .everywhere:
      liveKeys.isEmpty
        ? summary : "\(summary) (\(liveKeys.map(\.name).joined(separator: " ")): live only)"
    case .live: "\(summary) (live only)"
    case .replay: "\(summary) (in a replay)"
    }
  }
}

extension Binding {
  /// What each key means, in a live session and in a replay.
  private static let live = commands(replay: false)
  private static let replay = commands(replay: true)

  private static func commands(replay: Bool) -> [KeyPress: Command] {
    let pairs = all.flatMap { binding -> [(KeyPress, Command)] in
      guard binding.context == .everywhere || (binding.context == .replay) == replay else {
        return []
      }
      return (binding.keys + (replay ? [] : binding.liveKeys)).map { ($0, binding.command) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The first keys of some commands as people write them, as in `← →` or, where those mean
  /// time, `h l`.
  static func keyNames(of commands: [Command], inReplay: Bool) -> String {
    commands.compactMap { command in
      guard let binding = all.first(where: { $0.command == command }) else { return nil }
      let keys = (inReplay ? [] : binding.liveKeys) + binding.keys
      return keys.first?.name
    }.joined(separator: " ")
  }

  /// What a key means, or nil when it means nothing.
  package static func command(for key: KeyPress, inReplay: Bool = false) -> Command? {
    (inReplay ? replay : live)[key]
  }
}
