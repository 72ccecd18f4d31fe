extension Double {
  /// The number as one would write it: without a fraction of zero.
  package var written: String {
    guard self == rounded(), abs(self) < 1e15 else { return "\(self)" }
    return "\(Int(self))"
  }
}
