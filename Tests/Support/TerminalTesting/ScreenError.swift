/// Why a step of a screen test failed.
package struct ScreenError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
