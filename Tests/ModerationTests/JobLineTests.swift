import Testing

@testable import Moderation

/// The line of open jobs, told what no regime would tell it: a log may come from anywhere.
@Suite struct JobLineTests {
  @Test func aJobThatComesTwiceIsOne() {
    var line = JobLine()
    let first = [(1, 10), (2, 10), (1, 10), (1, 10)].map {
      line.enter(UInt32($0.0), since: Int64($0.1))
    }
    #expect(first == [true, true, false, false])
    #expect((line.waiting, line.inReview) == (2, 0))
    let claims = [1, 1, 2, 2].map { line.claim(UInt32($0), since: 10, at: 11) }
    #expect(claims == [true, false, true, false])
    #expect((line.waiting, line.inReview) == (0, 2))
    #expect(line.oldest == nil)
    let again = line.enter(1, since: 10)
    #expect(!again)
    let ends = [1, 1].map { line.finish(UInt32($0), since: 10) }
    #expect(ends == [11, nil])
    // What is gone may come again.
    let back = line.enter(1, since: 10)
    #expect(back && line.waiting == 1 && line.oldest == 10)
    let leaves = [1, 1].map { line.withdraw(UInt32($0), since: 10) }
    #expect(leaves == [true, false])
    #expect(line.waiting == 0)
  }
}
