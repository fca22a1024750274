/** A process with two parts, for the tests of its end. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../src/bot/ports/log.ts';
import { createLog } from '../../src/bot/runtime/log.ts';
import { endInOrder } from '../../src/bot/runtime/shutdown.ts';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
const part = (name: string) => ({ name, stop: () => pause(50).then(() => console.log(name)) });

endInOrder(() => [part('doors'), part('database')], process.argv[2] === 'speaking' ? createLog('info') : log);
setInterval(nothing, 1_000);
console.log('up');
if (process.argv[2] === 'broken') setImmediate(() => void JSON.parse('{'));
if (process.argv[2] === 'unawaited') void Promise.reject(new Error('nobody awaits this'));
