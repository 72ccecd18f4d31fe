import Queueing
import Testing

@Suite struct WaitingLineTests {
  @Test func aLinkedLineKeepsItsOrderWhoeverLeaves() {
    var stream = RandomStream(seed: 1, name: "line")
    var line = LinkedLine(classes: 3, minimumCapacity: 1)
    var reference = [[UInt32]](repeating: [], count: 3)
    for _ in 0..<5_000 {
      let job = stream.below(100)
      let place = reference.firstIndex { $0.contains(job) }
      #expect(line.contains(job) == (place != nil))
      let priorityClass = Int(stream.below(3))
      switch stream.below(4) {
      case 0 where place == nil:
        line.append(job, priorityClass: priorityClass)
        reference[priorityClass].append(job)
      case 1 where place == nil:
        line.prepend(job, priorityClass: priorityClass)
        reference[priorityClass].insert(job, at: 0)
      case 2:
        #expect(line.remove(job) == (place != nil))
        if let place { reference[place].removeAll { $0 == job } }
      default:
        let first = line.removeFirst()
        let expected = reference.firstIndex { !$0.isEmpty }
        #expect(first?.priorityClass == expected)
        #expect(first?.job == expected.map { reference[$0].removeFirst() })
      }
      #expect(line.count == reference.reduce(0) { $0 + $1.count })
      #expect(line.mostUrgentClass == reference.firstIndex { !$0.isEmpty })
      for priorityClass in 0..<3 {
        #expect(line.count(priorityClass) == reference[priorityClass].count)
      }
    }
  }

  @Test func aKeyedLineGoesByRankThenClassThenOrder() {
    var line = KeyedLine(minimumCapacity: 1)
    line.insert(5, rank: 30)
    line.insert(6, rank: 10, priorityClass: 1)
    line.insert(7, rank: 10, priorityClass: 0)
    line.insert(8, rank: 10, priorityClass: 0)
    line.insert(9, rank: 20)
    let removals = [line.remove(9), line.remove(9)]
    #expect(removals == [true, false])
    var order: [UInt32] = []
    while let next = line.removeFirst() { order.append(next.job) }
    #expect(order == [7, 8, 6, 5])
    #expect(line.count == 0)
  }

  @Test func aPoolReusesIds() {
    var pool = JobPool<Int>(minimumCapacity: 2)
    let ids = (0..<100).map { pool.insert($0) }
    #expect(ids == Array(0..<100))
    #expect(ids.map { pool[$0] } == Array(0..<100))
    for id in ids where id % 3 == 0 { pool.remove(id) }
    #expect(pool.count == 66)
    let again = Set((0..<34).map { pool.insert($0) })
    #expect(again == Set(ids.filter { $0 % 3 == 0 }))
    #expect(pool.idLimit == 100)
    pool[1] = -4
    #expect(pool[1] == -4)
  }
}
