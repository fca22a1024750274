/** Several approvals with one form: each is decided on its own, and its line says what became of it. */
import { type Change, command, opens, refuse } from '../bot/engine/define.ts';
import { ApproveSeveral } from '../bot/intents/approval-intents.ts';
import { say, showEverywhere } from '../bot/reactions/effects.ts';
import { approve } from '../domain/approval/approval.ts';
import type { Shown } from '../domain/approval/voice.ts';
import { bothAfter } from '../domain/approved-request.ts';
import type { RecordNumber } from '../domain/numbers.ts';
import type { LineResult } from '../domain/records.ts';

/** No approval has it: what a form did not show is not approved by it. */
const NOT_SHOWN = { revision: 0 } as const;

/** What the form showed of a line. */
function shownOf(text = ''): Shown {
  const [, revision, stage, place] = /^(\d+)\/(\d+)\/(.+)$/.exec(text) ?? [];
  return place === undefined ? NOT_SHOWN : { revision: Number(revision), stage: Number(stage), place };
}

export const approvalApproveSeveral = command(ApproveSeveral, async ({ input, by, now, firm, records }) => {
  if (by.kind !== 'person') return refuse({ type: 'wish.not-for-you' });
  const { id } = by.person;
  const { fields, ...shown } = input;
  if (!fields) return opens({ name: 'several-form', of: id });

  const chosen = Object.entries(fields).flatMap(([number, word]) => (word === 'approve' ? [number] : []));
  if (chosen.length === 0) return refuse({ type: 'approval.none-chosen' });
  const changes: Change[] = [];
  const results: LineResult[] = [];
  for (const number of chosen as RecordNumber<'approval'>[]) {
    const approval = await records.find('approval', number);
    if (!approval) {
      results.push({ number, refusal: { type: 'approval.not-found' } });
      continue;
    }
    const approved = approve(approval, by, now, firm, shownOf(shown[number]));
    results.push({ number, title: approval.title, ...(approved.ok ? {} : { refusal: approved.refusal }) });
    if (approved.ok) changes.push(...bothAfter(approved, await records.find('request', approval.of), now, firm));
  }
  const refused = results.filter(({ refusal }) => refusal !== undefined).length;
  return {
    kind: 'decided',
    changes,
    effects: [say({ person: id }, { type: 'approval.several', results }), showEverywhere({ name: 'my', of: id })],
    answer: {
      notice: { type: 'approval.several-done', approved: results.length - refused, refused },
      tone: refused === 0 ? 'good' : 'warning',
      become: { name: 'my', of: id },
    },
  };
});
