/** The one place where text becomes markup: hono's escaping template, taken as always ready at once. */
import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString;

/** Escapes every blank that is not markup already. Nothing drawn here waits for anything, so a promise is a bug. */
export function html(strings: TemplateStringsArray, ...blanks: readonly unknown[]): Html {
  const drawn = template(strings, ...blanks);
  if (drawn instanceof Promise) throw new TypeError('a drawing must not wait');
  return drawn;
}
