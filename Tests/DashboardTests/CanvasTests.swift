import Dashboard
import Testing

@Suite struct CanvasTests {
  @Test func wideCharactersTakeTwoCells() {
    var canvas = Canvas(Size(columns: 10, rows: 1))
    #expect(canvas.write("百度 Baidu", column: 0, row: 0) == 10)
    #expect(canvas.text(row: 0) == "百度 Baidu")
    #expect(canvas[1, 0].glyph == nil)
  }

  @Test func halfAWideCharacterIsABlank() {
    var canvas = Canvas(Size(columns: 3, rows: 1))
    canvas.write("百度", column: 0, row: 0)
    #expect(canvas.text(row: 0) == "百")
    canvas.write("x", column: 1, row: 0)
    #expect(canvas.text(row: 0) == " x")
  }

  @Test func drawingOutsideIsCutOff() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.write("abcdef", column: -2, row: 0)
    canvas.write("zz", column: 0, row: 7)
    canvas.fill(Rect(column: 3, row: -1, columns: 9, rows: 9), with: "#")
    #expect(canvas.text == "cde#")
    var nothing = Canvas(Size(columns: 0, rows: 0))
    nothing.write("百", column: 0, row: 0)
    #expect(nothing.text == "")
  }

  @Test func aLimitCutsBeforeTheCharacterThatDoesNotFit() {
    var canvas = Canvas(Size(columns: 10, rows: 1))
    #expect(canvas.write("a百b", column: 0, row: 0, limit: 2) == 1)
    #expect(canvas.text(row: 0) == "a")
  }
}
