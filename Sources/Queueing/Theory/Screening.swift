/// A test applied to everything that arrives: what it flags, and what it misses.
///
/// Bayes' rule for a binary classifier. All values are shares.
package struct Screening: Sendable {
  package let prevalence: Double
  package let truePositiveRate: Double
  package let falsePositiveRate: Double

  package init(
    prevalence: Double, truePositiveRate: Double, falsePositiveRate: Double
  ) throws(ModelError) {
    self.prevalence = try Check.probability(prevalence, "prevalence")
    self.truePositiveRate = try Check.probability(truePositiveRate, "tpr")
    self.falsePositiveRate = try Check.probability(falsePositiveRate, "fpr")
  }

  /// The share of all items that is flagged.
  package var flagRate: Double {
    prevalence * truePositiveRate + (1 - prevalence) * falsePositiveRate
  }

  /// The share of flagged items that is rightly flagged; throws when nothing is flagged.
  package func precision() throws(ModelError) -> Double {
    guard flagRate > 0 else {
      throw .invalid(
        parameter: "tpr", value: "\(truePositiveRate)",
        expected: "rates at which something is flagged")
    }
    return prevalence * truePositiveRate / flagRate
  }

  /// The share of all items that should be flagged and is not.
  package var missedShare: Double { prevalence * (1 - truePositiveRate) }
}
