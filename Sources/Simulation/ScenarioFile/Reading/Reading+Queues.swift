import Moderation
import Queueing

/// The queues as the file gives them, before it is known which team works on which.
struct QueuesSection {
  struct Queue {
    let key: String
    let name: String
    let rule: RoutingRule
    let discipline: QueueDiscipline
    let target: Graded<Microseconds>
    /// For errors about it.
    let node: FileNode
  }

  private(set) var queues: [Queue] = []

  var keys: [String] { queues.map(\.key) }

  init(_ node: FileNode, policies: [String]) throws(ScenarioError) {
    for (key, value) in try node.entries() {
      let map = try value.map()
      var discipline = QueueDiscipline.oldest
      if let node = map.optional("discipline") {
        let names = QueueDiscipline.allCases.map(\.name)
        discipline = QueueDiscipline.allCases[try node.index(in: names)]
      }
      queues.append(
        Queue(
          key: key, name: try map.text("title"),
          rule: try RoutingRule(map.required("takes").map(), policies: policies),
          discipline: discipline,
          target: try map.number("target_hours").map {
            Microseconds(($0 * Double(TimeUnit.hour)).rounded())
          },
          node: value))
    }
  }

  /// The queues with the team that works on each.
  func facts(workedOnBy teams: [Int]) -> [QueueFacts] {
    zip(queues, teams).map { queue, team in
      QueueFacts(
        key: queue.key, name: queue.name, rule: queue.rule, discipline: queue.discipline,
        target: queue.target, team: team)
    }
  }
}

extension RoutingRule {
  fileprivate init(_ map: FileMap, policies: [String]) throws(ScenarioError) {
    self.init(
      policies: try map.indices("policies", in: policies) ?? Array(policies.indices),
      kinds: try map.indices("kinds", in: SubjectKind.allCases.map(\.name))?
        .map { SubjectKind.allCases[$0] } ?? SubjectKind.allCases,
      sources: try map.indices("sources", in: ReviewSource.allCases.map(\.name))?
        .map { ReviewSource.allCases[$0] } ?? [])
  }
}

extension FileMap {
  /// The indices of a list's words among some names; nil when the list is not there.
  func indices(_ name: String, in names: [String]) throws(ScenarioError) -> [Int]? {
    guard let node = optional(name) else { return nil }
    var indices: [Int] = []
    let elements = try node.list()
    for element in elements {
      let index = try element.index(in: names)
      if let first = indices.firstIndex(of: index) {
        let place = elements[first].tree.place
        throw element.error("\(element.excerpt) stands twice, first \(place.whereabouts)")
      }
      indices.append(index)
    }
    return indices
  }
}
