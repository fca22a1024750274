/** What is blocked opens one issue per report, a risk one draft; both follow the words of their report. */
import { expect, test } from 'vitest';
import {
  type Books,
  type Concern,
  concernsOf,
  type Issue,
  ownerFor,
  type Risk,
  solveIssue,
} from '../../src/domain/concerns.ts';
import { mayViewConcern } from '../../src/domain/visibility.ts';
import { no, yes } from './decisions.ts';
import { answered, asked, ofWang, projectFirm } from './digests.ts';
import { by, everyone, li, wang, xu, zhao } from './firm.ts';
import { later } from './requests.ts';

/** Keeps what is decided, as the store does. */
function keeping(): Books & { readonly kept: Map<string, Concern> } {
  const kept = new Map<string, Concern>();
  return {
    kept,
    issue: { known: async () => kept.get('issue') as Issue | undefined, number: async () => 'ISS-3' },
    risk: { known: async () => kept.get('risk') as Risk | undefined, number: async () => 'RSK-4' },
    ...{ now: later(700), firm: projectFirm },
  };
}

type Said = { readonly blocked?: string; readonly risk?: string };

async function say(books: ReturnType<typeof keeping>, words: Said): Promise<readonly string[]> {
  const report = answered(asked(1, wang), wang, { done: '访谈', health: 'at-risk', ...words });
  const changes = await concernsOf(report, books);
  for (const { state } of changes) books.kept.set(state.kind, state);
  return changes.flatMap(({ events }) => events.map(({ type }) => type));
}

test('an answer opens both, once, however often it is sent', async () => {
  const books = keeping();
  expect(await say(books, { blocked: '授权未到', risk: '样本偏少' })).toEqual(['issue.opened', 'risk.drafted']);
  expect(await say(books, { blocked: '授权未到', risk: '样本偏少' })).toEqual([]);
  expect(books.kept.get('issue')).toMatchObject({
    number: 'ISS-3',
    of: 'REP-1',
    by: wang.id,
    owner: li.id,
    status: 'open',
  });
  expect(books.kept.get('risk')).toMatchObject({ number: 'RSK-4', words: '样本偏少', status: 'draft' });
});

test('they follow the words: changed, taken back, said again', async () => {
  const books = keeping();
  await say(books, { blocked: '授权未到', risk: '样本偏少' });
  expect(await say(books, { blocked: '还缺一份', risk: '样本很少' })).toEqual(['issue.changed', 'risk.changed']);
  expect(await say(books, {})).toEqual(['issue.dropped', 'risk.dropped']);
  expect(await say(books, {})).toEqual([]);
  expect(await say(books, { blocked: '还缺一份', risk: '样本很少' })).toEqual(['issue.opened', 'risk.drafted']);
  expect(books.kept.get('issue')).not.toHaveProperty('droppedAt');
});

test('a solved issue stays solved until other words are said', async () => {
  const books = keeping();
  await say(books, { blocked: '授权未到' });
  const issue = books.kept.get('issue') as Issue;
  for (const other of everyone.filter(({ id }) => id !== li.id))
    expect(no(solveIssue(issue, by(other), later(800), projectFirm))).toEqual({
      type: 'issue.not-yours',
      owner: li.id,
    });
  const solved = yes(solveIssue(issue, by(li), later(800), projectFirm));
  expect(no(solveIssue(solved, by(li), later(800), projectFirm))).toEqual({ type: 'issue.already', status: 'solved' });
  books.kept.set('issue', solved);
  expect(await say(books, { blocked: '授权未到' })).toEqual([]);
  expect(await say(books, {})).toEqual([]);
  expect(await say(books, { blocked: '服务器未到' })).toEqual(['issue.opened']);
});

test('they belong to the lead of the cycle; where there is none, to whoever is above', () => {
  expect(ownerFor(ofWang, projectFirm)).toBe(li.id);
  const gone = new Map([...projectFirm.people, [li.id, { ...li, kind: 'former' as const }]]);
  expect(ownerFor(ofWang, { ...projectFirm, people: gone })).toBe(zhao.id);
  const headless = { ...projectFirm, projects: new Map(), departments: new Map() };
  expect(ownerFor(ofWang, headless)).toBe(zhao.id);
});

test('they are seen by reporter, owner, heads, management, quality and administrators; never by a client', async () => {
  const books = keeping();
  await say(books, { blocked: '授权未到' });
  const issue = books.kept.get('issue') as Issue;
  expect(everyone.filter((one) => mayViewConcern(issue, one, projectFirm)).map(({ id }) => id)).toEqual([
    'wang',
    'li',
    'zhao',
    'sun',
  ]);
  const ofXu = { ...issue, by: xu.id };
  expect(everyone.filter((one) => mayViewConcern(ofXu, one, projectFirm)).map(({ id }) => id)).toEqual([
    'li',
    'chen',
    'xu',
    'zhao',
    'sun',
  ]);
});
