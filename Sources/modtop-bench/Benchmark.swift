import Glibc
import Queueing

/// Runs one model and prints one JSON line: `modtop-bench MODEL CUSTOMERS SEED`.
@main struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let customers = Int(arguments[2]), let seed = UInt64(arguments[3])
    else {
      refuse("usage: modtop-bench mm1|mmc10|net25|net25s|mmcm|hold<K> CUSTOMERS SEED")
    }
    let start = seconds()
    let outcome = try run(arguments[1], customers, seed)
    let elapsed = seconds() - start
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let fields = [
      "\"engine\":\"modtop\"", "\"model\":\"\(arguments[1])\"", "\"n\":\(customers)",
      "\"events\":\(outcome.events)", "\"sec\":\(elapsed)",
      "\"ns_per_event\":\(elapsed * 1e9 / Double(outcome.events))",
      "\"metric\":\(outcome.metric)", "\"rss_kb\":\(usage.ru_maxrss)",
    ]
    print("{\(fields.joined(separator: ","))}")
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
    case "mmcm":
      var queue = ImpatientQueue(seed: seed)
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

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
