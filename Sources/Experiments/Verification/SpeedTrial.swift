import Dispatch
import Foundation
import Synchronization

/// Finds out how many events this machine handles in a time.
struct SpeedTrial: Sendable {
  /// The most a trial of one group takes, in events, and how much it takes of a short time.
  ///
  /// Short trials cost more an event than what follows, so they are as long as they may.
  private static let mostEvents = 100_000.0
  private static let eventsPerSecond = 2_000.0
  /// The share of the time that is planned with; the rest is for what was measured wrongly.
  private static let cautious = 0.85

  private let experiments: [Experiment?]
  private let seeds: [UInt64]

  init(_ groups: [VerificationGroup], seed: UInt64) {
    experiments = groups.map { try? $0.experiment.get() }
    seeds = groups.map { $0.seed(seed) }
  }

  /// The number of events whose simulation takes so many seconds, with two digits.
  ///
  /// Two digits are enough and can be typed to have the same simulations again.
  func events(in seconds: Double, isOver: @Sendable @escaping () -> Bool) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let trial = min(Self.mostEvents, 1_000 + Self.eventsPerSecond * seconds)
    // On all cores at once, since they may slow each other down.
    let board = Mutex([Double](repeating: 0, count: experiments.count))
    DispatchQueue.concurrentPerform(iterations: experiments.count) { index in
      let cost = cost(of: index, trial: trial, isOver: isOver)
      board.withLock { $0[index] = cost }
    }
    let costs = board.withLock { $0 }
    let cores = Double(ProcessInfo.processInfo.activeProcessorCount)
    let left = Self.cautious * max(0, seconds - (clock.now - start).seconds)
    func time(_ events: Double) -> Double {
      zip(VerificationPlan(experiments, events: events).shares, costs)
        .reduce(0) { $0 + ($1.0?.events ?? 0) * $1.1 } / cores
    }
    var (low, high) = (0.0, 1e13)
    for _ in 0..<80 {
      let middle = low < 1e3 ? high / 10 : (low * high).squareRoot()
      if time(middle) <= left { low = middle } else { high = middle }
      if high < 1e3 { break }
    }
    guard low >= 1e3 else { return 0 }
    var scale = 1.0
    while low / scale >= 100 { scale *= 10 }
    return (low / scale).rounded(.down) * scale
  }

  /// Seconds an event of one experiment.
  private func cost(
    of index: Int, trial: Double, isOver: @Sendable @escaping () -> Bool
  ) -> Double {
    guard let experiment = experiments[index], !isOver() else { return 0 }
    // Independent runs cannot be divided; a relaxation time can, and may be very long.
    let share = trial / experiment.eventsPerUnit
    let units = experiment.warmUpUnits == 0 ? max(1, share.rounded()) : share
    let run = Experiment.Run(
      seed: seeds[index], replication: .max >> 12, units: units, warmUp: 0,
      isOver: isOver)
    let clock = ContinuousClock()
    let start = clock.now
    guard (try? experiment.replicate(run)) != nil else { return 0 }
    return (clock.now - start).seconds / (run.units * experiment.eventsPerUnit)
  }
}
