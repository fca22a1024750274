/** What the two previews share: a page around a card, and the marks of tone that the platforms draw as little images. */
import { type Html, html } from '../../src/bot/platforms/playground/html.ts';

export type Json = { readonly [name: string]: unknown };

export const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];

export const object = (value: unknown): Json => objects([value])[0] ?? {};

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');

const dots = new Map([
  ['🔵', '#2f7fd1'],
  ['🟢', '#2e9e5b'],
  ['🟠', '#f08c1a'],
  ['🔴', '#d9453a'],
  ['⚪', '#c9ccd1'],
]);

/** `markup` is safe already. No font of the picture's browser has coloured signs. */
export function withDots(markup: string): string {
  return [...dots].reduce(
    (done, [sign, colour]) =>
      done.replaceAll(
        sign,
        `<svg width="13" height="13" viewBox="0 0 13 13" style="vertical-align:-1px"><circle cx="6.5" cy="6.5" r="6" fill="${colour}"/></svg>`,
      ),
    markup,
  );
}

export function page(lang: string, style: string, background: string, card: Html): string {
  return html`<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>
*{box-sizing:border-box;margin:0}
body{padding:22px;background:${background};font:15px/1.5 "Noto Sans SC",sans-serif;color:#1d1c1d;width:max-content}
:lang(en){font-feature-settings:"palt"}
button{font:inherit}
</style><link rel="stylesheet" href="data:text/css,${encodeURIComponent(style)}"><body>${card}</body></html>`.toString();
}
