/// Why a closed form cannot answer: a parameter that makes no sense, or a system without an answer.
///
/// `description` is one line that names the parameter, the value it had and what was expected.
package enum ModelError: Error, Equatable {
  /// A value outside the model's domain.
  case invalid(parameter: String, value: String, expected: String)
  /// Work arrives at least as fast as it can be done and nobody leaves: there is no steady state.
  case unstable(parameter: String, utilization: Double)
  /// The question needs a parameter that was not given.
  case missing(parameter: String, model: String)
  case unknownParameter(String, model: String, known: [String])
  case unknownModel(String, known: [String])
  case unknownMetric(String, model: String, known: [String])
}

extension ModelError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalid(let parameter, let value, let expected):
      "\(parameter): got \(value), expected \(expected)"
    case .unstable(let parameter, let utilization):
      "\(parameter): the system is unstable at utilization \(utilization), expected less than 1"
    case .missing(let parameter, let model):
      "\(parameter): missing, \(model) needs it"
    case .unknownParameter(let name, let model, let known):
      "\(name): not a parameter of \(model), which has \(known.joined(separator: ", "))"
    case .unknownModel(let name, let known):
      "\(name): not a model, the models are \(known.joined(separator: ", "))"
    case .unknownMetric(let name, let model, let known):
      "\(name): not a metric of \(model), which has \(known.joined(separator: ", "))"
    }
  }
}

extension ModelError {
  /// Whether the system has no steady state, as opposed to a parameter that makes no sense.
  package var isUnstable: Bool {
    if case .unstable = self { true } else { false }
  }
}
