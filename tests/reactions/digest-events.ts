/** Everything that can happen to a digest, an issue and a draft risk. */
import { concernsOf, type Issue, type Risk, solveIssue } from '../../src/domain/concerns.ts';
import {
  confirmDigest,
  draftDigest,
  editDigest,
  type Digest,
  isConfirmed,
  lapseDigest,
  sendToClient,
} from '../../src/domain/digest.ts';
import { standingsOf } from '../../src/domain/digest-reports.ts';
import { yes } from '../domain/decisions.ts';
import {
  answered,
  answers,
  asked,
  confirmed,
  drafting,
  final,
  handWritten,
  lapsed,
  ofProject,
  ofWang,
  projectFirm,
} from '../domain/digests.ts';
import { by, firm, li, wang, zhao } from '../domain/firm.ts';
import { after, type Happened, now } from './happened.ts';

const awayLi = { ...projectFirm, away: new Map([[li.id, { delegate: zhao.id }]]) };
const { status: _status, kind: _kind, edit: _edit, forClient: _forClient, ...begun } = drafting;
const ours = (digest: Digest) => {
  if (!isConfirmed(digest)) throw new Error('not confirmed');
  return digest;
};

export const digestEvents: readonly Happened[] = [
  ...after('it is drafted', draftDigest(begun, standingsOf(answers, ofProject, projectFirm), 2)),
  ...after('its lead edits it', editDigest(drafting, by(li), now, projectFirm, handWritten), li),
  ...after('its lead confirms it', confirmDigest(drafting, by(li), now, projectFirm, final), li),
  ...after('a delegate confirms it', confirmDigest(drafting, by(zhao), now, awayLi, final), zhao),
  ...after('nobody confirms it in time', lapseDigest(drafting, now)),
  ...after('its lead confirms it afterwards', confirmDigest(lapsed, by(li), now, projectFirm, final), li),
  ...after(
    'its lead sends it to the client',
    sendToClient(ours(confirmed), by(li), now, projectFirm, { done: '完成访谈' }),
    li,
  ),
  ...after(
    'a delegate sends it to the client',
    sendToClient(ours(confirmed), by(zhao), now, awayLi, { done: '完成访谈' }),
    zhao,
  ),
];

const none = { known: () => Promise.resolve(undefined) };
const books = {
  issue: { ...none, number: () => Promise.resolve('ISS-3' as const) },
  risk: { ...none, number: () => Promise.resolve('RSK-4' as const) },
  ...{ now, firm },
};
const [opened, noted] = await concernsOf(ofWang, books);
const issue = opened?.state as Issue;
const risk = noted?.state as Risk;
const known = {
  ...books,
  issue: { ...books.issue, known: () => Promise.resolve(issue) },
  risk: { ...books.risk, known: () => Promise.resolve(risk) },
};
const again = (answer: { readonly blocked?: string; readonly risk?: string }) =>
  concernsOf(answered(asked(1, wang), wang, { done: '访谈', health: 'at-risk', ...answer }), known);
const own = await concernsOf(
  answered(asked(2, li, firm), li, { done: '评审', blocked: '缺人', risk: '延期', health: 'at-risk' }),
  books,
);

function changes(title: string, all: Awaited<ReturnType<typeof concernsOf>>, actor = wang): readonly Happened[] {
  return all.flatMap(({ state, events }) => events.map((event) => ({ title, state, event, actor })));
}

export const concernEvents: readonly Happened[] = [
  ...changes(
    'a report is blocked and sees a risk',
    [opened, noted].filter((one) => one !== undefined),
  ),
  ...changes('the lead’s own report is', own, li),
  ...changes('the words change', await again({ blocked: '还缺一份授权', risk: '样本很少' })),
  ...changes('the words go away', await again({})),
  ...after('its owner solves it', solveIssue(issue, by(li), now, firm), li),
  ...after('a delegate solves it', solveIssue(issue, by(zhao), now, awayLi), zhao),
];

export const solved = yes(solveIssue(issue, by(li), now, firm));
export { issue, risk };
