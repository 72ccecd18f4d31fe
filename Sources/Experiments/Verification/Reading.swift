import Queueing

/// What one replication says about one quantity: sums whose ratio is the estimate.
///
/// The replications of a study are put together by their sums, so that long and short ones
/// weigh as they should.
struct Reading: Sendable, Equatable {
  var numerator: Double
  var denominator: Double
  /// The sum of squared distances from the mean, where the quantity is a variance.
  var squares = 0.0

  /// So many of so many, or an area over a span of time.
  init(_ numerator: Double, per denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ count: Int, per total: Int) {
    self.init(Double(count), per: Double(total))
  }

  /// The values that were seen, for their mean or their variance.
  init(_ moments: RunningMoments) {
    self.init(moments.sum, per: Double(moments.count))
    squares = moments.variance * Double(max(moments.count - 1, 0))
  }
}
