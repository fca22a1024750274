/** The log tells what happened and keeps secrets. */
import { expect, test } from 'vitest';
import { createLog } from '../../src/bot/runtime/log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const lines: string[] = [];
  write(createLog('info', { write: (line: string) => lines.push(line) }));
  return lines;
}

test('a line is JSON with level, time, facts and message, and below the level there is none', () => {
  const lines = linesOf((log) => {
    log.debug({}, 'not this');
    log.child({ part: 'queue' }).warn({ attempts: 3, at: new Date(0) }, 'it takes long');
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...{ level: 'warn', part: 'queue', attempts: 3, at: '1970-01-01T00:00:00.000Z', msg: 'it takes long' },
  });
});

test('no token, password or header leaves in a line, however deep or in which words', () => {
  const error = Object.assign(new Error('POST failed with Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234'), {
    config: { headers: { Authorization: 'Bearer hunter2' } },
    cause: new Error('at postgresql://steward:hunter2@127.0.0.1:5432/steward'),
  });
  const [line = ''] = linesOf((log) =>
    log.error(
      { err: error, deep: [{ bot_token: 'hunter2' }], said: 'xoxb-hunter2-hunter2' },
      'call failed: xapp-1-hunter2-xyz',
    ),
  );
  expect(line).not.toMatch(/hunter2|g1044qe/);
  expect(JSON.parse(line)).toMatchObject({
    err: { type: 'Error', stack: expect.stringContaining('log.test') as unknown },
  });
});
