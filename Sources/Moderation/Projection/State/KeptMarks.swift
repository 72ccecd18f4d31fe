/// Which marks of a ring were made: those of the newest buckets of time.
///
/// The bucket 0 has none; its mark is what everything starts with.
enum KeptMarks {
  /// - Parameter capacity: the length of the ring.
  static func range(upTo newest: Int64, of capacity: Int64) -> Range<Int64> {
    max(1, newest - capacity + 1)..<(newest + 1)
  }
}
