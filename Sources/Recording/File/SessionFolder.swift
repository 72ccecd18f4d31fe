import Foundation
import Moderation

/// Where recordings go by themselves, and how they are called.
package enum SessionFolder {
  /// The extension of session files.
  package static let pathExtension = "modtop"

  /// `$XDG_STATE_HOME/modtop/sessions`, or its default; nil when there is no home.
  package static func path(environment: [String: String]) -> String? {
    // The specification has relative paths ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return "\(state)/modtop/sessions"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/modtop/sessions"
  }

  /// Makes the folder, for its owner only, unless it is there.
  package static func create(_ path: String) throws(SessionError) {
    var folder = ""
    for name in path.split(separator: "/") {
      folder += "/\(name)"
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw SessionError(path: path, errno: errno, isWriting: true)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw SessionError(path: path, errno: errno, isWriting: true)
    }
  }

  /// A name that no file in the folder has, from scenario, seed and the time of recording.
  package static func newFile(
    in folder: String, scenario: String, seed: UInt64, recordedAt: Int64
  ) -> String {
    let stem = "\(folder)/\(word(scenario))-seed\(seed)-\(stamp(recordedAt))"
    var path = "\(stem).\(pathExtension)"
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(stem)-\(number).\(pathExtension)"
      number += 1
    }
    return path
  }

  /// The session files in the folder, sorted.
  package static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".\(pathExtension)") }.sorted().map { "\(folder)/\($0)" }
  }

  /// A scenario's name as part of a file's: it comes from a file and may hold anything.
  private static func word(_ name: String) -> String {
    let safe = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "-"
    }
    let word = String(safe.prefix(60))
    return word.isEmpty ? "session" : word
  }

  /// UTC, as in `20160412-094105`.
  private static func stamp(_ seconds: Int64) -> String {
    let day = Int(seconds.flooredQuotient(by: 86_400))
    let rest = Int(seconds) - day * 86_400
    let date = "\(CivilDate(daysSinceEpoch: day))".filter { $0 != "-" }
    let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date)-\(time.joined())"
  }
}
