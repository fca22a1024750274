/** The pace of speaking: even per chat and per app, and silent for as long as a platform asks. */
import { expect, test } from 'vitest';
import { Lanes } from '../../src/bot/engine/lanes.ts';
import type { PlatformId } from '../../src/domain/ids.ts';

const platform = 'test' as PlatformId;
const traits = {
  editableDays: 1,
  perChatPerSecond: 1,
  perAppPerSecond: 5,
  hasHome: false,
  hasInbox: false,
  repaintsPressed: false,
};

test('one chat is spoken to once a second, however many posts wait', () => {
  const lanes = new Lanes();
  const waits = Array.from({ length: 4 }, () => lanes.take('test/person/a', platform, traits, 0));
  expect(waits).toEqual([0, 1_000, 2_000, 3_000]);
  expect(lanes.take('test/person/a', platform, traits, 60_000)).toBe(0);
});

test('many chats share what the app as a whole may say', () => {
  const lanes = new Lanes();
  const waits = Array.from({ length: 7 }, (_, n) => lanes.take(`test/person/${n}`, platform, traits, 0));
  expect(waits).toEqual([0, 0, 0, 0, 0, 200, 400]);
});

test('a pause closes a chat, or the whole platform, until its end and not longer', () => {
  const lanes = new Lanes();
  lanes.pause('test/person/a', 1_000);
  lanes.pause('test', 3_000);
  lanes.pause('test', 2_000);
  expect(lanes.closed(0)).toEqual({ lanes: ['test/person/a'], platforms: ['test'], opensAt: 1_000 });
  expect(lanes.closed(1_000)).toEqual({ lanes: [], platforms: ['test'], opensAt: 3_000 });
  expect(lanes.closed(3_000)).toEqual({ lanes: [], platforms: [], opensAt: undefined });
});
