/** The bot with a clock of its own for the platforms' pace: it runs so many times faster, or as fast as it can. Only a measurement may do that. */
import { readSettings } from '../../src/bot/runtime/config.ts';
import { createLog } from '../../src/bot/runtime/log.ts';
import { startSteward } from '../../src/steward.ts';

/** Cards come in bursts a few microseconds apart: between any two of them all pace must be made up for. */
const haste = Number(process.argv[2] ?? 1_000_000);
const began = Date.now();
const settings = readSettings(process.env, { root: process.cwd() });
const paceNow = (): number => began + performance.now() * haste;
const { port } = await startSteward(settings, createLog('silent'), [], { paceNow });
console.log(port);
