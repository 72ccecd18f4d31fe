/// The catalogue of closed-form models: look one up by name, give it parameters, ask for metrics.
///
/// Names of models, parameters and metrics are those of the truth table in Assets.
package enum Theory {
  /// Every model, in the order of the truth table's key.
  package static let models: [TheoryModel] =
    TheoryModel.lossAndDelay + TheoryModel.singleServer + TheoryModel.priorities
    + TheoryModel.networks + TheoryModel.transients + TheoryModel.approximations

  /// The model with a name; throws `ModelError.unknownModel`.
  package static func model(_ name: String) throws(ModelError) -> TheoryModel {
    guard let model = models.first(where: { $0.name == name }) else {
      throw .unknownModel(name, known: models.map(\.name))
    }
    return model
  }

  /// Every metric that the parameters determine, in order.
  package static func evaluate(
    _ model: String, _ parameters: TheoryParameters
  ) throws(ModelError) -> [(metric: String, value: Double)] {
    try Theory.model(model).evaluate(parameters)
  }

  /// One metric; computes no other.
  package static func value(
    of metric: String, _ model: String, _ parameters: TheoryParameters
  ) throws(ModelError) -> Double {
    try Theory.model(model).value(of: metric, parameters)
  }
}

/// A closed-form model as the catalogue has it.
package struct TheoryModel: Sendable {
  /// A metric's name, and the parameter without which it has no value.
  package struct Metric: Sendable {
    package let name: String
    package let requires: String?
  }

  package let name: String
  package let summary: String
  package let parameters: [String]
  package let metrics: [Metric]
  private let prepare: @Sendable (ParameterReader) throws(ModelError) -> Metrics

  /// Comments that any row may carry.
  private static let comments = ["note", "name"]

  typealias Compute = () throws(ModelError) -> Double

  /// What a model can compute, by name, from parameters that were checked.
  struct Metrics {
    private var computes: [String: Compute] = [:]

    subscript(name: String) -> Compute? {
      get { computes[name] }
      set { computes[name] = newValue }
    }
  }

  /// `metrics` are names, with "name:parameter" for one that needs an optional parameter.
  init(
    _ name: String, _ summary: String, parameters: [String], metrics: [String],
    prepare: @escaping @Sendable (ParameterReader) throws(ModelError) -> Metrics
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.metrics = metrics.map { entry in
      let parts = entry.split(separator: ":").map { String($0) }
      return Metric(name: parts[0], requires: parts.count > 1 ? parts[1] : nil)
    }
    self.prepare = prepare
  }

  private func metrics(for parameters: TheoryParameters) throws(ModelError) -> Metrics {
    let known = Set(self.parameters + Self.comments)
    for key in parameters.values.keys.sorted() where !known.contains(key) {
      throw .unknownParameter(key, model: name, known: self.parameters)
    }
    return try prepare(ParameterReader(model: name, parameters: parameters))
  }

  /// Every metric that the parameters determine, in order.
  package func evaluate(
    _ parameters: TheoryParameters
  ) throws(ModelError) -> [(metric: String, value: Double)] {
    let prepared = try metrics(for: parameters)
    var result: [(metric: String, value: Double)] = []
    for metric in metrics {
      guard let compute = prepared[metric.name] else { continue }
      result.append((metric.name, try compute()))
    }
    return result
  }

  /// One metric; computes no other.
  package func value(
    of metric: String, _ parameters: TheoryParameters
  ) throws(ModelError) -> Double {
    guard let entry = metrics.first(where: { $0.name == metric }) else {
      throw .unknownMetric(metric, model: name, known: metrics.map(\.name))
    }
    guard let compute = try metrics(for: parameters)[metric] else {
      throw .missing(parameter: entry.requires ?? metric, model: "\(metric) of \(name)")
    }
    return try compute()
  }
}

/// A value computed at most once, when it is first asked for.
final class Lazy<Value> {
  private let compute: () throws(ModelError) -> Value
  private var known: Value?

  init(_ compute: @escaping () throws(ModelError) -> Value) {
    self.compute = compute
  }

  func get() throws(ModelError) -> Value {
    if let known { return known }
    let value = try compute()
    known = value
    return value
  }
}
