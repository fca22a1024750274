-- An approval is kept as stages with places and as moves from now on (src/domain/approval/approval-state.ts). Those that began before are
-- carried over as they stand: who was asked, who has spoken, whose turn it is. Nothing of them is lost; what is done twice does nothing.
UPDATE record r SET body = jsonb_strip_nulls(jsonb_build_object(
  'kind', 'approval', 'number', r.number, 'of', r.body->'of', 'title', r.body->'title', 'requester', r.body->'requester',
  -- Who answers for it inside the firm: its requester, or for a client who asked the owner of the request.
  'advocate', CASE WHEN p.kind = 'staff' THEN r.body->'requester' ELSE coalesce(q.body->'owner', r.body->'requester') END,
  'client', r.body->'client',
  'flow', jsonb_build_object('id', 'before-2026-11-25', 'cc', '[]'::jsonb, 'nobody', '[]'::jsonb, 'escalation', 'add'),
  'steps', (
    SELECT jsonb_agg(jsonb_build_object(
      'stage', jsonb_build_object('name', s.stage->'name', 'rule', 'any', 'cc', '[]'::jsonb, 'approvers', (
        SELECT jsonb_agg(jsonb_build_object('by', 'person', 'person', a.who)) FROM jsonb_array_elements(s.stage->'approvers') AS a(who)
      )),
      'seats', (
        SELECT jsonb_agg(jsonb_build_array(jsonb_build_object(
          'person', a.who,
          'came', CASE WHEN s.stage->'fallback' = 'true' THEN 'fallback' ELSE 'flow' END,
          'askedAt', CASE WHEN s.n = (r.body->>'stage')::int + 1 THEN coalesce(
            (SELECT max(v.said->>'decidedAt') FROM jsonb_array_elements(r.body->'verdicts') AS v(said)), r.body->>'startedAt') END,
          'said', (
            SELECT jsonb_build_object('verdict', CASE v.said->>'verdict' WHEN 'approved' THEN 'yes' ELSE 'no' END,
              'by', v.said->'by', 'comment', v.said->'comment', 'decidedAt', v.said->'decidedAt')
            FROM jsonb_array_elements(r.body->'verdicts') AS v(said)
            WHERE (v.said->>'stage')::int + 1 = s.n AND v.said->'by' = a.who LIMIT 1
          )
        ))) FROM jsonb_array_elements(s.stage->'approvers') AS a(who)
      ),
      'fate', (
        SELECT 'passed' FROM jsonb_array_elements(r.body->'verdicts') AS v(said)
        WHERE (v.said->>'stage')::int + 1 = s.n AND v.said->>'verdict' = 'approved' LIMIT 1
      )
    ) ORDER BY s.n) FROM jsonb_array_elements(r.body->'stages') WITH ORDINALITY AS s(stage, n)
  ),
  'revision', 1,
  'payload', jsonb_build_object('title', q.body->'title', 'service', q.body->'service', 'client', q.body->'client',
    'priority', q.body->'priority', 'answers', q.body->'answers'),
  'fingerprint', encode(sha256(convert_to((q.body->'answers')::text, 'UTF8')), 'hex'),
  'changes', '[]'::jsonb,
  'moves', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('type', v.said->'verdict', 'by', v.said->'by', 'stage', v.said->'stage',
      'comment', v.said->'comment', 'movedAt', v.said->'decidedAt') ORDER BY v.n), '[]'::jsonb)
    FROM jsonb_array_elements(r.body->'verdicts') WITH ORDINALITY AS v(said, n)
  ),
  'startedAt', r.body->'startedAt', 'status', r.body->'status', 'stage', r.body->'stage', 'endedAt', r.body->'endedAt'
))
FROM record q LEFT JOIN person p ON p.id = q.asked_by
WHERE r.kind = 'approval' AND r.body ? 'verdicts' AND q.number = r.parent;
