/**
 * At night, open records' cards that soon could not be edited any more are posted anew. And whoever left, for a while or for good, in the very
 * moment in which something reached them is found now: nothing waits for somebody who is not here.
 */
import { clockCommand } from '../bot/engine/define.ts';
import { RenewAgeing } from '../bot/intents/card-intents.ts';
import { coverAll } from '../domain/approval/care.ts';
import { succeed } from '../domain/approval/succeed.ts';

export const cardsRenew = clockCommand(RenewAgeing, async ({ now, firm, records }) => {
  const covered = coverAll(await records.approvalsHeldBy(...firm.away.keys()), firm);
  const former = [...firm.people.values()].filter(({ kind }) => kind === 'former').map(({ id }) => id);
  // Where two have left at once, the second is found the night after.
  const swept = (await records.approvalsHeldBy(...former)).flatMap(
    (approval) => former.map((gone) => succeed(approval, gone, now, firm)).find((found) => found !== undefined) ?? [],
  );
  const once = new Set(covered.map(({ state }) => state.number));
  return {
    ...{ kind: 'decided', answer: {} },
    changes: [...covered, ...swept.filter(({ state }) => !once.has(state.number))],
    renew: 'ageing',
  };
});
