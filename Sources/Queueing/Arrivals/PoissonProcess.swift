#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The arrivals of a Poisson process whose rate varies with time, exactly.
///
/// Blocks by inversion: a unit exponential is used up by the integral of the rate. A
/// sinusoid by thinning: candidates at the greatest rate are kept with the probability
/// of the rate at their instant. Neither divides time into steps.
///
/// Sources: E. Çinlar, "Introduction to Stochastic Processes" (1975), chapter 4; thinning:
/// P. A. W. Lewis, G. S. Shedler, doi:10.1002/nav.3800260304.
package struct PoissonProcess: Sendable {
  package let rate: ArrivalRate
  /// The instant of the last arrival, in the unit of the rate.
  package private(set) var time = 0.0
  private var block = 0
  /// The end of the block in force.
  private var blockEnd: Double

  /// Begins at instant 0 with a rate that is valid (see ``ArrivalRate/validate(_:)``).
  package init(rate: ArrivalRate) {
    self.rate = rate
    if case .blocks(let blocks, _) = rate { blockEnd = blocks[0].duration } else { blockEnd = 0 }
  }

  /// The instant of the next arrival, or nil when there is none any more.
  ///
  /// Complexity: O(1), plus the number of blocks passed.
  package mutating func next(_ stream: inout RandomStream) -> Double? {
    switch rate {
    case .constant(let rate):
      time += stream.exponential() / rate
      return time
    case .sinusoid(let mean, let amplitude, let frequency):
      let greatest = mean + abs(amplitude)
      while true {
        time += stream.exponential() / greatest
        let now = mean + amplitude * sin(frequency * time)
        if stream.uniform() * greatest < now { return time }
      }
    case .blocks(let blocks, let repeats):
      var work = stream.exponential()
      while true {
        let rate = blocks[block].rate
        let possible = rate * (blockEnd - time)
        if work < possible {
          time += work / rate
          return time
        }
        work -= possible
        time = blockEnd
        block += 1
        if block == blocks.count {
          if !repeats {
            block -= 1
            return nil
          }
          block = 0
        }
        blockEnd = time + blocks[block].duration
      }
    }
  }
}
