import Dispatch
import Queueing
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs one model and prints one JSON line: `modtop-bench MODEL CUSTOMERS SEED [THREADS]`.
///
/// With more than one thread each runs a replication of its own, and the time an event is
/// the elapsed time over the events of all.
@main struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard (4...5).contains(arguments.count), let customers = Int(arguments[2]),
      let seed = UInt64(arguments[3]), let threads = Int(arguments.count > 4 ? arguments[4] : "1"),
      customers >= 100, (1...64).contains(threads)
    else {
      refuse(
        "usage: modtop-bench mm1|mmc10|net25|net25s|network|mmcm|shifts|hold<K> CUSTOMERS SEED [THREADS]"
      )
    }
    let start = seconds()
    let outcomes = try run(arguments[1], customers, seed, threads)
    let elapsed = seconds() - start
    let events = outcomes.reduce(0) { $0 + $1.events }
    let fields = [
      "\"engine\":\"modtop\"", "\"model\":\"\(arguments[1])\"", "\"n\":\(customers)",
      "\"threads\":\(threads)", "\"events\":\(events)", "\"sec\":\(elapsed)",
      "\"ns_per_event\":\(elapsed * 1e9 / Double(events))",
      "\"metric\":\(outcomes[0].metric)", "\"rss_kb\":\(peakKilobytes())",
    ]
    print("{\(fields.joined(separator: ","))}")
  }

  /// Runs a replication on each thread.
  private static func run(
    _ model: String, _ customers: Int, _ seed: UInt64, _ threads: Int
  ) throws -> [Outcome] {
    if threads == 1 { return [try run(model, customers, seed)] }
    let results = Mutex<[Int: Result<Outcome, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: threads) { index in
      let result = Result { try run(model, customers, seed &+ UInt64(index)) }
      results.withLock { $0[index] = result }
    }
    return try (0..<threads).compactMap { index in
      try results.withLock { $0[index] }?.get()
    }
  }

  private static func run(_ model: String, _ customers: Int, _ seed: UInt64) throws -> Outcome {
    switch model {
    case "mm1", "mmc10":
      var queue = MultiServerQueue(servers: model == "mm1" ? 1 : 10, load: 0.9, seed: seed)
      return try queue.run(customers: customers)
    case "net25":
      var network = PriorityNetwork(seed: seed, recorder: NoRecorder())
      return try network.run(customers: customers)
    case "net25s":
      var network = PriorityNetwork(seed: seed, recorder: FullRecorder())
      return try network.run(customers: customers)
    case "network":
      return try GeneralNetwork.run(customers: customers, seed: seed)
    case "mmcm", "shifts":
      var queue = ImpatientQueue(seed: seed, hasShifts: model == "shifts")
      return try queue.run(customers: customers)
    default:
      guard model.hasPrefix("hold"), let pending = Int(model.dropFirst(4)), pending > 0 else {
        refuse("unknown model \(model)")
      }
      var hold = try HoldModel(pending: pending, seed: seed)
      return try hold.run(events: customers)
    }
  }

  private static func refuse(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    write(STDERR_FILENO, line, line.count)
    exit(64)
  }

  /// The greatest resident memory of this program, or 0 where there is no /proc.
  ///
  /// Not from `getrusage`, which counts the parent's memory before `exec` as well.
  private static func peakKilobytes() -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:") {
        return Int(text.filter(\.isNumber)) ?? 0
      }
    }
    return 0
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
