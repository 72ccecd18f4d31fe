import Foundation
import Recording

/// Where the session is that a user names.
enum SessionPath {
  /// The path itself, or that of a session of such a name or id that recorded itself.
  static func resolve(_ name: String) -> String {
    guard !name.contains("/"), !FileManager.default.fileExists(atPath: name),
      let folder = SessionFolder.path(environment: ProcessInfo.processInfo.environment)
    else { return name }
    let candidates = [name, "\(name).\(SessionFolder.pathExtension)"].map { "\(folder)/\($0)" }
    return candidates.first { FileManager.default.fileExists(atPath: $0) }
      ?? withID(name, in: folder) ?? name
  }

  /// The session whose id begins so, as lists show it; nil when there is not exactly one.
  private static func withID(_ start: String, in folder: String) -> String? {
    guard start.count >= 4, start.allSatisfy(\.isHexDigit) else { return nil }
    let found = SessionFolder.files(in: folder).filter {
      (try? SessionFile.open($0))?.header.id.hasPrefix(start) == true
    }
    return found.count == 1 ? found[0] : nil
  }
}
