/** "report": this week's form, before or after it has been asked for. */
import { command, opens, outcome, refuse, typed } from '../bot/engine/define.ts';
import { OpenProgress } from '../bot/intents/progress-intents.ts';
import { openProgress, progressKey, reports } from '../domain/progress.ts';
import { isoWeekAt } from '../domain/zoned-time.ts';

export const progressOpen = typed(
  'report',
  () => ({}),
  command(OpenProgress, async ({ by, now, records, number }) => {
    if (by.kind !== 'person' || !reports(by.person)) return refuse({ type: 'progress.not-asked-of-you' });
    const week = isoWeekAt(now, by.person.zone);
    const already = await records.byUniqueKey('progress', progressKey(by.person.id, week));
    if (already) return opens({ name: 'progress-form', of: already.number });
    return outcome(openProgress(await number('progress'), by.person, week, now), (opened) => ({
      open: { name: 'progress-form', of: opened.number },
    }));
  }),
);
