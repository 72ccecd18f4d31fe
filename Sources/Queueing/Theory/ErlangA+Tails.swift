extension ErlangA {
  /// What happens to customers by a given time after their arrival, as shares of all arrivals.
  package struct Tails: Sendable {
    /// Still waiting: neither served nor gone.
    package let waiting: Double
    /// Taken into service by then.
    package let served: Double
    /// Would still wait if they had unlimited patience.
    package let virtualWaiting: Double
  }

  /// The state of a customer `time` after his arrival.
  ///
  /// With j ahead, the wait offered to a patient customer is a sum of exponential stages with rates
  /// cμ + iθ, i ≤ j: it exceeds t when a negative binomial count with parameters cμ/θ and e^{−θt}
  /// is at most j. Served customers see the same law with cμ/θ + 1. Only positive terms are added.
  /// Mandelbaum and Zeltyn (2007), doi:10.1007/978-3-540-29860-1_2. Time: as for the steady state.
  package func tails(_ time: Double) throws(ModelError) -> Tails {
    let time = try Check.notNegative(time, "t")
    let sums = tailSums(time)
    let virtual = waitingProbability * sums.offered
    return Tails(
      waiting: virtual * RealMath.exp(-abandonmentRate * time),
      served: immediateShare + waitingProbability * sums.served,
      virtualWaiting: virtual)
  }

  /// Given that a customer finds all servers busy: the offered wait exceeds t; he is served by t.
  private func tailSums(_ time: Double) -> (offered: Double, served: Double) {
    let capacity = Double(servers) * serviceRate
    let shape = capacity / abandonmentRate
    let share = -RealMath.expMinusOne(-abandonmentRate * time)
    var weight = WideDouble(1)
    var all = WideDouble.zero
    var stages = WideDouble(exponentOf: -capacity * time)
    var stagesSoFar = WideDouble.zero
    var offered = WideDouble.zero
    var servedStages = WideDouble(exponentOf: -(capacity + abandonmentRate) * time)
    var servedStagesSoFar = WideDouble.zero
    var servedBefore = WideDouble.zero
    var served = WideDouble.zero
    var index = 0.0
    while true {
      let rate = capacity + (index + 1) * abandonmentRate
      all += weight
      stagesSoFar += stages
      offered += weight * stagesSoFar
      served += servedStages * servedBefore
      servedStagesSoFar += servedStages
      servedBefore += weight * (capacity / rate)
      let ratio = arrivalRate / rate
      let rest = ratio < 1 ? weight * (1 / (1 - ratio)) : weight
      stages *= share * (shape + index) / (index + 1)
      servedStages *= share * (shape + 1 + index) / (index + 1)
      index += 1
      // Past the mode, and what is left is nothing: against the sum, or against any Double.
      if ratio < 1, rest / offered < 1e-20 || rest / all < 1e-305 { break }
      weight *= ratio
    }
    // Every queue that matters is in `servedBefore`; the rest of the count's law multiplies it.
    let done = servedStagesSoFar.value
    if done < 0.5 {
      served += servedBefore * (1 - done)
    } else {
      while true {
        let ratio = share * (shape + 1 + index) / (index + 1)
        let rest = ratio < 1 ? servedStages * (1 / (1 - ratio)) : servedStages
        if ratio < 1, (rest * servedBefore) / served < 1e-20 || rest.value == 0 { break }
        served += servedStages * servedBefore
        servedStages *= ratio
        index += 1
      }
    }
    return (min(1, offered / all), min(1, served / all))
  }
}
