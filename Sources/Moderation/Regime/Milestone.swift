import Queueing

/// A dated fact about the regime, shown on the timeline.
package struct Milestone: Equatable, Sendable {
  /// The date as the source gives it, such as `12 April 2016` or `December 2015`.
  package let dateText: String
  /// The first instant that the date may mean; negative before the start, nil for an
  /// undated one.
  package let instant: Microseconds?
  package let text: String
  /// The key of the source in the scenario.
  package let source: String

  package init(dateText: String, instant: Microseconds?, text: String, source: String) {
    self.dateText = dateText
    self.instant = instant
    self.text = text
    self.source = source
  }
}
