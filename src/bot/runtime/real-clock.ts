/** The clock on the wall. */
import type { Clock } from '../ports/clock.ts';

export const realClock: Clock = { now: () => new Date() };
