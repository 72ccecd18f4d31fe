import Moderation
import Queueing

/// How uploads vary over time around their daily mean.
package struct ArrivalPattern: Sendable {
  /// 24 factors with mean 1.
  package let hourFactors: Graded<[Double]>
  /// 7 factors from Monday on, with mean 1.
  package let weekdayFactors: Graded<[Double]>
  /// The standard deviation of the logarithm of a day's noise, which has mean 1.
  package let dayNoiseLogSD: Graded<Double>

  /// The factor of an hour since the start without noise; its mean over a week is 1.
  ///
  /// - Parameter firstWeekday: the weekday of the first day, 0 for Monday.
  package func expectedFactor(hour: Int, firstWeekday: Int) -> Double {
    hourFactors.value[hour % 24] * weekdayFactors.value[(firstWeekday + hour / 24) % 7]
  }
}

/// What is uploaded of one kind, how it is viewed and how long its review takes.
package struct UploadParameters: Sendable {
  package let kind: SubjectKind
  package let perDay: Graded<Double>
  /// The standard deviation of the logarithm of an upload's views; mean and half-life
  /// stand in `ScenarioFacts.views`.
  package let viewsLogSD: Graded<Double>
  /// The time a moderator takes for one first review, in seconds.
  package let handlingSeconds: Graded<Distribution>
}
