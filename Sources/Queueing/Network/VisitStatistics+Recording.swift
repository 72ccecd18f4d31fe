extension VisitStatistics {
  mutating func recordWait(
    _ wait: Microseconds, _ value: Double, isServed: Bool, thresholds: [Microseconds]
  ) {
    self.wait.add(value)
    if isServed { servedWait.add(value) } else { renegedWait.add(value) }
    waitHistogram?.add(wait)
    for (index, threshold) in thresholds.enumerated() {
      if wait > threshold {
        waitAbove[index] += 1
      } else if isServed {
        startedWithin[index] += 1
      }
    }
  }

  mutating func recordSojourn(
    _ sojourn: Microseconds, _ value: Double, thresholds: [Microseconds]
  ) {
    served += 1
    self.sojourn.add(value)
    for (index, threshold) in thresholds.enumerated() where sojourn > threshold {
      sojournAbove[index] += 1
    }
  }

  mutating func recordVirtualWait(_ wait: Microseconds, thresholds: [Microseconds]) {
    virtualWaits += 1
    for (index, threshold) in thresholds.enumerated() where wait > threshold {
      virtualWaitAbove[index] += 1
    }
  }
}
