import ArgumentParser
import Dashboard
import Moderation
import Queueing
import Session

/// What a cast of a session is to look like.
struct CastOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The version of the asciicast format: 2 or 3. (default: 2)", valueName: "number"))
  var castVersion: Int?

  @Option(
    help: ArgumentHelp(
      "Recorded time a second, such as 6h/s; without it the cast lasts a minute.",
      valueName: "speed"))
  var speed: String?

  @Option(
    help: ArgumentHelp(
      "Columns and rows, such as 80x24. (default: 100x30)", valueName: "size"))
  var size: String?

  @Option(help: ArgumentHelp("The page to show, by its number. (default: 1)", valueName: "number"))
  var page: Int?

  /// The first option that was given, as it is written; nil when none was.
  var given: String? {
    let options = [
      ("--cast-version", castVersion != nil), ("--speed", speed != nil), ("--size", size != nil),
      ("--page", page != nil),
    ]
    return options.first(where: \.1)?.0
  }

  func export(
    of session: RecordedSession, from start: Microseconds, to end: Microseconds
  ) throws -> CastExport {
    let (castVersion, number) = (castVersion ?? 2, page ?? 1)
    guard let version = CastFile.Version(rawValue: castVersion) else {
      throw Failure("--cast-version \(castVersion): expected 2 or 3")
    }
    guard let page = Page(rawValue: number - 1), page.isOfSession else {
      let last = Page.allCases.count { $0.isOfSession }
      throw Failure("--page \(number): expected a number from 1 to \(last)")
    }
    return try CastExport(
      session, version, from: start, to: end, speed: try speedOption(), size: try sizeOption(),
      page: page)
  }

  private func speedOption() throws -> Speed? {
    guard let text = speed else { return nil }
    guard let speed = Speed(parsing: text), speed != .maximum else {
      throw Failure("--speed \"\(text)\": expected a speed such as 10min/s, 1h/s or 60x")
    }
    return speed
  }

  private func sizeOption() throws -> Size {
    let size = size ?? "100x30"
    let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      (20...500).contains(columns), (5...200).contains(rows)
    else { throw Failure("--size \"\(size)\": expected columns and rows such as 80x24") }
    return Size(columns: columns, rows: rows)
  }
}
