/// The mean of a correlated series with an interval, from the means of long batches.
///
/// Source: A. M. Law, "Simulation Modeling and Analysis" (2015), section 9.5.3;
/// correlation: J. von Neumann, doi:10.1214/aoms/1177731677.
package struct BatchMeans: Sendable {
  /// The means of the batches, in their order.
  package let means: [Double]

  /// Divides a series into batches of equal length; what is left over at its front goes.
  ///
  /// - Precondition: `batches` is 2 or more and not above the length of the series.
  package init(_ values: [Double], batches: Int = 20) {
    precondition(batches >= 2 && batches <= values.count, "number of batches out of range")
    let length = values.count / batches
    let front = values.count - length * batches
    means = (0..<batches).map { batch in
      let start = front + batch * length
      return values[start..<(start + length)].reduce(0, +) / Double(length)
    }
  }

  /// The Student-t interval of the mean.
  package func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    means.reduce(into: RunningMoments()) { $0.add($1) }.interval(confidence: confidence)
  }

  /// The correlation of neighbouring batches, between −1 and 1; 0 for a constant series.
  package var neighbourCorrelation: Double {
    let moments = means.reduce(into: RunningMoments()) { $0.add($1) }
    let squares = moments.variance * Double(means.count - 1)
    if squares == 0 { return 0 }
    let products = zip(means, means.dropFirst()).reduce(0) {
      $0 + ($1.0 - moments.mean) * ($1.1 - moments.mean)
    }
    return products / squares
  }

  /// Whether the batches are long enough to count as independent, at the 5 % level.
  ///
  /// One-sided: only a positive correlation makes the interval too short.
  package var areIndependent: Bool {
    let count = Double(means.count)
    let deviation = ((count - 2) / (count * count - 1)).squareRoot()
    return neighbourCorrelation <= 1.645 * deviation
  }
}
