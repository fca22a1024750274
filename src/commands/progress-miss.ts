/** The grace is over: what is owed of the cycle by now is missed all at once, and whoever leads it hears once who is missing. A late answer is still welcome. */
import { type Change, clockCommand, refuse, type Turn } from '../bot/engine/define.ts';
import { MissProgress } from '../bot/intents/progress-intents.ts';
import { say } from '../bot/reactions/effects.ts';
import { absenceAt } from '../domain/absence.ts';
import { leadOf } from '../domain/cycle.ts';
import { byName } from '../domain/period.ts';
import { missProgress, type Progress, reportNamed } from '../domain/progress.ts';

/** The other reports whose grace is over too; their own rows of the agenda will find nothing due. */
async function dueWith(progress: Progress, { now, records }: Turn): Promise<readonly Progress[]> {
  const all = await records.progressOf(progress.cycle, progress.period);
  return all.filter(
    (one) => one.number !== progress.number && one.status === 'asked' && one.dueAt !== undefined && one.dueAt <= now,
  );
}

export const progressMiss = clockCommand(MissProgress, async (turn) => {
  const { input, now, firm, records } = turn;
  const progress = await records.find('progress', input.progress);
  if (!progress) return refuse({ type: 'progress.not-found' });
  const decide = async (one: Progress) =>
    missProgress(one, { now, firm, leave: absenceAt(await records.absencesOf(one.person), now) });

  const own = await decide(progress);
  if (!own.ok) return refuse(own.refusal);
  const others = await Promise.all((await dueWith(progress, turn)).map(decide));
  const changes = [own, ...others].filter((one) => one.ok);
  const missed = changes.map(({ state }) => state).filter(({ status }) => status === 'missed');
  const lead = leadOf(progress.cycle, firm);
  // Nobody needs to be told of their own.
  const people = byName(missed, firm).flatMap(({ person }) => (person === lead ? [] : [person]));
  const named =
    lead === undefined || people.length === 0
      ? []
      : [say({ person: lead }, { type: 'progress.missed-by', people, ...reportNamed(progress) })];
  return { kind: 'decided', changes: changes satisfies readonly Change[], effects: named, answer: {} };
});
