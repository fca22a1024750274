/** Words on their way in and out: mentions, links and entities are read; nothing anyone writes becomes markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer, readWords } from '../../../src/bot/platforms/slack/inbound/words.ts';
import { cut, escape, harmless, label, length, textOf } from '../../../src/bot/platforms/slack/render/text.ts';
import { buttonValue, formMemory, readFormMemory, wishOfButton } from '../../../src/bot/platforms/slack/wish-codec.ts';

describe('words coming in', () => {
  test.each([
    ['<@U0BOT> request &lt;b&gt; &amp; co', 'request <b> & co'],
    ['<@U0BOT|steward>  help', 'help'],
    ['away 2026-10-01..2026-10-08 <@U0LI|li>', 'away 2026-10-01..2026-10-08 @U0LI'],
    ['see <https://a.example/x|a.example/x> now', 'see https://a.example/x now'],
    ['see <https://a.example/x|the plan> now', 'see the plan (https://a.example/x) now'],
    ['<mailto:ann@globex.example|ann@globex.example>', 'ann@globex.example'],
    ['<#C1|general> <#C2> <!here> <!subteam^S1|@team>', '#general #C2 @here @team'],
    ['&amp;lt; stays', '&lt; stays'],
    ['two\nlines\u0000', 'two\nlines'],
  ])('%j is read as %j', (text, words) => {
    expect(readWords(text, 'U0BOT')).toBe(words);
  });

  test('answers of a form are read by the kind of input, empty ones are left out', () => {
    expect(readAnswer({ type: 'plain_text_input', value: 'a & b' })).toBe('a & b');
    expect(readAnswer({ type: 'plain_text_input', value: null })).toBeUndefined();
    expect(readAnswer({ type: 'plain_text_input', value: '  ' })).toBeUndefined();
    expect(readAnswer({ type: 'number_input', value: '12.5' })).toBe(12.5);
    expect(readAnswer({ type: 'number_input', value: '' })).toBeUndefined();
    expect(readAnswer({ type: 'datepicker', selected_date: '2026-12-01' })).toBe('2026-12-01');
    expect(readAnswer({ type: 'static_select', selected_option: { value: 'east' } })).toBe('east');
    expect(readAnswer({ type: 'radio_buttons', selected_option: null })).toBeUndefined();
    expect(readAnswer(undefined)).toBeUndefined();
  });
});

describe('words going out', () => {
  test('no words can ping, link or format', () => {
    expect(textOf(['<!channel> & <@U1>'], 3000)).toEqual({
      type: 'mrkdwn',
      text: '&lt;!channel&gt; &amp; &lt;@U1&gt;',
      verbatim: true,
    });
    for (const words of ['*bold*', 'a_b_c', '~no~', '`code`', '> quote', 'well :smile:']) {
      expect(textOf([words], 3000)).toEqual({ type: 'plain_text', text: words, emoji: false });
    }
    expect(textOf(['at 10:30:45'], 3000)).toMatchObject({ type: 'mrkdwn' });
  });

  test('control characters, zero-width padding and direction marks are taken out, line breaks stay', () => {
    expect(harmless('a\u0000\u0007b\r\nc\u202Ed\u2066e\u200Bf\tg\uFEFF')).toBe('ab\ncdef g');
    expect(harmless('👩‍💻')).toBe('👩‍💻');
    expect(harmless('\uD83D')).toBe('\uFFFD');
  });

  test('a moment is drawn in the reader’s zone, with the given zone as fallback', () => {
    const moment = new Date('2026-11-27T08:00:00Z');
    expect(textOf(['By ', { moment, zone: 'Asia/Shanghai', style: 'date-time' }], 3000)?.text).toBe(
      'By <!date^1795766400^{date_short} {time}|2026-11-27 16:00>',
    );
    expect(textOf(['*By* ', { moment, zone: 'Europe/London', style: 'time' }], 3000)?.text).toBe('*By* 08:00');
    expect(textOf([{ moment, zone: 'Mars/Base', style: 'date' }], 3000)?.text).toContain('|2026-11-27>');
  });

  test('bold is used only where Slack would draw it', () => {
    expect(textOf([{ strong: '王芳' }, ' approved'], 3000)?.text).toBe('*王芳* approved');
    expect(textOf(['由', { strong: '王芳' }, '同意'], 3000)?.text).toBe('由王芳同意');
  });

  test('cutting keeps to the length, never splits a character or an entity, and shows that something is missing', () => {
    expect(cut('👍👍👍', 2)).toBe('👍…');
    expect(cut('a&&', 7, escape)).toBe('a&amp;…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const result = cut(text, max, escape);
        expect(length(result)).toBeLessThanOrEqual(max);
        expect(result).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });

  test('a label is never empty and never longer than allowed', () => {
    expect(label(' \u200B\n ', 24).text).toBe('·');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { text: drawn } = label(text, 24);
        expect(length(drawn)).toBeGreaterThan(0);
        expect(length(drawn)).toBeLessThanOrEqual(24);
      }),
    );
  });
});

describe('wishes travelling through Slack', () => {
  const input = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
    fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.integer(), fc.boolean()),
    { maxKeys: 5 },
  );

  test('a wish comes back from a button and from a form as it went', () => {
    fc.assert(
      fc.property(input, (wanted) => {
        const wish = { intent: 'request.take', input: { ...wanted } };
        expect(wishOfButton('request.take#12', buttonValue(wish))).toEqual(wish);
        expect(readFormMemory(formMemory(wish, { message: '1.2' }))).toEqual({ wish, origin: { message: '1.2' } });
      }),
    );
  });

  test('what is no button or form of ours is not guessed at', () => {
    expect(wishOfButton('approve', '{"input":{}}')).toBeUndefined();
    expect(wishOfButton('request.take#1', 'click_me_123')).toBeUndefined();
    expect(wishOfButton('request.take#1', undefined)).toBeUndefined();
    expect(readFormMemory('This is for you!')).toBeUndefined();
    expect(buttonValue({ intent: 'a', input: { text: 'x'.repeat(2000) } })).toBeUndefined();
  });
});
