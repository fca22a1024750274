/** Tells a story on every platform, with every gesture delivered twice in the chats of other makers, which do so, and once on our own page. The stories of one group share a world and leave each other alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deliver } from '../support/fake-chat.ts';
import {
  type Name,
  type PlatformName,
  platformNames,
  type Someone,
  World,
  type WorldOptions,
} from '../support/world.ts';

export type Stage = {
  readonly world: () => World;
  readonly people: () => Readonly<Record<Name, Someone>>;
  readonly platform: PlatformName;
  readonly deliver: Deliver;
};

type Where = { readonly platforms?: readonly PlatformName[]; readonly deliveries?: readonly Deliver[] };

/** Whatever is true when everything comes twice is true when it comes once; that the second is not needed is told on our own page. */
function usual(platform: PlatformName): readonly Deliver[] {
  return platform === 'playground' ? ['once'] : ['twice'];
}

export function everywhere(
  tell: (stage: Stage) => void,
  { platforms = platformNames, deliveries, ...options }: Where & Omit<WorldOptions, 'platform'> = {},
): void {
  describe.each(platforms)('on %s', (platform) => {
    describe.each(deliveries ?? usual(platform))('with every gesture delivered %s', (deliver) => {
      const begun: { world?: World } = {};
      const world = (): World => {
        if (!begun.world) throw new Error('the world has not begun');
        return begun.world;
      };
      beforeAll(async () => {
        begun.world = await World.begin({ platform, deliver, ...options });
      });
      afterAll(() => begun.world?.end());

      tell({ world, people: () => everyone(world()), platform, deliver });

      test('the bot has kept every rule of the platform', () => {
        expect(world().chat.breaches).toEqual([]);
      });
    });
  });
}

export function everyone(world: World, platform: PlatformName = world.platform): Readonly<Record<Name, Someone>> {
  const names = ['wang', 'li', 'zhao', 'sun', 'ann', 'nobody'] as const;
  return Object.fromEntries(names.map((name) => [name, world.someone(name, platform)])) as Record<Name, Someone>;
}
