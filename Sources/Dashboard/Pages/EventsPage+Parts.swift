import Moderation

/// The rows of the events page that the cursor can stand on.
extension EventsPage {
  /// The parts of the page, in the order in which the cursor goes over their rows.
  enum Part: CaseIterable {
    case shocks, markers, changes, levers, milestones, interventions

    /// How many rows the cursor can stand on.
    func count(_ snapshot: Snapshot) -> Int {
      switch self {
      case .shocks: snapshot.facts.shocks.count
      case .levers: Lever.all(snapshot).count
      case .changes: snapshot.facts.changes.lines.count
      case .markers: min(mostMarkers, snapshot.replay?.markers.count ?? 0)
      case .milestones: snapshot.facts.milestones.count
      case .interventions: snapshot.interventions.elements.count
      }
    }
  }

  /// Of more markers than a user would set, only so many have rows.
  static let mostMarkers = 1_000

  /// How many rows there are to choose from.
  static func choices(_ snapshot: Snapshot) -> Int {
    Part.allCases.reduce(0) { $0 + $1.count(snapshot) }
  }

  /// The number of the first row of a part.
  static func first(_ part: Part, _ snapshot: Snapshot) -> Int {
    Part.allCases.prefix { $0 != part }.reduce(0) { $0 + $1.count(snapshot) }
  }

  /// Which row of a part the row of a number is; nil when it is one of another part.
  static func place(of row: Int, in part: Part, _ snapshot: Snapshot) -> Int? {
    let place = row - first(part, snapshot)
    return (0..<part.count(snapshot)).contains(place) ? place : nil
  }
}
