import Foundation
import Recording

/// Where the session is that a user names.
enum SessionPath {
  /// The path itself, or that of a session of such a name that recorded itself.
  static func resolve(_ name: String) -> String {
    guard !name.contains("/"), !FileManager.default.fileExists(atPath: name),
      let folder = SessionFolder.path(environment: ProcessInfo.processInfo.environment)
    else { return name }
    let candidates = [name, "\(name).\(SessionFolder.pathExtension)"].map { "\(folder)/\($0)" }
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? name
  }
}
