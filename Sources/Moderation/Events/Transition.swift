/// A change of a subject's standing, with what the accounts need to know about it.
public struct Transition: Equatable, Sendable {
  public let from: Standing
  public let to: Standing
  public let cause: Cause
  public let flags: Flags
  /// Views that the subject has had until now.
  public let seen: Float
  /// Views that it would have from now on if it stayed visible for ever.
  public let ahead: Float
  /// Seconds since its upload.
  public let age: UInt32
  /// Seconds since it was first flagged, by screening, report or order; 0 when it never was.
  public let sinceFlag: UInt32

  /// What had happened to the subject before.
  ///
  /// The operations of its own are for the path of every event: those of `OptionSet` are
  /// generic, and not specialised across modules.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static var none: Flags { Flags(rawValue: 0) }

    /// A user or a trusted flagger has reported it.
    public static var reported: Flags { Flags(rawValue: 1) }
    /// An authority has ordered its removal.
    public static var ordered: Flags { Flags(rawValue: 2) }
    /// That order was valid.
    public static var validOrder: Flags { Flags(rawValue: 4) }
    /// That order's deadline has passed.
    public static var lateOrder: Flags { Flags(rawValue: 8) }
    /// It is an altered copy, and the hash of what it alters was in the bank at its upload.
    public static var escapedHash: Flags { Flags(rawValue: 16) }
    /// Its owner has appealed.
    public static var appealed: Flags { Flags(rawValue: 32) }
    /// It is an account that was suspended for its strikes.
    public static var suspended: Flags { Flags(rawValue: 64) }

    /// Whether any of the bits of another set is in it.
    public func has(_ other: Flags) -> Bool { rawValue & other.rawValue != 0 }

    public func with(_ other: Flags) -> Flags { Flags(rawValue: rawValue | other.rawValue) }
  }

  public init(
    from: Standing, to: Standing, cause: Cause, flags: Flags = .none, seen: Float = 0,
    ahead: Float = 0, age: UInt32 = 0, sinceFlag: UInt32 = 0
  ) {
    self.from = from
    self.to = to
    self.cause = cause
    self.flags = flags
    self.seen = seen
    self.ahead = ahead
    self.age = age
    self.sinceFlag = sinceFlag
  }
}
