/** What no reaction ever does, whatever has happened. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Effect } from '../../src/bot/reactions/effects.ts';
import { reactionsTo } from '../../src/bot/reactions/index.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import { ann, firm, li, stranger, wang } from '../domain/firm.ts';
import { allEvents } from './events.ts';
import { type Happened, now } from './happened.ts';
import { addressed } from './policy.ts';

const titled = allEvents.map((one) => [`${one.event.type}, when ${one.title}`, one] as const);

function reactions({ state, event }: Happened, where: Firm = firm): readonly Effect[] {
  return reactionsTo(state, event, now, where);
}

/** The same firm, in which one person is somebody else. */
function withPerson(person: Person): Firm {
  return { ...firm, people: new Map([...firm.people, [person.id, person]]) };
}

const internalNotices =
  /^(approval|progress|digest|issue|risk)\.|request\.(approval-refused|response-missed|handed-to-you)/;

describe.each(titled)('%s', (_, happened) => {
  const effects = reactions(happened);

  test('addresses only people whom the firm knows', () => {
    for (const id of addressed(effects)) {
      expect(id).not.toBe(stranger.id);
      expect(firm.people.get(id as Person['id'])?.kind, id).not.toBe(undefined);
    }
  });

  test('tells nobody what they did themselves', () => {
    const told = effects.filter(({ effect }) => effect === 'say');
    expect(addressed(told)).not.toContain(happened.actor?.id ?? 'the clock');
  });

  test('sends a client no approval, no report and no internal word', () => {
    for (const effect of effects) {
      if (!('to' in effect) || !('person' in effect.to)) continue;
      if (firm.people.get(effect.to.person)?.kind !== 'contact') continue;
      if (effect.effect === 'show') expect(['request', 'survey', 'digest-client']).toContain(effect.picture.name);
      else expect(effect.notice.type).not.toMatch(internalNotices);
    }
  });

  test('says nothing twice to the same person', () => {
    const said = effects.filter(({ effect }) => effect === 'say').map((effect) => JSON.stringify(effect));
    expect(new Set(said).size).toBe(said.length);
  });

  test('plans only what a command of the clock can do, never in the past, and each under a key of its own', () => {
    const planned = effects.filter((effect) => effect.effect === 'later');
    for (const { intent, input, at } of planned) {
      const command = commands.find((one) => one.intent.name === intent);
      expect(command?.clockOnly).toBe(true);
      expect(command?.intent.shape.safeParse(input).success).toBe(true);
      if (happened.event.type !== 'request.submitted') expect(at >= now).toBe(true);
    }
    expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
  });

  test('is the same however often it is asked', () => {
    expect(reactions(happened)).toEqual(effects);
  });
});

test('a requester whom the firm does not know as its own is never told an approver’s words', () => {
  const refusal = allEvents.filter(
    ({ event, title }) => event.type === 'request.approval-refused' && title.endsWith('it'),
  );
  expect(refusal).toHaveLength(1);
  const gone: Firm = { ...firm, people: new Map([...firm.people].filter(([id]) => id !== ann.id)) };
  for (const happened of refusal) {
    for (const where of [firm, gone, withPerson({ ...ann, kind: 'stranger' })]) {
      const told = reactions(happened, where).filter((effect) => effect.effect === 'say' && 'person' in effect.to);
      expect(JSON.stringify(told)).not.toContain('利润率太低');
    }
  }
});

test('a report that the account manager answers for is heard by him once, even when he did the work', () => {
  const answered = allEvents.filter(({ event }) => event.type === 'survey.answered');
  for (const { state, event } of answered) {
    const own = { ...state, owner: wang.id } as typeof state;
    expect(addressed(reactionsTo(own, event, now, firm))).toEqual([wang.id, wang.id]);
    expect(addressed(reactionsTo(state, event, now, firm))).toEqual([li.id, li.id, wang.id, wang.id]);
  }
});
