/// Why bytes are not a chunk of events.
package enum ChunkError: Error, Equatable, CustomStringConvertible {
  case unknownFormat(UInt8)
  case malformedHeader
  /// The number of the event that makes no sense.
  case malformedEvent(Int)

  package var description: String {
    switch self {
    case .unknownFormat(let format): "a chunk of the unknown format \(format)"
    case .malformedHeader: "a chunk with a malformed header"
    case .malformedEvent(let number): "event \(number) is malformed"
    }
  }
}
