/** JSON lines on stdout. Whatever a caller passes, no token, password or signature leaves the process in a log line. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Log } from '../ports/log.ts';
import type { Settings } from './config.ts';

const hidden = '[hidden]';
const secretName = /token|secret|password|passwd|authorization|cookie|signature|encrypt|api_?key|private_?key/i;
/** Bearer tokens, platform tokens by their well-known beginnings, and the password inside an address. */
const secretText: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${hidden}`],
  [/\b(xox[a-z]|xapp|[tu])-[\w-]{10,}/g, hidden],
  [/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, `$1:${hidden}@`],
];
const deepest = 6;

/** `destination` is stdout unless a test looks at the lines. */
export function createLog(level: Settings['logLevel'], destination: DestinationStream = standardOutput()): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (facts: object) => clean(facts, 0) as Record<string, unknown>,
      bindings: (facts: object) => clean(facts, 0) as Record<string, unknown>,
    },
    /** Errors are cleaned like everything else; pino's own serializer would copy what clients hang on them. */
    serializers: { err: (value: unknown) => value },
  };
  return asLog(pino(options, destination));
}

/**
 * Not pino's own way to stdout: when whoever reads the lines has gone (EPIPE), that one tries for ever to get rid of the rest
 * when the process ends (sonic-boom 4.2, `flushSync`), and the process never ends.
 */
function standardOutput(): DestinationStream {
  process.stdout.on('error', () => undefined);
  return { write: (line) => void process.stdout.write(line) };
}

function asLog(logger: Logger): Log {
  return {
    debug: (facts, message) => logger.debug(facts, scrub(message)),
    info: (facts, message) => logger.info(facts, scrub(message)),
    warn: (facts, message) => logger.warn(facts, scrub(message)),
    error: (facts, message) => logger.error(facts, scrub(message)),
    child: (facts) => asLog(logger.child(facts)),
  };
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[…]';
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (value instanceof Map) return clean(Object.fromEntries(value), depth);
  if (value instanceof Set || Array.isArray(value)) return [...value].map((entry) => clean(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secretName.test(name) ? hidden : clean(inner, depth + 1)]),
  );
}

/** Only what explains: requests, headers and answers that HTTP clients attach to errors stay out. */
function cleanError(error: Error, depth: number): unknown {
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {};
  return {
    type: error.name,
    message: scrub(error.message),
    ...code,
    stack: scrub(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: clean(error.errors, depth + 1) } : {}),
  };
}

function scrub(text: string): string {
  return secretText.reduce((scrubbed, [pattern, instead]) => scrubbed.replace(pattern, instead), text);
}
