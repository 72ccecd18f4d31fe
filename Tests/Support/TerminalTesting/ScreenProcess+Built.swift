import Glibc

extension ScreenProcess {
  /// The path of a program of this package, which lies beside the tests that run.
  ///
  /// A test target has to name the program among its dependencies to have it built.
  package static func built(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    let tests = String(
      decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = tests.lastIndex(of: "/") else { return name }
    return tests[...slash] + name
  }
}
