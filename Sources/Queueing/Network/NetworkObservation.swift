/// The state of a network at an instant that was asked for.
package struct NetworkObservation: Sendable {
  package struct Station: Equatable, Sendable {
    package let waiting: Int
    package let busy: Int
    package let servers: Int
    /// The integral of the queue length since the statistics began.
    package let queueArea: Double
  }

  package let time: Double
  package let stations: [Station]
}
