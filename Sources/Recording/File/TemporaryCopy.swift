import Foundation
import Synchronization

/// A copy of a session file that may be changed; it goes when nobody needs it any more.
final class TemporaryCopy: Sendable {
  private let folder: String
  let path: String

  /// Copies a file, and the log that SQLite may keep beside it.
  init(of original: String) throws(SessionError) {
    let template = "\(FileManager.default.temporaryDirectory.path)/modtop-XXXXXX"
    var bytes = Array(template.utf8CString)
    guard mkdtemp(&bytes) != nil else {
      throw SessionError(path: template, errno: errno, isWriting: true)
    }
    folder = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Self.remember(folder)
    path = "\(folder)/copy.\(SessionFolder.pathExtension)"
    do {
      try FileManager.default.copyItem(atPath: original, toPath: path)
      let log = "\(original)-wal"
      if FileManager.default.fileExists(atPath: log) {
        guard access(log, R_OK) == 0 else {
          throw SessionError(path: log, errno: errno, isWriting: false)
        }
        try FileManager.default.copyItem(atPath: log, toPath: "\(path)-wal")
      }
      // The original may be read-only.
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch let error as SessionError {
      Self.remove(folder)
      throw error
    } catch {
      Self.remove(folder)
      let reason = (error as NSError).localizedDescription
      throw SessionError(original, .unreadable("cannot be copied to read it: \(reason)"))
    }
  }

  deinit { Self.remove(folder) }

  // MARK: What is left at the end

  /// The folders that are there: a program that exits takes nothing away by itself.
  private static let folders = Mutex<Set<String>>([])
  private static let removesAtExit: Void = {
    atexit { for folder in TemporaryCopy.folders.withLock({ $0 }) { TemporaryCopy.remove(folder) } }
  }()

  private static func remember(_ folder: String) {
    removesAtExit
    folders.withLock { _ = $0.insert(folder) }
  }

  private static func remove(_ folder: String) {
    folders.withLock { _ = $0.remove(folder) }
    try? FileManager.default.removeItem(atPath: folder)
  }
}
