import Queueing
import Testing

/// Bad parameters, and the line each of them earns, word for word.
@Suite struct TheoryErrorTests {
  private func message(
    _ model: String, _ json: String, metric: String? = nil
  ) throws -> String {
    let parameters = try TheoryParameters(json: json)
    do {
      if let metric {
        return "no error: \(try Theory.value(of: metric, model, parameters))"
      }
      return "no error: \(try Theory.evaluate(model, parameters))"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    (
      "mmc", #"{"c": 2, "lambda": -1, "mu": 1}"#,
      "lambda: got -1.0, expected a positive number"
    ),
    (
      "mmc", #"{"c": 2, "lambda": 1, "mu": 0}"#,
      "mu: got 0.0, expected a positive number"
    ),
    (
      "mmc", #"{"c": 0, "lambda": 1, "mu": 1}"#,
      "c: got 0, expected a whole number from 1 to 1000000"
    ),
    ("mmc", #"{"c": 2.5, "lambda": 1, "mu": 1}"#, "c: got 2.5, expected a whole number"),
    ("mmc", #"{"c": "two", "lambda": 1, "mu": 1}"#, #"c: got "two", expected a whole number"#),
    (
      "mmc", #"{"c": 2, "lambda": 2, "mu": 1}"#,
      "lambda: the system is unstable at utilization 1.0, expected less than 1"
    ),
    (
      "mmc", #"{"c": 2, "lambda": 1, "mu": 1, "t": -3}"#,
      "t: got -3.0, expected a number of at least 0"
    ),
    (
      "mmc", #"{"c": 2, "lambda": 1, "mu": 1, "q": 1}"#,
      "q: got 1.0, expected a share from 0 to below 1"
    ),
    ("mmc", #"{"c": 2, "lambda": 1}"#, "mu: missing, mmc needs it"),
    (
      "mmc", #"{"c": 2, "lambda": 1, "mu": 1, "rate": 3}"#,
      "rate: not a parameter of mmc, which has c, lambda, mu, t, q"
    ),
    (
      "mmck", #"{"c": 3, "K": 2, "lambda": 1, "mu": 1}"#,
      "K: got 2, expected a whole number from 3 to 1000000"
    ),
    (
      "mmc_m", #"{"c": 1, "lambda": 2, "mu": 1, "theta": 0}"#,
      "theta: got 0.0, expected a positive number"
    ),
    (
      "mmc_m", #"{"c": 1, "lambda": 2, "mu": 1, "theta": 1e-9}"#,
      "theta: got 1e-09, expected a patience that keeps the queue below 20000000"
    ),
    (
      "erlang_b_inverse", #"{"c": 5, "target_blocking": 1}"#,
      "target_blocking: got 1.0, expected a number above 0 and below 1"
    ),
    (
      "mg1", #"{"lambda": 0.5, "service": "hyperexp", "p": [0.5, 0.4], "rates": [1, 2]}"#,
      "p: got probabilities that add up to 0.9, expected 1"
    ),
    (
      "mg1", #"{"lambda": 0.5, "service": "hyperexp", "p": [1], "rates": [1, 2]}"#,
      "p: got 1 entries, expected 2 as in rates"
    ),
    (
      "mg1", #"{"lambda": 0.5, "service": "uniform", "lo": 2, "hi": 1}"#,
      "hi: got 1.0, expected a number above lo, 2.0"
    ),
    (
      "mg1", #"{"lambda": 0.5, "service": "pareto"}"#,
      "service: got \"pareto\", expected deterministic, exponential, erlang, uniform, lognormal, "
        + "gamma or hyperexp"
    ),
    (
      "mg1", #"{"lambda": 2, "service": "deterministic", "d": 0.75}"#,
      "lambda: the system is unstable at utilization 1.5, expected less than 1"
    ),
    (
      "gim1",
      #"{"arrivals": "hyperexp", "lambda": 3, "mu": 9, "p": [0.5, 0.5], "rates": [1, 1]}"#,
      "lambda: got 3.0, expected 1.0, the rate that p and rates make"
    ),
    (
      "priority_np_mmc", #"{"c": 1, "lambdas": [0.5, -0.1], "mu": 1}"#,
      "lambdas[1]: got -0.1, expected a number of at least 0"
    ),
    (
      "priority_np_mmc", #"{"c": 1, "lambdas": [0.5, 0.1], "mu": 1, "cls": 2}"#,
      "cls: got 2, expected a class from 0 to 1"
    ),
    (
      "priority_np_mg1", #"{"classes": [[0.3, 1.0, "weibull"]], "cls": 0}"#,
      "classes[0][2]: got \"weibull\", expected det, exp or erlang with its number of stages"
    ),
    (
      "priority_pr_mm1", #"{"lambdas": [0.5, 0.5], "mus": [1, 1], "cls": 0}"#,
      "lambdas: the system is unstable at utilization 1.0, expected less than 1"
    ),
    (
      "jackson", #"{"ext": [1, 0], "c": [1, 1], "mu": [3, 3], "routing": [[0, 0.7], [0.6, 0.5]]}"#,
      "routing[1]: got probabilities that add up to 1.1, expected at most 1"
    ),
    (
      "jackson", #"{"ext": [1, 0], "c": [1, 1], "mu": [3, 3], "routing": [[0, 1], [1, 0]]}"#,
      "routing: got stations that nobody leaves, expected a way out from every station"
    ),
    (
      "jackson", #"{"ext": [1, 0], "c": [1, 1], "mu": [3, 0.5], "routing": [[0, 1], [0, 0]]}"#,
      "station 1: the system is unstable at utilization 2.0, expected less than 1"
    ),
    (
      "mt_m_inf", #"{"lambda_bar": 2, "amplitude": 3, "gamma": 1, "mu": 1, "t": 0}"#,
      "amplitude: got 3.0, expected a size of at most lambda_bar, 2.0"
    ),
    (
      "mt_mmc", #"{"c": 2, "mu": 1, "blocks": [[1, 2]], "t": 3}"#,
      "t: got 3.0, expected at most the blocks' total, 2.0"
    ),
    (
      "mt_mmc", #"{"c": 2, "mu": 1, "blocks": [[1, 2, 3]], "t": 3}"#,
      "blocks[0]: got [1.0, 2.0, 3.0], expected [rate, duration]"
    ),
    (
      "mt_mmc", #"{"c": 1, "mu": 1, "blocks": [[20, 100000]], "t": 100000}"#,
      "t: got 100000.0, expected a time that takes at most 10000000000 state updates"
    ),
    (
      "mg1", #"{"lambda": 0.9, "service": "lognormal", "mean": 1, "scv": 0.25, "t": 200}"#,
      "t: got 200.0, expected a time at which more than 1e-12 of the lognormal's customers wait"
    ),
    (
      "mm1_transient", #"{"lambda": 1, "mu": 1, "n": 3, "start": "full"}"#,
      #"start: got "full", expected "empty""#
    ),
    (
      "screening", #"{"prevalence": 1.2, "tpr": 1, "fpr": 0}"#,
      "prevalence: got 1.2, expected a probability between 0 and 1"
    ),
    (
      "ggc_allen_cunneen_approx", #"{"c": 1, "rho": 1.5, "ca2": 1, "cs2": 1, "mu": 1}"#,
      "rho: the system is unstable at utilization 1.5, expected less than 1"
    ),
  ])
  func badParametersAreNamed(_ model: String, _ json: String, _ expected: String) throws {
    #expect(try message(model, json) == expected)
  }

  @Test func notANumberIsRefused() {
    #expect(
      throws: ModelError.invalid(
        parameter: "lambda", value: "nan", expected: "a positive number")
    ) {
      try MMCQueue(servers: 1, arrivalRate: .nan, serviceRate: 1)
    }
    #expect(
      throws: ModelError.invalid(
        parameter: "t", value: "inf", expected: "a number of at least 0")
    ) {
      try MMCQueue(servers: 1, arrivalRate: 0.5, serviceRate: 1).waitingTail(.infinity)
    }
  }

  @Test func unknownNamesListTheKnownOnes() throws {
    #expect(
      try message("mmc", #"{"c": 1, "lambda": 0.5, "mu": 1}"#, metric: "wait")
        == "wait: not a metric of mmc, which has p_wait, wq, w, lq, l, utilization, "
        + "wq_given_wait, wait_variance, p_wait_gt_t, service_level, p_sojourn_gt_t, wait_quantile")
    let unknown = try message("mmx", "{}")
    #expect(unknown.hasPrefix("mmx: not a model, the models are erlang_b, erlang_b_inverse, mmc,"))
  }

  @Test func aMetricSaysWhichParameterItNeeds() throws {
    #expect(
      try message("mmc", #"{"c": 1, "lambda": 0.5, "mu": 1}"#, metric: "service_level")
        == "t: missing, service_level of mmc needs it")
  }

  @Test func instabilityIsAKindOfItsOwn() {
    do {
      _ = try MMCQueue(servers: 3, arrivalRate: 4, serviceRate: 1)
      Issue.record("an overloaded queue has no steady state")
    } catch {
      #expect(error.isUnstable)
    }
  }

  @Test func screensThatFlagNothingHaveNoPrecision() throws {
    let screen = #"{"prevalence": 0.1, "tpr": 0, "fpr": 0}"#
    #expect(
      try message("screening", screen, metric: "precision")
        == "tpr: got 0.0, expected rates at which something is flagged")
    #expect(try message("screening", screen, metric: "flag_rate") == "no error: 0.0")
  }
}
