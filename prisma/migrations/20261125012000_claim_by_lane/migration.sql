-- Claims up to `most` posts for one process: only the first open post of each lane, only when it is due.
-- The index of open posts is walked from lane to lane, so a claim costs as much as there are lanes with something to send, however
-- long their queues are and however long the history has grown. The settings keep it so before the first ANALYZE, too.
CREATE OR REPLACE FUNCTION steward_claim_posts(claimer TEXT, now_at TIMESTAMPTZ, most INTEGER, closed_lanes TEXT[], closed_platforms TEXT[])
RETURNS SETOF post LANGUAGE sql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
  WITH RECURSIVE head AS (
    (SELECT o.lane, o.seq FROM post o WHERE o.state IN ('waiting', 'sending', 'unsure') ORDER BY o.lane, o.seq LIMIT 1)
    UNION ALL
    SELECT n.lane, n.seq FROM head h CROSS JOIN LATERAL (
      SELECT o.lane, o.seq FROM post o
      WHERE o.state IN ('waiting', 'sending', 'unsure') AND o.lane > h.lane ORDER BY o.lane, o.seq LIMIT 1
    ) n
  )
  UPDATE post SET state = 'sending', claimed_by = claimer, attempts = attempts + 1,
    first_tried_at = coalesce(first_tried_at, now_at)
  WHERE seq IN (
    SELECT p.seq FROM post p
    WHERE p.seq IN (SELECT h.seq FROM head h)
    AND p.state IN ('waiting', 'unsure') AND p.not_before <= now_at
    AND NOT (p.lane = ANY (closed_lanes)) AND NOT (p.platform = ANY (closed_platforms))
    ORDER BY p.seq LIMIT most FOR UPDATE SKIP LOCKED
  )
  RETURNING *
$$;
