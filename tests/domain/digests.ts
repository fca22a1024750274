/** Digests for the pure tests: of a department, and of a project for a client, in every state they have. */
import type { CycleId } from '../../src/domain/cycle.ts';
import { confirmDigest, type Digest, draftDigest, editDigest, lapseDigest } from '../../src/domain/digest.ts';
import { mergedText, newestOf, standingsOf } from '../../src/domain/digest-reports.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import { askForProgress, type Progress, submitProgress } from '../../src/domain/progress.ts';
import type { ProgressAnswer } from '../../src/domain/progress-words.ts';
import { yes } from './decisions.ts';
import { by, globex, li, wang, xu } from './firm.ts';
import { at, cycleOf, rollout, subject, week, withProject } from './reports.ts';
import { later } from './requests.ts';

export const ofStrategy = 'strategy' as CycleId;
export const ofProject = 'PRJ-2' as CycleId;

/** For Globex: led by Li Qiang of strategy, with a colleague of each department. */
export const project = rollout;
export const projectFirm = withProject;

export function asked(number: number, person: Person, where: Firm = projectFirm): Progress {
  const about = where === projectFirm ? subject(person, week, cycleOf('weekly')) : subject(person);
  return yes(askForProgress(`REP-${number}`, about, at(later(600), where)));
}

export function answered(report: Progress, person: Person, answer: ProgressAnswer, minutes = 700): Progress {
  return yes(submitProgress(report, by(person), at(later(minutes), projectFirm), answer));
}

export const ofWang = answered(asked(1, wang), wang, {
  ...{
    done: '完成 8 家访谈\n整理 <纪要>',
    next: '出初稿',
    blocked: '海外数据授权未到',
    risk: '样本偏少',
    health: 'off-track',
  },
});
export const ofXu = answered(asked(3, xu), xu, { done: 'Data model', next: 'Dashboards', health: 'on-track' });
export const answers = [ofWang, ofXu];

/** Monday, ten o'clock; and noon. */
export const tenAt = later(7 * 1440);
export const noonAt = later(7 * 1440 + 120);

export function drafted(where: Firm = projectFirm, reports: readonly Progress[] = answers): Digest {
  const standings = standingsOf(reports, ofProject, where);
  const drafting = {
    ...({ number: 'DIG-2' } as const),
    ...{ cycle: ofProject, period: week, name: project.name, client: globex, lead: li.id },
    ...{ draftedAt: tenAt, confirmByAt: noonAt },
  } as const;
  return yes(draftDigest(drafting, standings, reports.length));
}

export const drafting = drafted();
const standings = standingsOf(answers, ofProject, projectFirm);
export const merged = mergedText(answers, standings, projectFirm, li.id);
export const final = { text: merged, standings, seenAt: newestOf(answers) };
export const handWritten = {
  text: { summary: '总体可控', blocked: '王芳：数据授权在办', done: '王芳：访谈 8 家' },
  seenAt: newestOf(answers),
};

export const edited = yes(editDigest(drafting, by(li), later(7 * 1440 + 30), projectFirm, handWritten));
export const confirmed = yes(confirmDigest(drafting, by(li), later(7 * 1440 + 60), projectFirm, final));
export const lapsed = yes(lapseDigest(drafting, noonAt));
export const confirmedLate = yes(confirmDigest(lapsed, by(li), later(7 * 1440 + 180), projectFirm, final));
