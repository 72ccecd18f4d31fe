import Moderation
import Queueing

extension ArrivalPattern {
  init(_ node: FileNode) throws(ScenarioError) {
    let map = try node.map()
    self.init(
      hourFactors: try map.required("hour_factors").factors(),
      weekdayFactors: try map.required("weekday_factors").factors(),
      dayNoiseLogSD: try map.number("day_noise_log_sd"))
  }
}

extension FileNode {
  /// A graded list of factors with mean 1.
  fileprivate func factors() throws(ScenarioError) -> Graded<[Double]> {
    let map = try map()
    let values = try map.required("value")
    var factors: [Double] = []
    for element in try values.list() { factors.append(try element.number()) }
    let mean = factors.reduce(0, +) / Double(factors.count)
    guard abs(mean - 1) <= 1e-6 else {
      let shown = ((mean * 1e6).rounded() / 1e6).written
      throw values.error("the factors have mean \(shown), expected 1")
    }
    return try ledger.grade(factors, in: map)
  }
}

/// What is uploaded, by kind.
struct UploadsSection {
  private(set) var uploads: [UploadParameters] = []
  private(set) var views: [ViewFacts] = []

  init(_ node: FileNode) throws(ScenarioError) {
    let map = try node.map()
    for kind in SubjectKind.allCases {
      let kindMap = try map.required(kind.name).map()
      let viewMap = try kindMap.required("views").map()
      uploads.append(
        UploadParameters(
          kind: kind, perDay: try kindMap.number("per_day"),
          viewsLogSD: try viewMap.number("log_sd"),
          handlingSeconds: try kindMap.required("handling_seconds").distribution()))
      views.append(
        ViewFacts(
          mean: try viewMap.number("mean"),
          halfLife: try viewMap.number("half_life_minutes").map {
            Microseconds(($0 * Double(TimeUnit.minute)).rounded())
          }))
    }
  }
}

extension FileNode {
  /// A law of times in seconds.
  fileprivate func distribution() throws(ScenarioError) -> Graded<Distribution> {
    let map = try map()
    let law = try map.optional("law")?.text() ?? "lognormal"
    let mean = try map.required("mean").number()
    do {
      switch law {
      case "exponential": return try ledger.grade(.exponential(mean: mean), in: map)
      case "deterministic": return try ledger.grade(.deterministic(mean), in: map)
      default:
        let scv = try map.required("scv").number()
        return try ledger.grade(.lognormal(mean: mean, scv: scv), in: map)
      }
    } catch let error as ScenarioError {
      throw error
    } catch {
      throw self.error("\(error)")
    }
  }
}
