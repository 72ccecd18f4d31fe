import Queueing

extension ScenarioClock {
  /// The time of day at an instant, as in `09:41`.
  package func timeText(at instant: Microseconds) -> String {
    let minutes = Int(timeOfDay(at: instant) / TimeUnit.minute)
    return "\(CivilDate.padded(minutes / 60, 2)):\(CivilDate.padded(minutes % 60, 2))"
  }

  /// The zone, as in `UTC+8` or `UTC+5:30`.
  package var zoneText: String {
    let hours = abs(utcOffsetMinutes) / 60
    let minutes = abs(utcOffsetMinutes) % 60
    let sign = utcOffsetMinutes < 0 ? "-" : "+"
    return "UTC\(sign)\(hours)" + (minutes == 0 ? "" : ":\(CivilDate.padded(minutes, 2))")
  }

  /// ISO 8601 to the second with the offset, as in `2016-04-13T00:00:00+08:00`.
  package func iso8601(at instant: Microseconds) -> String {
    let seconds = Int(timeOfDay(at: instant) / TimeUnit.second) % 60
    let offset = abs(utcOffsetMinutes)
    return "\(date(at: instant))T\(timeText(at: instant)):\(CivilDate.padded(seconds, 2))"
      + (utcOffsetMinutes < 0 ? "-" : "+")
      + "\(CivilDate.padded(offset / 60, 2)):\(CivilDate.padded(offset % 60, 2))"
  }
}
