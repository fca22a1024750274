-- The SLA clocks of requests as rows: how each stands, and what it has used once it has ended.
-- Times are kept in the body of the record as JSON; only the rules know calendars, so a running clock has no used time here.

CREATE VIEW v_sla AS
  SELECT r.number AS record,
    c.kind AS clock,
    r.body->>'service' AS service,
    r.client,
    r.body->>'team' AS team,
    round((c.clock->>'targetMs')::numeric / 60000, 2)::double precision AS target_minutes,
    round((ending.entry->>'usedMs')::numeric / 60000, 2)::double precision AS used_minutes,
    CASE move.type
      WHEN 'paused' THEN 'paused'
      WHEN 'cancelled' THEN 'cancelled'
      WHEN 'met' THEN
        CASE
          WHEN c.clock ? 'promisedAt'
            THEN CASE WHEN move.entry->>'notedAt' > c.clock->>'promisedAt' THEN 'late' ELSE 'met' END
          WHEN (move.entry->>'usedMs')::numeric > (c.clock->>'targetMs')::numeric THEN 'late'
          ELSE 'met'
        END
      ELSE 'running'
    END AS outcome,
    round(greatest(0, (ending.entry->>'usedMs')::numeric - (c.clock->>'targetMs')::numeric) / 60000, 2)::double precision
      AS over_minutes,
    (c.clock #>> '{entries,0,notedAt}')::timestamptz AS started_at,
    (ending.entry->>'notedAt')::timestamptz AS ended_at,
    coalesce((SELECT max(mark::integer) FROM jsonb_array_elements_text(c.clock->'marks') AS m(mark)), 0) AS reached
  FROM record r
  CROSS JOIN LATERAL (VALUES ('response', r.body->'response'), ('resolution', r.body->'resolution')) AS c(kind, clock)
  -- The last line that has moved the clock: a new target does not.
  CROSS JOIN LATERAL (
    SELECT e.entry, e.entry->>'type' AS type
    FROM jsonb_array_elements(c.clock->'entries') WITH ORDINALITY AS e(entry, n)
    WHERE e.entry->>'type' <> 'retargeted'
    ORDER BY e.n DESC LIMIT 1
  ) AS move
  LEFT JOIN LATERAL (SELECT move.entry WHERE move.type IN ('met', 'cancelled')) AS ending ON true
  WHERE r.kind = 'request' AND c.clock IS NOT NULL;
