/// What a model reports.
struct Outcome {
  /// External arrivals and service completions.
  var events: Int
  /// The mean wait, or what the model says.
  var metric: Double
  /// Visits to stations, where they differ from customers.
  var visits = 0
}

/// The unit of the models' time.
enum Scale {
  /// Microseconds in a mean service time: rounding to one shifts a mean by 1e-7.
  static let unit = 1e6
}
