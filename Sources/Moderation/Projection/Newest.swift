/// The newest 256 elements of a sequence that may be long.
///
/// Adding takes amortised constant time; older elements are dropped.
package struct Newest<Element: Sendable>: Sendable {
  package static var capacity: Int { 256 }

  /// Up to twice as many as are shown, so that dropping is rare.
  var held: [Element] = []

  package init() {}

  /// The newest first.
  package var elements: ReversedCollection<ArraySlice<Element>> {
    held.suffix(Self.capacity).reversed()
  }

  package mutating func add(_ element: Element) {
    if held.count == 2 * Self.capacity { held.removeFirst(Self.capacity) }
    held.append(element)
  }
}

/// What is no longer shown makes no difference.
extension Newest: Equatable where Element: Equatable {
  package static func == (left: Newest, right: Newest) -> Bool {
    left.elements.elementsEqual(right.elements)
  }
}
