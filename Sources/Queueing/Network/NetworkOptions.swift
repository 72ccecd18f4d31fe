/// What one run of a network draws and records.
package struct NetworkOptions: Equatable, Sendable {
  package var seed: UInt64 = 1
  package var replication: UInt32 = 0
  /// Durations at which tails are counted, in the unit of the network.
  package var thresholds: [Double] = []
  /// Instants at which the state is recorded, ascending, in the unit of the network.
  package var observationTimes: [Double] = []
  /// The number of customers, counted from the first, whose wait at the first station
  /// that they enter is recorded.
  package var recordedCustomers = 0
  /// Whether to find out how long those who gave up would have waited.
  ///
  /// For stations with patience, one class and the `priority` discipline.
  package var measuresVirtualWaits = false
  /// Whether waits are kept in histograms, for quantiles within 0.8 %.
  package var recordsHistograms = false
  /// A run fails when more customers than this are in the network at once.
  package var greatestPopulation = 1 << 22

  package init(seed: UInt64 = 1, replication: UInt32 = 0) {
    self.seed = seed
    self.replication = replication
  }
}
