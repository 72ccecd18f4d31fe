/// A source of a network while it is simulated.
struct SourceState: ~Copyable {
  let plan: QueueNetwork.SourcePlan
  var stream: RandomStream
  var batches: RandomStream
  var process: PoissonProcess?

  init(_ plan: QueueNetwork.SourcePlan, index: Int, options: NetworkOptions) {
    self.plan = plan
    stream = RandomStream(
      seed: options.seed, name: "network.source.\(index)", replication: options.replication)
    batches = RandomStream(
      seed: options.seed, name: "network.batch.\(index)", replication: options.replication)
    if case .poisson(let rate) = plan.kind { process = PoissonProcess(rate: rate) }
  }

  mutating func nextPoissonArrival() -> Double? { process?.next(&stream) }

  mutating func drawBatch() -> Int {
    guard let batch = plan.batch else { return 1 }
    return max(1, Int(min(batch.sample(&batches), 1e9).rounded()))
  }
}
