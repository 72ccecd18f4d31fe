extension SessionSchema {
  /// For people, and for their queries: names and dates instead of numbers.
  static let views = """
    CREATE VIEW session AS
    SELECT scenario, seed, session, program,
      datetime(recorded_at, 'unixepoch') AS recorded_at_utc,
      datetime(start_date) AS start,
      datetime(start_date, (time / 1000000) || ' seconds') AS until,
      events, fingerprint, is_closed, parent,
      datetime(start_date, (parent_time / 1000000) || ' seconds') AS parent_until
    FROM header, progress;

    CREATE VIEW decisions AS
    SELECT event,
      datetime(h.start_date, (time / 1000000) || ' seconds') AS at,
      subject,
      (SELECT name FROM names WHERE domain = 'signatory' AND id = d.signatory) AS signatory,
      (SELECT name FROM names WHERE domain = 'kind' AND id = marks >> 16 & 3) AS kind,
      (SELECT name FROM names WHERE domain = 'policy' AND id = marks >> 18) AS policy,
      (SELECT name FROM names WHERE domain = 'queue' AND id = d.queue) AS queue,
      (SELECT name FROM names WHERE domain = 'source' AND id = marks >> 12 & 7) AS source,
      (SELECT name FROM names WHERE domain = 'cause' AND id = marks >> 8 & 15) AS cause,
      (SELECT name FROM names WHERE domain = 'standing' AND id = marks >> 4 & 15) AS standing_before,
      (SELECT name FROM names WHERE domain = 'standing' AND id = marks & 15) AS standing_after,
      (SELECT name FROM names WHERE domain = 'truth' AND id = marks >> 15 & 1) AS truth,
      seconds
    FROM decided AS d, header AS h;

    CREATE VIEW counters_by_day AS
    SELECT date(h.start_date, day || ' days') AS date,
      (SELECT name FROM names WHERE domain = 'signatory' AND id = m.signatory) AS signatory,
      (SELECT name FROM names WHERE domain = 'kind' AND id = m.kind) AS kind,
      (SELECT name FROM names WHERE domain = 'policy' AND id = m.policy) AS policy,
      sum(iif(standing_before = 0 AND cause <> 9, count, 0)) AS screened,
      sum(iif(standing_after IN (2, 3), count, 0)) AS flagged,
      sum(iif(standing_after = 7, count, 0)) AS removed,
      sum(iif(standing_after = 7 AND truth = 0, count, 0)) AS removed_wrongly,
      sum(iif(standing_after = 7 AND cause IN (0, 1, 2), count, 0))
        AS removed_by_automation,
      sum(iif(standing_after = 5, count, 0)) AS restricted,
      sum(iif(standing_after = 4, count, 0)) AS kept,
      sum(iif(standing_after = 4 AND truth = 1, count, 0)) AS kept_wrongly,
      sum(iif(standing_after = 6, count, 0)) AS reinstated,
      sum(iif(standing_after = 8, count, 0)) AS withdrawn
    FROM moves AS m, header AS h
    GROUP BY day, m.signatory, m.kind, m.policy;

    CREATE VIEW changes AS
    SELECT event,
      datetime(h.start_date, (time / 1000000) || ' seconds') AS at,
      what,
      (SELECT name FROM names WHERE id = i.target AND domain = CASE what
        WHEN 'shock' THEN 'shock' WHEN 'remove_at' THEN 'policy' WHEN 'review_at' THEN 'policy'
        WHEN 'staffing' THEN 'team' ELSE 'queue' END) AS target,
      (SELECT name FROM names WHERE domain = 'kind' AND id = i.kind) AS kind,
      value
    FROM interventions AS i, header AS h;

    CREATE VIEW density AS
    SELECT first, count,
      datetime(h.start_date, (first_time / 1000000) || ' seconds') AS first_at,
      datetime(h.start_date, (last_time / 1000000) || ' seconds') AS last_at,
      round(count * 3600e6 / max(1, last_time - first_time), 1) AS events_an_hour
    FROM events, header AS h;
    """

  /// The same, each row with what it is data of, since rows that name companies travel
  /// without their file; the session with what was changed in its scenario; and uploads
  /// under their name, since not every regime screens them.
  static let viewsWithOrigin =
    ["session", "decisions", "counters_by_day", "changes", "density"]
    .map { "DROP VIEW \($0);\n" }.joined()
    + views
    .replacing("AS\nSELECT ", with: "AS\nSELECT 'simulation' AS origin, ")
    .replacing("AS origin, scenario, seed,", with: "AS origin, scenario, changes, seed,")
    .replacing("AS screened,", with: "AS uploaded,")
}
