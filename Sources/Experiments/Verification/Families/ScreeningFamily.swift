import Queueing

/// The arithmetic of a screen, checked by drawing items and flagging them.
enum ScreeningFamily {
  /// Items drawn for each unit.
  private static let itemsPerUnit = 1_000.0

  static let bernoulli = ModelFamily { rows in
    let parameters = rows[0].parameters
    let prevalence = try parameters.number("prevalence")
    let (hits, alarms) = (try parameters.number("tpr"), try parameters.number("fpr"))
    return Experiment(
      questions: rows.map { Question(.share, $0.value) }, eventsPerUnit: itemsPerUnit / 10,
      warmUpUnits: 0, leastUnits: 10
    ) { run in
      var stream = RandomStream(
        seed: run.seed, name: "verify.screening", replication: run.replication)
      let items = Int(min(run.units * itemsPerUnit, 1e9))
      var (rightly, wrongly, missed) = (0, 0, 0)
      for _ in 0..<items {
        let isViolating = stream.uniform() < prevalence
        let isFlagged = stream.uniform() < (isViolating ? hits : alarms)
        if isViolating && isFlagged { rightly += 1 }
        if isViolating && !isFlagged { missed += 1 }
        if !isViolating && isFlagged { wrongly += 1 }
      }
      return rows.map { row in
        switch row.metric {
        case "flag_rate": Reading(rightly + wrongly, per: items)
        case "precision": Reading(rightly, per: rightly + wrongly)
        default: Reading(missed, per: items)
        }
      }
    }
  }
}
