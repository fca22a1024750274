/** Small checks that are put together to describe what Slack accepts, and that answer in the style of its errors. */

export type Breach = { readonly pointer: string; readonly message: string };
export type Check = (value: unknown, pointer: string) => readonly Breach[];
export type Json = Readonly<Record<string, unknown>>;

export function breach(pointer: string, message: string): readonly Breach[] {
  return [{ pointer, message }];
}

/** `[ERROR] must be … [json-pointer:/blocks/0/type]`, as `response_metadata.messages` has it. */
export function inWords({ pointer, message }: Breach): string {
  return `[ERROR] ${message} [json-pointer:${pointer}]`;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters as Slack counts them. */
export function length(text: string): number {
  return Array.from(text).length;
}

export function text(max = Number.POSITIVE_INFINITY, min = 1): Check {
  return (value, pointer) => {
    if (typeof value !== 'string') return breach(pointer, 'must be a string');
    if (length(value) < min) return breach(pointer, `must be more than ${min - 1} characters`);
    if (length(value) > max) return breach(pointer, `must be less than ${max + 1} characters`);
    if (!value.isWellFormed()) return breach(pointer, 'must be valid unicode');
    return value.includes('\u0000') ? breach(pointer, 'must not hold NUL') : [];
  };
}

export const bool: Check = (value, pointer) => (typeof value === 'boolean' ? [] : breach(pointer, 'must be a boolean'));
export const numeric: Check = (value, pointer) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && Number.isFinite(Number(value)))
    ? []
    : breach(pointer, 'must be a number');

export function integer(min: number, max: number): Check {
  return (value, pointer) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : breach(pointer, `must be a whole number from ${min} to ${max}`);
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, pointer) => (allowed.includes(value) ? [] : breach(pointer, 'must be a valid enum value'));
}

export function list(each: Check, max: number, min = 1): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return breach(pointer, 'must be an array');
    if (value.length < min) return breach(pointer, `no fewer than ${min} items allowed`);
    if (value.length > max) return breach(pointer, `no more than ${max} items allowed`);
    return value.flatMap((item, index) => each(item, `${pointer}/${index}`));
  };
}

/** An object with these members and no others. */
export function shape(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, pointer) => {
    if (!isObject(value)) return breach(pointer, 'must be an object');
    const missing = Object.keys(required).filter((key) => value[key] === undefined);
    const known = new Set(['type', ...Object.keys(required), ...Object.keys(optional)]);
    const strange = Object.keys(value).filter((key) => !known.has(key));
    return [
      ...missing.flatMap((key) => breach(pointer, `missing required field: ${key}`)),
      ...strange.flatMap((key) => breach(pointer, `invalid additional property: ${key}`)),
      ...Object.entries({ ...required, ...optional }).flatMap(([key, check]) =>
        value[key] === undefined ? [] : check(value[key], `${pointer}/${key}`),
      ),
    ];
  };
}

/** An object described by what its `type` says. */
export function byType(kinds: Readonly<Record<string, Check>>): Check {
  return (value, pointer) => {
    const type = isObject(value) ? String(value['type']) : '';
    const check = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return check ? check(value, pointer) : breach(`${pointer}/type`, `unsupported type: ${type}`);
  };
}

export function both(...checks: readonly Check[]): Check {
  return (value, pointer) => checks.flatMap((check) => check(value, pointer));
}
