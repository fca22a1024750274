/** Who notices what happens to a digest, an issue and a draft risk: the whole policy, as a table. */
import { describe, expect, test } from 'vitest';
import { reactionsTo } from '../../src/bot/reactions/index.ts';
import { projectFirm } from '../domain/digests.ts';
import { chen, li, zhao } from '../domain/firm.ts';
import { concernEvents, digestEvents } from './digest-events.ts';
import { type Happened, now } from './happened.ts';
import { policyOf } from './policy.ts';

type Policy = Readonly<Record<string, readonly string[]>>;

const of = 'PRJ-2/2026-W48';
const everywhere = [`refresh digest ${of}`, `refresh progress-digest ${of}`];
const sentTo = (...people: readonly string[]) =>
  people.flatMap((one) => [`tell ${one} digest.sent`, `show ${one} digest ${of}`]);
/** The project has people of strategy, headed by the lead, and of digital. */
const heads = ['chen', 'management'];

const digests: Policy = {
  'it is drafted: digest.drafted': [
    ...everywhere,
    'tell li progress.digest-ready',
    `show li digest ${of}`,
    'later digest.lapse 2026-11-30T04:00Z',
  ],
  'its lead edits it: digest.edited': everywhere,
  'its lead confirms it: digest.confirmed': [...everywhere, ...sentTo(...heads)],
  'a delegate confirms it: digest.confirmed': [...everywhere, ...sentTo('li', ...heads)],
  'nobody confirms it in time: digest.lapsed': [...everywhere, ...sentTo(...heads), 'tell li digest.lapsed'],
  'its lead confirms it afterwards: digest.confirmed': [...everywhere, ...sentTo(...heads)],
  'its lead sends it to the client: digest.sent-to-client': [
    ...everywhere,
    `show ann digest-client ${of}`,
    `show bob digest-client ${of}`,
  ],
  'a delegate sends it to the client: digest.sent-to-client': [
    ...everywhere,
    `show ann digest-client ${of}`,
    `show bob digest-client ${of}`,
    'tell li digest.client-sent',
  ],
};

const concerns: Policy = {
  'a report is blocked and sees a risk: issue.opened': [
    'refresh issue ISS-3',
    'show li issue ISS-3',
    'tell li issue.opened',
  ],
  'a report is blocked and sees a risk: risk.drafted': ['refresh risk RSK-4', 'tell li risk.drafted'],
  'the lead’s own report is: issue.opened': ['refresh issue ISS-3', 'show li issue ISS-3'],
  'the lead’s own report is: risk.drafted': ['refresh risk RSK-4'],
  'the words change: issue.changed': ['refresh issue ISS-3'],
  'the words change: risk.changed': ['refresh risk RSK-4'],
  'the words go away: issue.dropped': ['refresh issue ISS-3'],
  'the words go away: risk.dropped': ['refresh risk RSK-4'],
  'its owner solves it: issue.solved': ['refresh issue ISS-3', 'tell wang issue.solved'],
  'a delegate solves it: issue.solved': ['refresh issue ISS-3', 'tell wang issue.solved', 'tell li issue.solved'],
};

describe.each([
  ['a digest', digests, digestEvents],
  ['an issue or a risk', concerns, concernEvents],
] as const)('of %s', (_subject: string, policy: Policy, events: readonly Happened[]) => {
  test.each(Object.keys(policy))('%s', (what) => {
    const found = events.filter(({ title, event }) => `${title}: ${event.type}` === what);
    expect(found).toHaveLength(1);
    for (const { state, event } of found)
      expect(policyOf(reactionsTo(state, event, now, projectFirm))).toEqual(policy[what]);
  });

  test('nothing else happens', () => {
    expect(events.map(({ title, event }) => `${title}: ${event.type}`)).toEqual(Object.keys(policy));
  });
});

test('a draft goes to whoever stands in as well, while its lead is away', () => {
  const away = { ...projectFirm, away: new Map([[li.id, { delegate: zhao.id }]]) };
  const [drafted] = digestEvents;
  const policy = drafted ? policyOf(reactionsTo(drafted.state, drafted.event, now, away)) : [];
  expect(policy).toContain('tell li progress.digest-ready');
  expect(policy).toContain(`show zhao digest ${of}`);
});

test('the head of a department, who makes its digest, is not sent it back', () => {
  const sent = digestEvents.find(({ title }) => title === 'its lead confirms it');
  const ofDigital = { ...sent?.state, cycle: 'digital', lead: chen.id } as Happened['state'];
  const policy = sent ? policyOf(reactionsTo(ofDigital, sent.event, now, projectFirm)) : [];
  expect(policy.filter((one) => one.startsWith('tell'))).toEqual(['tell management digest.sent']);
});
