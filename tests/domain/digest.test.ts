/** A digest: drafted where somebody was asked, made by its lead, confirmed once, and never lost. */
import { describe, expect, test } from 'vitest';
import {
  clientVersionOf,
  confirmDigest,
  type Digest,
  digestPlace,
  draftDigest,
  editDigest,
  isConfirmed,
  lapseDigest,
  readPlace,
  sendToClient,
} from '../../src/domain/digest.ts';
import { confirmBy, digestDates } from '../../src/domain/digest-dates.ts';
import { headsFor, makersOf } from '../../src/domain/digest-people.ts';
import { answersAfter, mergedText, standingsOf } from '../../src/domain/digest-reports.ts';
import { filledIn, piecesOf } from '../../src/domain/digest-text.ts';
import type { Firm } from '../../src/domain/firm.ts';
import { missProgress, skipProgress } from '../../src/domain/progress.ts';
import { mayViewClientVersion, mayViewDigest } from '../../src/domain/visibility.ts';
import { wallClock } from '../../src/domain/zoned-time.ts';
import { eventsOf, no, yes } from './decisions.ts';
import {
  answered,
  answers,
  asked,
  confirmed,
  confirmedLate,
  drafting,
  edited,
  final,
  handWritten,
  lapsed,
  merged,
  noonAt,
  ofProject,
  ofWang,
  ofXu,
  projectFirm,
  tenAt,
} from './digests.ts';
import { ann, bob, by, chen, clock, everyone, li, max, sun, wang, xu, zhao } from './firm.ts';
import { at, cycleOf } from './reports.ts';

const away = { ...projectFirm, away: new Map([[li.id, { delegate: zhao.id }]]) };
const gone = { ...projectFirm, people: new Map([...projectFirm.people, [li.id, { ...li, kind: 'former' as const }]]) };

describe('is drafted', () => {
  test('from the members’ own words, what needs an eye first, each behind their name', () => {
    expect(merged).toEqual({
      blocked: '王芳：海外数据授权未到',
      risk: '王芳：样本偏少',
      done: '王芳：完成 8 家访谈\n整理 <纪要>\nXu Ning：Data model',
      next: '王芳：出初稿\nXu Ning：Dashboards',
    });
    expect(mergedText([ofXu], standingsOf([ofXu], ofProject, projectFirm), projectFirm, chen.id)).toEqual({
      done: 'Xu Ning: Data model',
      next: 'Xu Ning: Dashboards',
    });
  });

  test('with everybody’s standing: the worst first, then who is missing and why', () => {
    const how = (reports: Parameters<typeof standingsOf>[0], where = projectFirm) =>
      standingsOf(reports, ofProject, where).map(({ person, how: stands, late }) => [person, stands, late]);
    expect(how([ofXu, ofWang])).toEqual([
      [wang.id, 'off-track', false],
      [xu.id, 'on-track', false],
    ]);
    const owed = asked(1, wang);
    const skipped = yes(skipProgress(asked(3, xu), by(xu), tenAt));
    expect(how([skipped, yes(missProgress(owed, at(tenAt, projectFirm)))])).toEqual([
      [wang.id, 'missed', undefined],
      [xu.id, 'skipped', undefined],
    ]);
    expect(how([owed])).toEqual([
      [wang.id, 'open', undefined],
      [xu.id, 'not-asked', undefined],
    ]);
    expect(how([owed], { ...projectFirm, away: new Map([[wang.id, {}]]) })[0]).toEqual([
      wang.id,
      'on-leave',
      undefined,
    ]);
    const excused = { ...owed, status: 'excused', excusedAt: tenAt } as typeof owed;
    expect(how([excused])[0]).toEqual([wang.id, 'on-leave', undefined]);
  });

  test('only where somebody was asked, and says how many answered', () => {
    const { status: _, kind: _kind, edit: _edit, forClient: _client, ...begun } = drafting;
    const standings = standingsOf(answers, ofProject, projectFirm);
    expect(eventsOf(draftDigest(begun, standings, 2))).toEqual([
      { type: 'digest.drafted', answered: 2, asked: 2, missing: [] },
    ]);
    expect(no(draftDigest(begun, [], 0))).toEqual({ type: 'digest.nothing-due' });
  });

  test('under one place and key per cycle and period, also of a cycle with a slash in its name', () => {
    expect(readPlace(digestPlace(drafting))).toEqual({ cycle: 'PRJ-2', period: '2026-W48' });
    expect(readPlace('PRJ-2/daily/2026-11-25')).toEqual({ cycle: 'PRJ-2/daily', period: '2026-11-25' });
    expect(readPlace('nothing')).toBeUndefined();
  });
});

describe('is due', () => {
  const weekly = cycleOf('weekly');
  const clocks = (where: Firm, week: Parameters<typeof digestDates>[2]) => {
    const { draftAt, confirmByAt } = digestDates(weekly, li.id, week, where);
    return [draftAt, confirmByAt].map((moment) => wallClock(moment, li.zone));
  };

  test('on Monday at ten, to be confirmed by noon, of its lead’s clock', () => {
    expect(clocks(projectFirm, '2026-W48')).toEqual(['2026-11-30 10:00', '2026-11-30 12:00']);
  });

  test('on the first working day after a holiday, and the noon moves along', () => {
    const off = (...days: readonly string[]) => ({
      ...projectFirm,
      calendar: {
        ...projectFirm.calendar,
        special: (day: string) => (days.includes(day) ? { periods: [] } : undefined),
      },
    });
    expect(clocks(off('2026-11-30', '2026-12-01'), '2026-W48')).toEqual(['2026-12-02 10:00', '2026-12-02 12:00']);
    const week = ['11-30', '12-01', '12-02', '12-03', '12-04'].map((day) => `2026-${day}`);
    expect(clocks(off(...week), '2026-W48')).toEqual(['2026-12-07 10:00', '2026-12-07 12:00']);
  });

  test('never, where nobody ever works, later than planned', () => {
    const never = { ...projectFirm, calendar: { ...projectFirm.calendar, week: [] } };
    expect(clocks(never, '2026-W48')).toEqual(['2026-11-30 10:00', '2026-11-30 12:00']);
  });

  test('drafted late, it leaves as much time as it would have', () => {
    const dates = { draftAt: tenAt, confirmByAt: noonAt };
    expect(confirmBy(dates, tenAt)).toEqual(noonAt);
    expect(confirmBy(dates, new Date(tenAt.getTime() + 86_400_000))).toEqual(new Date(noonAt.getTime() + 86_400_000));
  });
});

describe('is made', () => {
  test('by its lead; while they are away by whoever stands in too; once they have left, by whoever is above them', () => {
    expect(makersOf(li.id, projectFirm)).toEqual([li.id]);
    expect(makersOf(li.id, away)).toEqual([li.id, zhao.id]);
    expect(makersOf(li.id, gone)).toEqual([zhao.id]);
    for (const other of [...everyone.filter(({ id }) => id !== li.id).map(by), clock]) {
      const refusal = { type: 'digest.not-yours', lead: li.id };
      expect(no(confirmDigest(drafting, other, noonAt, projectFirm, final))).toEqual(refusal);
      expect(no(editDigest(drafting, other, noonAt, projectFirm, handWritten))).toEqual(refusal);
    }
    expect(eventsOf(confirmDigest(drafting, by(zhao), noonAt, away, final))).toEqual([
      { type: 'digest.confirmed', late: false, by: zhao.id, onBehalfOf: li.id },
    ]);
  });

  test('once: a second confirmation is told who has sent it and when', () => {
    for (const done of [confirmed, confirmedLate]) {
      if (!isConfirmed(done)) throw new Error('not confirmed');
      const refusal = { type: 'digest.already-sent', by: li.id, confirmedAt: done.confirmedAt };
      expect(no(confirmDigest(done, by(li), noonAt, projectFirm, final))).toEqual(refusal);
      expect(no(editDigest(done, by(li), noonAt, projectFirm, handWritten))).toEqual(refusal);
    }
  });

  test('with words that no later answer overwrites; how many came after them is counted', () => {
    expect(edited.edit).toMatchObject({ text: handWritten.text, by: li.id });
    const later = answered(asked(3, xu), xu, { done: 'More', health: 'on-track' }, 7 * 1440);
    expect(answersAfter(edited.edit?.seenAt, answers)).toBe(0);
    expect(answersAfter(edited.edit?.seenAt, [ofWang, later])).toBe(1);
  });

  test('and goes out as a draft when nobody has confirmed it by noon, but only then', () => {
    expect(lapsed).toMatchObject({ status: 'sent', asDraft: true, sentAt: noonAt });
    for (const done of [lapsed, confirmed])
      expect(no(lapseDigest(done, noonAt))).toEqual({ type: 'digest.nothing-due' });
    expect(confirmedLate).toMatchObject({ asDraft: false, sentAt: noonAt, text: merged });
  });
});

describe('is read', () => {
  const readers = (digest: Digest) =>
    everyone.filter((one) => mayViewDigest(digest, one, projectFirm)).map(({ id }) => id);

  test('before it goes out by whoever makes it; afterwards by heads and those who watch over the firm; never outside', () => {
    expect(headsFor(ofProject, projectFirm)).toEqual([li.id, chen.id]);
    expect(headsFor('strategy' as typeof ofProject, projectFirm)).toEqual([]);
    expect(readers(drafting)).toEqual([li.id]);
    for (const sent of [lapsed, confirmed]) expect(readers(sent)).toEqual([li.id, chen.id, zhao.id, sun.id]);
  });

  test('by a client only in its own version, after its own confirmation, once', () => {
    expect(no(clientVersionOf(lapsed, by(li), projectFirm, 2))).toEqual({ type: 'digest.not-confirmed' });
    expect(no(clientVersionOf(confirmed, by(zhao), projectFirm, 2))).toEqual({ type: 'digest.not-yours', lead: li.id });
    expect(no(clientVersionOf(confirmed, by(li), projectFirm, 0))).toEqual({ type: 'digest.no-client' });
    const ready = yes(clientVersionOf(confirmed, by(li), projectFirm, 2));
    expect(no(sendToClient(ready, by(li), noonAt, projectFirm, {}))).toEqual({
      type: 'digest.words-missing',
      field: 'done',
    });
    const sent = yes(sendToClient(ready, by(li), noonAt, projectFirm, { done: '访谈完成' }));
    expect(no(clientVersionOf(sent, by(li), projectFirm, 2))).toEqual({
      ...{ type: 'digest.client-has-it', by: li.id, sentAt: noonAt },
    });
    const outside = [ann, bob, max].map((one) =>
      [confirmed, sent].map((digest) => mayViewClientVersion(digest, one, projectFirm)),
    );
    expect(outside).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ]);
  });
});

describe('its text', () => {
  test('is told in pieces that together say all of it, broken between lines', () => {
    const text = ['一'.repeat(5), '二'.repeat(5), '三'.repeat(12)].join('\n');
    expect(piecesOf(text, 11)).toEqual(['一一一一一\n二二二二二', '三三三三三三三三三三三', '三']);
    expect(piecesOf('', 10)).toEqual(['']);
  });

  test('keeps what a form has not asked about, and empties what was emptied', () => {
    const before = { blocked: '旧', risk: '旧', done: '长' };
    expect(filledIn(before, 'blocked risk', { blocked: ' 新 ' })).toEqual({ blocked: '新', done: '长' });
    expect(filledIn(before, 'done done-2', { done: '甲', 'done-2': '乙' })).toEqual({ ...before, done: '甲\n乙' });
  });
});
