-- The agenda as a ledger that several processes share: who has claimed an occurrence, and of which series it is one.
ALTER TABLE "agenda" ADD COLUMN "claimed_by" TEXT, ADD COLUMN "claimed_at" TIMESTAMPTZ(3), ADD COLUMN "series" TEXT;
CREATE INDEX "agenda_due_series" ON "agenda" ("series", "due_at") WHERE "state" = 'due' AND "series" IS NOT NULL;

-- What a reminder is about, so that nobody is reminded of it again at once.
ALTER TABLE "post" ADD COLUMN "nudge" TEXT;
CREATE INDEX "post_nudge" ON "post" ("nudge", "created_at") WHERE "nudge" IS NOT NULL;
-- What one person was sent lately.
CREATE INDEX "post_person" ON "post" ("person", "created_at");

-- CreateTable
CREATE TABLE "held" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "record" TEXT,
    "notice" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "gathered_at" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "held_person_due_at_idx" ON "held" ("person", "due_at");

-- Claims up to `most` occurrences that are due, the longest due first, for one process. What a living process has claimed is left to it;
-- what a dead one had is free. `folded`: a younger one of the same series is due as well and does the work of both.
CREATE FUNCTION steward_claim_agenda(claimer TEXT, now_at TIMESTAMPTZ, most INTEGER, failed UUID[])
RETURNS TABLE (id UUID, key TEXT, kind TEXT, input JSONB, due_at TIMESTAMPTZ, stale_ms BIGINT, folded BOOLEAN)
LANGUAGE sql SET enable_seqscan = off AS $$
  UPDATE agenda a SET claimed_by = claimer, claimed_at = now_at
  WHERE a.id IN (
    SELECT d.id FROM agenda d
    WHERE d.state = 'due' AND d.due_at <= now_at AND NOT (d.id = ANY (failed))
      AND (d.claimed_by IS NULL OR d.claimed_by = claimer
        OR NOT EXISTS (SELECT 1 FROM pg_stat_activity s WHERE s.application_name = d.claimed_by))
    ORDER BY d.due_at, d.id LIMIT most FOR UPDATE SKIP LOCKED
  )
  RETURNING a.id, a.key, a.kind, a.input, a.due_at, a.stale_ms, a.series IS NOT NULL AND EXISTS (
    SELECT 1 FROM agenda n WHERE n.series = a.series AND n.state = 'due' AND n.due_at <= now_at AND n.due_at > a.due_at
  )
$$;

-- As before (20261125000200), with the reminders that are not said twice, what is held for a morning, and series of occurrences.
CREATE OR REPLACE FUNCTION steward_commit(c JSONB) RETURNS JSONB LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  now_at   TIMESTAMPTZ := (c->>'now')::timestamptz;
  gesture  TEXT := (c->'claim'->>'platform') || ':' || (c->'claim'->>'key');
  touched  INTEGER;
  head     audit_head%ROWTYPE;
  row_     RECORD;
  line     TEXT;
BEGIN
  -- 1. Claim. Whoever comes second with the same key gets the first one's answer.
  INSERT INTO inbox (platform, key, received_at, intent, actor, outcome, input, answer)
  VALUES (c->'claim'->>'platform', c->'claim'->>'key', now_at, c->'claim'->>'intent', c->'claim'->>'actor',
          c->'claim'->>'outcome', nullif(c->'claim'->'input', 'null'), nullif(c->'claim'->'answer', 'null'))
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'duplicate', 'answer',
      (SELECT answer FROM inbox WHERE platform = c->'claim'->>'platform' AND key = c->'claim'->>'key'));
  END IF;

  -- 2. People met in this gesture.
  IF c ? 'people' THEN
    INSERT INTO person (id, kind, name, email, department, client, roles, locale, zone, source)
    SELECT p.id, p.kind, p.name, p.email, NULL, NULL, '{}', p.locale, p.zone, 'chat'
    FROM jsonb_to_recordset(c->'people') AS p(id TEXT, kind TEXT, name TEXT, email TEXT, locale TEXT, zone TEXT)
    ON CONFLICT DO NOTHING;
  END IF;
  IF c ? 'accounts' THEN
    INSERT INTO account (platform, id, person_id, source, last_used_at)
    SELECT a.platform, a.id, a.person, 'chat', CASE WHEN a.used THEN now_at END
    FROM jsonb_to_recordset(c->'accounts') AS a(platform TEXT, id TEXT, person TEXT, used BOOLEAN)
    ON CONFLICT (platform, id) DO UPDATE SET last_used_at = coalesce(EXCLUDED.last_used_at, account.last_used_at);
    UPDATE directory SET revision = revision + 1;
  END IF;

  -- Whoever has left the firm: nobody to be asked any more, and known by name for ever.
  IF c ? 'leaves' THEN
    UPDATE person SET active = false, left_at = now_at WHERE id = ANY (ARRAY(SELECT jsonb_array_elements_text(c->'leaves')));
    UPDATE directory SET revision = revision + 1;
  END IF;

  -- 3. Records: what the decision saw must still be so.
  -- All rows in one order, whether they were only seen or are written: gestures that touch the same records wait for each other, and never in a circle.
  IF c ? 'saw' OR c ? 'updates' THEN
    PERFORM 1 FROM record r WHERE r.number = ANY (ARRAY(
      SELECT n.number FROM jsonb_to_recordset(coalesce(c->'saw', '[]') || coalesce(c->'updates', '[]')) AS n(number TEXT)
    )) ORDER BY r.number FOR NO KEY UPDATE;
  END IF;
  IF c ? 'saw' THEN
    IF EXISTS (
      SELECT 1 FROM jsonb_to_recordset(c->'saw') AS s(number TEXT, version INTEGER)
      LEFT JOIN record r USING (number) WHERE r.version IS DISTINCT FROM s.version
    ) THEN
      RAISE EXCEPTION 'a record has changed' USING ERRCODE = 'SD409';
    END IF;
  END IF;
  IF c ? 'inserts' THEN
    INSERT INTO record (number, kind, state, title, owner, client, asked_by, parent, unique_key, version, body, created_at, updated_at)
    SELECT i.number, i.kind, i.state, i.title, i.owner, i.client, i.asked_by, i.parent, i.unique_key, 1, i.body, now_at, now_at
    FROM jsonb_to_recordset(c->'inserts') AS i(number TEXT, kind TEXT, state TEXT, title TEXT, owner TEXT, client TEXT,
      asked_by TEXT, parent TEXT, unique_key TEXT, body JSONB)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS touched = ROW_COUNT;
    IF touched <> jsonb_array_length(c->'inserts') THEN
      RAISE EXCEPTION 'a record like this exists' USING ERRCODE = 'SD409';
    END IF;
  END IF;
  IF c ? 'updates' THEN
    UPDATE record r SET state = u.state, title = u.title, owner = u.owner, client = u.client, body = u.body,
      version = r.version + 1, updated_at = now_at
    FROM jsonb_to_recordset(c->'updates') AS u(number TEXT, version INTEGER, state TEXT, title TEXT, owner TEXT, client TEXT, body JSONB)
    WHERE r.number = u.number AND r.version = u.version;
    GET DIAGNOSTICS touched = ROW_COUNT;
    IF touched <> jsonb_array_length(c->'updates') THEN
      RAISE EXCEPTION 'a record has changed' USING ERRCODE = 'SD409';
    END IF;
    DELETE FROM holder WHERE number IN (SELECT u.number FROM jsonb_to_recordset(c->'updates') AS u(number TEXT));
  END IF;
  IF c ? 'holders' THEN
    INSERT INTO holder (number, holder)
    SELECT DISTINCT h.number, h.holder FROM jsonb_to_recordset(c->'holders') AS h(number TEXT, holder TEXT);
  END IF;

  -- 4. A message that now shows something else (a form that became the record's card).
  IF c ? 'become' THEN
    UPDATE message m SET picture = b.picture, record = b.record, content = b.content
    FROM jsonb_to_recordset(c->'become') AS b(platform TEXT, chat TEXT, message TEXT, picture TEXT, record TEXT, content JSONB)
    WHERE m.platform = b.platform AND m.message = b.message AND (b.chat IS NULL OR m.chat = b.chat);
  END IF;

  -- 5. Posts. A show that waits already is not enqueued twice; locking it keeps a sender from drawing what we are about to change.
  -- A reminder that this reader had of the same thing a short while ago is settled at once: it is not said again.
  IF c ? 'posts' THEN
    INSERT INTO post (id, kind, record, platform, place_type, place, person, lane, picture, content, nudge, state, failure, sent_at, not_before, cause, created_at)
    SELECT p.id, p.kind, p.record, p.platform, p.place_type, p.place, p.person, p.lane, p.picture, p.content, p.nudge,
      CASE WHEN s.had THEN 'sent' ELSE 'waiting' END, CASE WHEN s.had THEN 'said a short while ago' END, CASE WHEN s.had THEN now_at END,
      now_at, gesture, now_at
    FROM ROWS FROM (jsonb_to_recordset(c->'posts') AS (id UUID, kind TEXT, record TEXT, platform TEXT, place_type TEXT, place TEXT, person TEXT, lane TEXT, picture TEXT, content JSONB, nudge TEXT, nudge_ms BIGINT))
      WITH ORDINALITY AS p(id, kind, record, platform, place_type, place, person, lane, picture, content, nudge, nudge_ms, n)
    CROSS JOIN LATERAL (
      SELECT p.nudge IS NOT NULL AND EXISTS (
        SELECT 1 FROM post o WHERE o.nudge = p.nudge AND coalesce(o.person, o.lane) = coalesce(p.person, p.lane)
          AND o.state <> 'dead' AND o.failure IS DISTINCT FROM 'said a short while ago'
          AND o.created_at > now_at - make_interval(secs => p.nudge_ms / 1000.0)
      ) AS had
    ) s
    ORDER BY n
    ON CONFLICT (lane, picture) WHERE state = 'waiting' AND kind = 'show' DO UPDATE SET cause = post.cause;
  END IF;
  IF c ? 'everywhere' THEN
    INSERT INTO post (id, kind, record, platform, place_type, place, person, lane, picture, content, not_before, cause, created_at)
    SELECT md5(gesture || '/' || s.lane || '/' || s.picture)::uuid, 'show', s.record, s.platform, s.place_type, s.place, s.person, s.lane, s.picture, s.content, now_at, gesture, now_at
    FROM (
      SELECT DISTINCT ON (w.lane, w.picture) w.*
      FROM (
        SELECT m.record, m.platform, m.place_type, m.place, m.person, m.lane, m.picture, m.content FROM message m
        WHERE m.picture = ANY (ARRAY(SELECT jsonb_array_elements_text(c->'everywhere')))
        UNION ALL
        SELECT o.record, o.platform, o.place_type, o.place, o.person, o.lane, o.picture, o.content FROM post o
        WHERE o.picture = ANY (ARRAY(SELECT jsonb_array_elements_text(c->'everywhere')))
          AND o.state IN ('waiting', 'sending', 'unsure', 'dead') AND (o.state <> 'dead' OR o.kind = 'show')
      ) w
      ORDER BY w.lane, w.picture
    ) s
    ON CONFLICT (lane, picture) WHERE state = 'waiting' AND kind = 'show' DO UPDATE SET cause = post.cause;
  END IF;

  -- Standing copies of open records that are to be drawn again whatever they show: on these platforms, where a moment is given those that
  -- stand since before it. What no edit window closes (`inbox`) is gone over every time.
  IF c ? 'renew' THEN
    INSERT INTO post (id, kind, record, platform, place_type, place, person, lane, picture, content, not_before, cause, created_at)
    SELECT md5(gesture || '/renew/' || s.lane || '/' || s.picture)::uuid, 'renew', s.number, s.platform, s.place_type, s.place, s.person, s.lane, s.picture,
      jsonb_set(s.content, '{kind}', '"renew"'), now_at, gesture, now_at
    FROM (
      SELECT DISTINCT ON (m.lane, m.picture) m.*, r.number
      FROM message m
      JOIN jsonb_to_recordset(c->'renew') AS w(platform TEXT, before TIMESTAMPTZ) ON w.platform = m.platform
      JOIN record r ON r.number = split_part(m.picture, ':', 2) AND split_part(m.picture, ':', 1) NOT LIKE '%-form'
      WHERE r.kind || '/' || r.state = ANY (ARRAY(SELECT jsonb_array_elements_text(c->'open')))
        AND (w.before IS NULL OR m.posted_at < w.before OR m.place_type = 'inbox')
      ORDER BY m.lane, m.picture, m.posted_at
    ) s
    ON CONFLICT DO NOTHING;
  END IF;

  -- What can wait for somebody's morning, and what a morning takes up.
  IF c ? 'holds' THEN
    INSERT INTO held (id, person, record, notice, due_at, cause, created_at)
    SELECT h.id, h.person, h.record, h.notice, h.due_at, gesture, now_at
    FROM ROWS FROM (jsonb_to_recordset(c->'holds') AS (id UUID, person TEXT, record TEXT, notice JSONB, due_at TIMESTAMPTZ))
      WITH ORDINALITY AS h(id, person, record, notice, due_at, n)
    ORDER BY n;
  END IF;
  IF c ? 'gathers' THEN
    UPDATE held h SET gathered_at = now_at
    FROM jsonb_to_recordset(c->'gathers') AS g(person TEXT, due_at TIMESTAMPTZ)
    WHERE h.person = g.person AND h.due_at <= g.due_at AND h.gathered_at IS NULL;
  END IF;

  -- 6. The agenda: what is to be asked later, and what this gesture settles.
  IF c ? 'agenda' THEN
    INSERT INTO agenda (id, key, kind, input, record, person, due_at, stale_ms, series)
    SELECT a.id, a.key, a.kind, a.input, a.record, a.person, a.due_at, a.stale_ms, a.series
    FROM jsonb_to_recordset(c->'agenda') AS a(id UUID, key TEXT, kind TEXT, input JSONB, record TEXT, person TEXT,
      due_at TIMESTAMPTZ, stale_ms BIGINT, series TEXT)
    ON CONFLICT (key) DO NOTHING;
  END IF;
  IF c ? 'settles' THEN
    UPDATE agenda SET state = c->'settles'->>'state', reason = c->'settles'->>'reason', settled_at = now_at, claimed_by = NULL
    WHERE id = (c->'settles'->>'id')::uuid AND state = 'due';
  END IF;

  -- 7. Audit last: the head of the chain is held only from here to the commit.
  IF c ? 'audit' THEN
    SELECT * INTO head FROM audit_head WHERE id = 1 FOR UPDATE;
    FOR row_ IN
      SELECT a.actor, a.on_behalf_of, a.record, a.event, a.detail
      FROM ROWS FROM (jsonb_to_recordset(c->'audit') AS (actor TEXT, on_behalf_of TEXT, record TEXT, event TEXT, detail TEXT))
      WITH ORDINALITY AS a(actor, on_behalf_of, record, event, detail, n)
      ORDER BY n
    LOOP
      line := audit_line(head.hash, head.seq + 1, now_at, row_.actor, row_.on_behalf_of, row_.record, row_.event, row_.detail, gesture);
      INSERT INTO audit (seq, at, actor, on_behalf_of, record, event, detail, cause, prev_hash, hash)
      VALUES (head.seq + 1, now_at, row_.actor, row_.on_behalf_of, row_.record, row_.event, row_.detail, gesture, head.hash,
              encode(sha256(convert_to(line, 'UTF8')), 'hex'))
      RETURNING seq, hash INTO head.seq, head.hash;
    END LOOP;
    UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE id = 1;
  END IF;

  RETURN jsonb_build_object('outcome', 'done');
END $$;
