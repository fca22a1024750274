/** Reads effects as policy: `tell ann request.taken`, `show desk request`, `refresh request`, `later request.close`. */
import type { Effect, To } from '../../src/bot/reactions/effects.ts';

function whom(to: To): string {
  if ('person' in to) return to.person;
  return 'desk' in to ? `desk ${to.desk}` : 'management';
}

export function policyOf(effects: readonly Effect[]): readonly string[] {
  return effects.map((effect) => {
    switch (effect.effect) {
      case 'say':
        return `tell ${whom(effect.to)} ${effect.notice.type}`;
      case 'show':
        return `show ${whom(effect.to)} ${effect.picture.name} ${effect.picture.of}`;
      case 'show-everywhere':
        return `refresh ${effect.picture.name} ${effect.picture.of}`;
      case 'later':
        return `later ${effect.intent} ${effect.at.toISOString().slice(0, 16)}Z`;
    }
  });
}

/** Everybody a set of effects addresses by name. */
export function addressed(effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => ('to' in effect && 'person' in effect.to ? [effect.to.person] : []));
}
