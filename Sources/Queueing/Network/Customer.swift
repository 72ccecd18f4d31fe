/// A customer on its way through a network.
struct Customer: BitwiseCopyable {
  /// Stands in `station` for a member of a population that is outside.
  static let outside = Int32(-1)

  /// When it came from its source.
  var arrived: Microseconds
  /// When it entered the station where it is.
  var entered: Microseconds
  /// The work left of an interrupted service; negative before service.
  var remaining: Microseconds
  /// Its number at its station.
  var visit: Int
  /// Its number among all external arrivals; −1 when its first wait is over.
  var number: Int
  var station: Int32
  var source: Int32
  var priorityClass: Int
}
