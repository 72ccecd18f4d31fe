/// Why bytes are not the state of a projection.
package enum StateError: Error, Equatable, CustomStringConvertible {
  /// Another version of the program wrote them.
  case unknownFormat(UInt8)
  /// From about this byte on they make no sense, or none for this scenario.
  case malformed(at: Int)
  /// The block of hours of this number is not to be had.
  case missingHours(Int)

  package var description: String {
    switch self {
    case .unknownFormat(let format): "a state of the unknown format \(format)"
    case .malformed(let position): "a state that makes no sense at byte \(position)"
    case .missingHours(let block): "a state without the hours of block \(block)"
    }
  }
}
