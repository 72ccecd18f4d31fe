import Moderation
import Queueing
import Yams

/// Reads scenarios from YAML, format 1.
///
/// It decodes from nodes, which carry line and column, so that every error can
/// point at its place. Unknown keys are errors.
package enum ScenarioFile {
  /// The version of the format that this program reads.
  package static let format = 1

  /// The scenario in a text; `file` names it in errors.
  package static func parse(_ text: String, file: String) throws(ScenarioError) -> Scenario {
    let root = FileNode(node: try compose(text, file: file), file: file, path: "")
    let map = try root.map([
      "format", "name", "title", "about", "sources", "calendar", "published", "roster",
      "arrivals", "kinds", "review", "appeals",
    ])
    let version = try map.required("format")
    guard try version.integer(in: 0...9_999) == format else {
      throw version.error("\(version.excerpt), this program reads format \(format)")
    }
    let reader = SectionReader(sources: try sources(in: map.required("sources")))
    let (clock, opensAt) = try reader.calendar(map.required("calendar"))
    let (signatories, shares) = try reader.roster(map.required("roster"))
    let (scope, target, review) = try reader.review(
      map.required("review"), signatories: signatories.count)
    let publishedFigures = try reader.published(map.required("published"), clock: clock)
    let arrivals = try reader.arrivals(map.required("arrivals"))
    let kinds = try reader.kinds(map.required("kinds"))
    var appeals: AppealParameters?
    if let node = map.optional("appeals") { appeals = try reader.appeals(node) }
    return Scenario(
      facts: ScenarioFacts(
        name: try map.required("name").text(),
        title: try map.required("title").text(),
        about: try map.required("about").text(),
        sources: reader.sources,
        clock: clock,
        opensAt: opensAt,
        publishedFigures: publishedFigures,
        signatories: signatories,
        queues: ReviewQueue.allCases.filter { $0 != .appeals || appeals != nil },
        hasSharedTeam: scope == .shared,
        reviewTarget: target),
      shares: shares,
      arrivals: arrivals,
      kinds: kinds,
      review: review,
      appeals: appeals,
      provenance: reader.provenance)
  }

  private static func compose(_ text: String, file: String) throws(ScenarioError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch let error as YamlError {
      throw ScenarioError(error, file: file)
    } catch {
      throw ScenarioError(file: file, line: nil, column: nil, problem: "\(error)")
    }
    throw ScenarioError(file: file, line: nil, column: nil, problem: "the file is empty")
  }

  private static func sources(in node: FileNode) throws(ScenarioError) -> [Source] {
    var sources: [Source] = []
    for (key, value) in try node.entries() {
      let map = try value.map(["title", "date"])
      sources.append(
        Source(
          key: key, title: try map.required("title").text(),
          date: try map.required("date").text()))
    }
    return sources
  }
}

extension ScenarioError {
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, problem: "YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: "key \"\(duplicates.joined(separator: "\", \""))\" stands twice")
    case .reader(let problem, _, _, _):
      self.init(file: file, line: nil, column: nil, problem: "YAML: \(problem)")
    default:
      let line = "\(error)".split(separator: "\n").first.map(String.init) ?? ""
      self.init(file: file, line: nil, column: nil, problem: "YAML: \(line)")
    }
  }
}
