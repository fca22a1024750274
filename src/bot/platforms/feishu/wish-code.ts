/** How a wish travels under a button and comes back: as `value` of a plain button, inside the `name` of a form's submit button. */
import { z } from 'zod';
import type { Wish } from '../../cards/card.ts';

const wishShape = z.object({
  i: z.string().min(1).max(200),
  d: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** What a plain button sends back as `action.value`. */
export function wishToValue(wish: Wish): { readonly i: string; readonly d: Wish['input'] } {
  return { i: wish.intent, d: wish.input };
}

/** `value` is an object as authored, or a string when it passed through a template. */
export function wishFromValue(value: unknown): Wish | undefined {
  const parsed = wishShape.safeParse(typeof value === 'string' ? parseJson(value) : value);
  return parsed.success ? { intent: parsed.data.i, input: parsed.data.d } : undefined;
}

/**
 * A submit button loses its `value` on the way (https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container
 * knows only `name`), so the wish is spelled into the name. `place` keeps names unique within the card.
 */
export function wishToName(wish: Wish, place: number): string {
  return `submit${place}.${Buffer.from(JSON.stringify(wishToValue(wish))).toString('base64url')}`;
}

export function wishFromName(name: string | undefined): Wish | undefined {
  const code = name === undefined ? undefined : /^submit\d+\.([A-Za-z0-9_-]+)$/.exec(name)?.[1];
  return code === undefined ? undefined : wishFromValue(Buffer.from(code, 'base64url').toString('utf8'));
}

/** The type of a field rides in front of its id: the answer is a bare string, and only the card knew what was asked. */
export type FieldKind = 'text' | 'number' | 'date';

export function fieldToName(kind: FieldKind, id: string): string {
  return `${kind}__${id}`;
}

export function fieldFromName(name: string): { readonly kind: FieldKind; readonly id: string } {
  const parts = /^(text|number|date)__(.+)$/s.exec(name);
  const [, kind, id] = parts ?? [];
  if (id === undefined) return { kind: 'text', id: name };
  return { kind: kind === 'number' || kind === 'date' ? kind : 'text', id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
