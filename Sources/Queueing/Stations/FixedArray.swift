/// A fixed number of values that cannot be copied, such as the stations of a network.
public struct FixedArray<Element: ~Copyable>: ~Copyable {
  public let count: Int

  // Unsafe memory, owned and freed here: the standard array holds copyable values only.
  // Indices are checked in debug builds; the event loop is where they are used.
  private let elements: UnsafeMutablePointer<Element>

  /// Creates `count` values, each made for its index.
  public init<Failure: Error>(
    count: Int, _ make: (Int) throws(Failure) -> Element
  ) throws(Failure) {
    precondition(count >= 0, "a count cannot be negative")
    let elements = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    for index in 0..<count {
      do {
        let element = try make(index)
        (elements + index).initialize(to: element)
      } catch {
        elements.deinitialize(count: index)
        elements.deallocate()
        throw error
      }
    }
    self.count = count
    self.elements = elements
  }

  deinit {
    elements.deinitialize(count: count)
    elements.deallocate()
  }

  /// The value at an index in `0 ..< count`.
  public subscript(_ index: Int) -> Element {
    @inline(__always) _read {
      assert(index >= 0 && index < count, "index out of range")
      yield elements[index]
    }
    @inline(__always) _modify {
      assert(index >= 0 && index < count, "index out of range")
      yield &elements[index]
    }
  }
}
