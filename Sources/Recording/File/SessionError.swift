import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a session file cannot be read or written: one line for the user.
package struct SessionError: Error, Equatable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// Where a file should be there is none, or it cannot be opened.
    case unreadable(String)
    /// It is a file of something else.
    case foreign(String)
    /// A newer version of the program wrote it.
    case newerFormat(found: Int64, known: Int64)
    /// So much of it is lost that nothing can be shown.
    case damaged(String)
    /// A recording never overwrites a file.
    case exists
    /// A log of SQLite's without its file, which would spoil a new one.
    case leftover(String)
    /// It is complete, but a part of it is in the log beside it, which others read.
    case shared
    case diskFull
    case readOnly
    /// Another program holds it for too long.
    case busy
    /// It was moved, deleted or replaced while it was written.
    case gone
    /// Writing failed otherwise.
    case unwritable(String)
  }

  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// A few words for the screen.
  package var label: String {
    switch reason {
    case .unreadable: "cannot be read"
    case .foreign: "not a session"
    case .newerFormat: "newer format"
    case .damaged: "damaged"
    case .exists: "file exists"
    case .leftover: "leftover log"
    case .shared: "file in use"
    case .diskFull: "disk full"
    case .readOnly: "read-only"
    case .busy: "file in use"
    case .gone: "file is gone"
    case .unwritable: "cannot be written"
    }
  }

  package var description: String { "\(path): \(explanation)" }

  /// The reason alone, where the file and that it is damaged are said already.
  package var detail: String {
    if case .damaged(let what) = reason { what } else { explanation }
  }

  private var explanation: String {
    switch reason {
    case .unreadable(let why): why
    case .foreign(let why): "not a modtop session: \(why)"
    case .newerFormat(let found, let known):
      "written by a newer modtop: session format \(found), this one knows up to \(known)"
    case .damaged(let what): "damaged: \(what)"
    case .exists: "the file exists, and a recording overwrites nothing"
    case .leftover(let file):
      "\(file) is left of another session: move it to its file, or delete it"
    case .shared:
      "complete, but another program reads it, so that a part stays in \(path)-wal, which belongs to it"
    case .diskFull: "the disk is full"
    case .readOnly: "the file or its folder is read-only"
    case .busy: "another program holds the file"
    case .gone: "the file was moved, deleted or replaced while it was written"
    case .unwritable(let why): "cannot be written: \(why)"
    }
  }
}

extension SessionError {
  /// What went wrong while reading.
  init(reading path: String, _ error: any Error) {
    self = Self.known(path, error) ?? SessionError(path, Self.fault(error))
  }

  /// What went wrong while writing.
  init(writing path: String, _ error: any Error) {
    self = Self.known(path, error) ?? SessionError(path, .unwritable(Self.message(error)))
  }

  /// What the operating system refused.
  init(path: String, errno code: Int32, isWriting: Bool) {
    let text = String(cString: strerror(code))
    switch code {
    case EEXIST: self.init(path, .exists)
    case ENOSPC, EDQUOT: self.init(path, .diskFull)
    case EROFS where isWriting, EACCES where isWriting, EPERM where isWriting:
      self.init(path, .readOnly)
    default: self.init(path, isWriting ? .unwritable(text) : .unreadable(text))
    }
  }

  private static func known(_ path: String, _ error: any Error) -> SessionError? {
    if let error = error as? SessionError { return error }
    guard let error = error as? DatabaseError else { return nil }
    switch error.resultCode {
    case .SQLITE_FULL: return SessionError(path, .diskFull)
    case .SQLITE_READONLY: return SessionError(path, .readOnly)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return SessionError(path, .busy)
    case .SQLITE_NOTADB: return SessionError(path, .foreign("no SQLite database"))
    default: return nil
    }
  }

  /// A file that is shorter than it says is damaged; any other failure of input and output
  /// is not the file's fault.
  private static func fault(_ error: any Error) -> Reason {
    guard let database = error as? DatabaseError, database.resultCode == .SQLITE_IOERR,
      database.extendedResultCode != .SQLITE_IOERR_SHORT_READ
    else { return .damaged(message(error)) }
    return .unreadable(message(error))
  }

  private static func message(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return error.message ?? "SQLite error \(error.resultCode.rawValue)"
  }
}
