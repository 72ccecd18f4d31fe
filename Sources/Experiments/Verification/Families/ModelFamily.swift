import Queueing

/// How the rows of one model are simulated.
struct ModelFamily: Sendable {
  /// Parameters that ask a question and do not change the system: rows that differ in them
  /// are answered by one simulation.
  let asking: Set<String>
  /// Whether the tabulated value is a parameter of the system.
  let usesValue: Bool
  /// The experiment for rows with one system.
  let experiment: @Sendable ([TruthRow]) throws -> Experiment

  init(
    asking: Set<String> = [], usesValue: Bool = false,
    _ experiment: @escaping @Sendable ([TruthRow]) throws -> Experiment
  ) {
    self.asking = asking
    self.usesValue = usesValue
    self.experiment = experiment
  }

  /// The family of a model; nil for an approximation, which no simulation need agree with.
  static func family(of model: String) -> ModelFamily? {
    switch model {
    case "erlang_b": LossFamily.given
    case "erlang_b_inverse": LossFamily.inverse
    case "mmc": DelayFamily.mmc
    case "erlang_c_staffing": DelayFamily.staffing
    case "mmck": LimitedFamily.mmck
    case "mmc_m": AbandonmentFamily.erlangA
    case "mg1": GeneralServiceFamily.mg1
    case "mdc": GeneralServiceFamily.mdc
    case "gim1": RenewalFamily.gim1
    case "batch_mm1": BatchFamily.mm1
    case "priority_np_mmc": PriorityFamily.mmc
    case "priority_np_mg1": PriorityFamily.mg1
    case "priority_pr_mm1": PriorityFamily.preemptive
    case "jackson": JacksonFamily.open
    case "finite_source": FiniteSourceFamily.repair
    case "mt_m_inf": PeriodicFamily.infinite
    case "mm1_transient": TransientFamily.mm1
    case "mt_mmc": TransientFamily.mtMMC
    case "screening": ScreeningFamily.bernoulli
    default: nil
    }
  }
}

extension SteadySystem {
  /// A station without company, fed by one Poisson stream.
  static func poissonStation(
    rate: Double, servers: Int, service: Distribution,
    _ change: (inout QueueNetwork.StationPlan) -> Void = { _ in }
  ) throws -> QueueNetwork {
    var plan = QueueNetwork.StationPlan("station", servers: servers, service: service)
    change(&plan)
    return try QueueNetwork(
      stations: [plan], sources: [QueueNetwork.SourcePlan(.poisson(.constant(rate)))])
  }
}

/// Readings that most families share, of the only station of a network.
extension NetworkStatistics {
  var visits: VisitStatistics { stations[0].total }

  /// An average over time as a sum over the span.
  func overTime(_ average: Double) -> Reading { Reading(average * duration, per: duration) }

  /// The share of customers who are delayed, of those let in.
  var delayedShare: Reading { Reading(visits.delayed, per: visits.offered - visits.balked) }

  func utilization(servers: Int) -> Reading {
    overTime(stations[0].busyServers / Double(servers))
  }
}
