/// What has become of the subjects of a cell: of one signatory, kind and policy.
///
/// Tallies add up, so a sum of them speaks of all subjects of a part of the regime. It is
/// a vector of numbers without a heap allocation: the standings of subjects by truth, the
/// removals by cause and truth, the appeals by cause, and the flows of `Count`.
package struct Tally: Equatable, Sendable {
  private static let truths = Truth.allCases.count
  private static let removals = Standing.count * truths
  private static let appeals = removals + Cause.count * truths
  private static let flows = appeals + Cause.count
  /// The places that are in use; the vector is made to have no fewer.
  package static let size = flows + Count.allCases.count
  package static let capacity = 112

  var values = InlineArray<112, Int>(repeating: 0)

  package init() {}

  /// A flow.
  package internal(set) subscript(count: Count) -> Int {
    @inline(__always) get { values.span[Self.flows + count.rawValue] }
    @inline(__always) _modify { yield &values[Self.flows + count.rawValue] }
  }

  /// The subjects that have a standing now.
  package internal(set) subscript(standing: Standing, truth: Truth) -> Int {
    @inline(__always) get { values.span[standing.index * Self.truths + Int(truth.rawValue)] }
    @inline(__always) _modify { yield &values[standing.index * Self.truths + Int(truth.rawValue)] }
  }

  /// The removals for a cause, those that were undone since among them.
  package internal(set) subscript(removedBy cause: Cause, truth: Truth) -> Int {
    @inline(__always) get {
      values.span[Self.removals + cause.index * Self.truths + Int(truth.rawValue)]
    }
    @inline(__always) _modify {
      yield &values[Self.removals + cause.index * Self.truths + Int(truth.rawValue)]
    }
  }

  /// Of the lawful subjects removed for a cause, those whose owner has appealed.
  package internal(set) subscript(wrongfulAppealedOf cause: Cause) -> Int {
    @inline(__always) get { values.span[Self.appeals + cause.index] }
    @inline(__always) _modify { yield &values[Self.appeals + cause.index] }
  }

  package static func += (left: inout Tally, right: Tally) {
    // Through spans: the elements of a vector that is not changed are read from a copy.
    let added = right.values.span
    var sum = left.values.mutableSpan
    for index in added.indices { sum[index] &+= added[index] }
  }

  package static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum += right
    return sum
  }

  package static func == (left: Tally, right: Tally) -> Bool {
    let (one, other) = (left.values.span, right.values.span)
    return one.indices.allSatisfy { one[$0] == other[$0] }
  }
}
