/** `POST /test/clock` moves the product's time and nothing else: signatures are still judged by the real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { everyone } from './everywhere.ts';

let world: World;
beforeAll(async () => {
  world = await World.begin({ platform: 'slack' });
});
afterAll(() => world.end());

const like = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

async function clock(body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${world.botUrl}/test/clock`, { method: 'POST', body: text });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe('what it understands', () => {
  test('“advance” by nothing only asks', async () => {
    const { status, answer } = await clock({ advance: 'PT0S' });
    expect(status).toBe(200);
    expect(answer).toEqual({ now: like(/^2026-11-25T02:0\d:\d\d/), pending: 0 });
  });

  test('“now” sets it, and all that became due on the way is done and sent', async () => {
    const { answer } = await clock({ now: '2026-11-27T16:00:00+08:00' });
    expect(answer).toEqual({ now: like(/^2026-11-27T08:00:00/), pending: 0 });
    expect(everyone(world).wang.card('2026-W48').text).toContain('这一周进展如何');
  });

  test('“advance” goes on from there', async () => {
    const { answer } = await clock({ advance: 'PT2H' });
    expect(answer).toMatchObject({ now: like(/^2026-11-27T10:00:0/), pending: 0 });
    expect(everyone(world).wang.cards('温馨提醒')).toHaveLength(1);
    expect((await clock({ advance: 'P1D' })).answer).toMatchObject({ now: like(/^2026-11-28T10/) });
  });

  test('going back does nothing twice', async () => {
    await clock({ now: '2026-11-27T07:00:00Z' });
    await clock({ now: '2026-11-27T12:00:00Z' });
    expect(everyone(world).wang.cards('温馨提醒')).toHaveLength(1);
    expect(everyone(world).wang.cards('2026-W48')).toHaveLength(2);
  });
});

test.each([
  '',
  '{',
  '{}',
  '[]',
  '{"now":"soon"}',
  '{"advance":"2 hours"}',
  '{"now":"2026-11-27T08:00:00Z","advance":"PT1S"}',
])('it refuses %s', async (body) => {
  expect((await clock(body)).status).toBe(400);
});

test.each(['P1M', 'P1Y'])('it refuses %s, whose length is not fixed', async (advance) => {
  expect((await clock({ advance })).status).toBe(400);
});

test('weeks later on its own clock, the bot still hears what is signed now', async () => {
  await clock({ now: '2026-12-21T00:00:00Z' });
  const { zhao } = everyone(world);
  expect(await zhao.says('help')).toBe(200);
  expect(zhao.card('How can I help?').text).toContain('Zhao Min');
});
