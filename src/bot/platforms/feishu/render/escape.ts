/** The one place where words become safe for a card or a message: whatever people wrote stays data. */

/** C0 and C1 controls except tab and newline, and the overrides that turn text around (https://www.unicode.org/reports/tr36/). */
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Well-formed text with plain newlines and nothing invisible that could mislead; enough where the platform reads `plain_text`. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unwanted, '');
}

/** https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text : special characters as entities. */
const active = /[&<>*~_[\]()#:`|\\$]/g;
/** What opens a list, a rule or a heading, only where a line begins. */
const opening = /^([ \t\u3000]*)([-+=]|\d{1,9}\.)/gm;
const indent = /^[ \t]+/gm;

const entity = (character: string): string => `&#${character.codePointAt(0)};`;

/** Words as card markdown that shows exactly these words. */
export function escape(text: string): string {
  return clean(text)
    .replace(active, entity)
    .replace(opening, (_all, space: string, mark: string) => `${space}${mark.slice(0, -1)}${entity(mark.slice(-1))}`)
    .replace(indent, (spaces) => spaces.replace(/[ \t]/g, '&nbsp;'));
}

/** A zero-width space inside a mark takes its meaning and shows nothing. */
const gap = '\u200b';

/**
 * Words for a text message, which has no entities but understands `<at …>`, `<b>`, `**` and `[](…)`
 * (https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json).
 */
export function disarm(text: string): string {
  return clean(text)
    .replace(/<(?=[a-zA-Z/])/g, `<${gap}`)
    .replace(/\](?=\()/g, `]${gap}`)
    .replace(/([*~_])(?=\1)/g, `$1${gap}`);
}

/** At most `length` characters (code points, never half of one), with an ellipsis where something is missing. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text);
  return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
