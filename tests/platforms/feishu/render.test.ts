/** Whatever people write and however much of it: the card is within the limits, and shows their words as words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../../../src/bot/cards/card.ts';
import { escape } from '../../../src/bot/platforms/feishu/render/escape.ts';
import { drawForm } from '../../../src/bot/platforms/feishu/render/form.ts';
import { lineToMarkdown, lineToText, lineToWords } from '../../../src/bot/platforms/feishu/render/line.ts';
import { drawCard } from '../../../src/bot/platforms/feishu/render/message.ts';
import { lintCard } from '../../fakes/feishu/card-lint.ts';
import { wordsOf } from '../../fakes/feishu/card-reader.ts';
import { card, form, nasty, noon } from './arbitrary.ts';

const berlin = { account: 'ou_a', name: 'Ana', locale: 'en-US', zone: 'Europe/Berlin' };

function markupIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(markupIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'tag' in node && node.tag === 'markdown' && 'content' in node ? [String(node.content)] : [];
  return [...own, ...Object.values(node).flatMap(markupIn)];
}
const ours =
  /<font color='(grey|red)'>|<\/font>|<local_datetime millisecond='\d+' format_type='(date_num|time)'><\/local_datetime>/g;

test('every card, however nasty, passes the platform’s checks and holds no markup but ours', () => {
  fc.assert(
    fc.property(card, (any) => {
      const drawn = drawCard(any);
      expect(lintCard(drawn)).toEqual([]);
      for (const content of markupIn(drawn)) expect(content.replace(ours, '')).not.toMatch(/[<>[\]()]/);
      expect(JSON.stringify(drawn)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000/);
    }),
    { numRuns: 150 },
  );
});

test('every form, however long, passes the platform’s checks, with and without problems', () => {
  fc.assert(
    fc.property(form, nasty, fc.boolean(), (any, problem, cancel) => {
      expect(lintCard(drawForm(any, { problems: { f0: problem }, cancel }))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('escaped words read exactly as they were written', () => {
  fc.assert(
    fc.property(nasty, (words) => {
      const visible = words
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
      expect(wordsOf(escape(words), berlin).replace(/^[ \t]+/gm, '')).toBe(
        visible.replaceAll('\u200a', '').replace(/^[ \t]+/gm, ''),
      );
    }),
  );
});

test('a line as text cannot mention, link or format', () => {
  const text = lineToText(['<at user_id="all">all</at> **x** [a](https://b.example) <b>c</b>', { strong: '王芳' }]);
  expect(text).not.toMatch(/<[a-z/]|\*\*|\]\(/);
  expect(text.replaceAll('\u200b', '')).toBe('<at user_id="all">all</at> **x** [a](https://b.example) <b>c</b>王芳');
});

test('a moment is drawn in the reader’s zone on a card and in the given zone in a line', () => {
  const line: Line = ['by ', { moment: noon, zone: 'Asia/Shanghai', style: 'date-time' }];
  expect(lineToWords(line)).toBe('by 2026-11-27 16:00');
  expect(wordsOf(lineToMarkdown(line), berlin)).toBe('by 2026-11-27 09:00');
  expect(lineToWords([{ moment: noon, zone: 'Asia/Shanghai', style: 'date' }])).toBe('2026-11-27');
  expect(lineToWords([{ moment: noon, zone: 'Asia/Shanghai', style: 'time' }])).toBe('16:00');
});

test('strong words that begin with a mark are still closed', () => {
  expect(lineToMarkdown(['由', { strong: '“王芳”' }, '提交'])).toBe('由\u200a**“王芳”**\u200a提交');
  expect(lineToMarkdown([{ strong: '   ' }])).toBe('');
});
