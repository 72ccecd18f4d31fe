/// The elements that are shown, oldest first.
extension Newest {
  func write(to writer: inout StateWriter, _ write: (Element, inout StateWriter) -> Void) {
    writer.put(elements.count)
    for element in elements.reversed() { write(element, &writer) }
  }

  init(
    from reader: inout StateReader,
    _ read: (inout StateReader) throws(StateError) -> Element
  ) throws(StateError) {
    self.init()
    for _ in 0..<(try reader.number(upTo: UInt64(Self.capacity))) { add(try read(&reader)) }
  }
}
