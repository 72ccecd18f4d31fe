extension SessionSchema {
  /// Times are microseconds from the start of the scenario, but where a name says otherwise.
  static let tables = """
    CREATE TABLE header (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      format INTEGER NOT NULL,
      session TEXT NOT NULL,
      program TEXT NOT NULL,              -- the version of modtop that wrote the file
      scenario TEXT NOT NULL,
      scenario_text TEXT NOT NULL,        -- the scenario file, YAML
      changes TEXT NOT NULL,              -- what replaces parts of it, JSON
      seed TEXT NOT NULL,                 -- up to 2^64 - 1, more than an INTEGER holds
      start_date TEXT NOT NULL,           -- whose midnight is time 0
      utc_offset_minutes INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,       -- seconds since 1970, UTC
      parent TEXT,                        -- the session that this one was forked from
      parent_events INTEGER,              -- the events that both have
      parent_time INTEGER,
      checksum INTEGER NOT NULL
    );
    CREATE TABLE progress (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      events INTEGER NOT NULL,            -- how many there are
      time INTEGER NOT NULL,              -- up to which the log is complete
      fingerprint TEXT NOT NULL,          -- of the log, 16 hexadecimal digits
      is_closed INTEGER NOT NULL          -- 0 while it is written, and after a crash
    );
    CREATE TABLE events (
      first INTEGER PRIMARY KEY,          -- the number of the first event of the chunk, from 0
      count INTEGER NOT NULL,
      first_time INTEGER NOT NULL,
      last_time INTEGER NOT NULL,
      checksum INTEGER NOT NULL,          -- CRC-32 of the payload, as in zlib
      payload BLOB NOT NULL
    );
    CREATE INDEX events_by_time ON events (first_time);
    CREATE TABLE keyframes (
      events INTEGER PRIMARY KEY,         -- how many events it has folded
      time INTEGER NOT NULL,
      checksum INTEGER NOT NULL,          -- CRC-32 of the state
      state BLOB NOT NULL
    );
    CREATE INDEX keyframes_by_time ON keyframes (time);
    CREATE TABLE interventions (
      event INTEGER PRIMARY KEY,          -- its number
      time INTEGER NOT NULL,
      what TEXT NOT NULL,                 -- shock, remove_at, review_at, staffing, discipline, target
      target INTEGER NOT NULL,            -- the shock, policy, team or queue, see names
      kind INTEGER,                       -- of subjects, see names
      value                               -- score, percent, discipline or seconds
    );
    CREATE TABLE markers (
      id INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      note TEXT NOT NULL
    );
    CREATE TABLE decided (
      event INTEGER PRIMARY KEY,          -- its number
      time INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      signatory INTEGER NOT NULL,
      queue INTEGER NOT NULL,
      seconds INTEGER NOT NULL,           -- from entering the queue to the decision
      marks INTEGER NOT NULL              -- the rest, see the view decisions
    );
    CREATE TABLE moves (
      day INTEGER NOT NULL,               -- from the start, the first is 0
      signatory INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      policy INTEGER NOT NULL,            -- -1 for uploads that nobody noticed
      truth INTEGER NOT NULL,
      standing_before INTEGER NOT NULL,
      standing_after INTEGER NOT NULL,
      cause INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (
        day, signatory, kind, policy, truth, standing_before, standing_after, cause)
    ) WITHOUT ROWID;
    CREATE TABLE names (
      domain TEXT NOT NULL,               -- of what: signatory, policy, queue, kind, ...
      id INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (domain, id)
    ) WITHOUT ROWID;
    """

  /// Events of the third format say more of orders, appeals, suspensions and altered copies;
  /// states that were made from those before do not know of it.
  static let eventsOfThird = """
    DELETE FROM keyframes;
    DELETE FROM hours;
    """

  /// What all keyframes of some time have in common.
  static let hours = """
    CREATE TABLE hours (
      block INTEGER PRIMARY KEY,          -- of 800 hours each, from the start, the first is 0
      checksum INTEGER NOT NULL,          -- CRC-32 of the series
      series BLOB NOT NULL                -- events, waiting jobs by queue, removals by kind
    );
    """
}
