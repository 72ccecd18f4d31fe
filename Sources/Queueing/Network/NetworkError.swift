/// Why a network cannot be simulated.
package enum NetworkError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A parameter has a value that it cannot have.
  case invalid(parameter: String, value: Double, requirement: String)
  /// Work arrives at a station at least as fast as it can be done, and none is lost.
  case unstable(station: String, load: Double)
  /// An instant is beyond the end of the clock.
  case clockOverflow(ClockOverflow)
  /// More customers than the limit are in the network at once.
  case crowded(limit: Int)

  package var description: String {
    switch self {
    case .invalid(let parameter, let value, let requirement):
      "\(parameter) is \(value), must be \(requirement)"
    case .unstable(let station, let load):
      "\(station): load is \(load), must be below 1 where nobody leaves unserved"
    case .clockOverflow(let overflow): overflow.description
    case .crowded(let limit): "more than \(limit) customers are in the network at once"
    }
  }
}
