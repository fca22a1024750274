/** What people type, in every language, whatever their own: `request a study`, `申请 市场调研`, `ｓｔａｔｕｓ ＲＥＱ－７`. */

import { readReportWish } from '../../domain/report-words.ts';

/** Every word there is, by its English spelling. Words of subjects still to come are understood too, and answered plainly. */
export type Word =
  | 'help'
  | 'request'
  | 'my'
  | 'status'
  | 'report'
  | 'away'
  | 'back'
  | 'project'
  | 'complaint'
  | 'suggest'
  | 'risk'
  | 'incident'
  | 'sla'
  | 'audit'
  | 'offboard'
  | 'repair'
  | 'agenda'
  | 'preview'
  | 'why';

/** A word, and what came after it. */
export type Phrase = { readonly word: Word; readonly rest: string };

const words: readonly (readonly [Word, readonly string[]])[] = [
  ['help', ['help', '帮助', '?', '你好', 'hello', 'hi']],
  ['request', ['request', '申请']],
  ['my', ['my', '我的']],
  ['status', ['status', '查询']],
  ['report', ['report', '周报']],
  ['away', ['away', '请假']],
  ['back', ['back', '销假']],
  ['project', ['project', '立项']],
  ['complaint', ['complaint', '投诉']],
  ['suggest', ['suggest', '建议']],
  ['risk', ['risk', '风险']],
  ['incident', ['incident', '事件']],
  ['sla', ['sla', '时效']],
  ['audit', ['audit', '审计']],
  ['offboard', ['offboard', '离职']],
  ['repair', ['repair', '修复']],
  ['agenda', ['agenda', '日程']],
  ['preview', ['preview next week', 'preview next-week', 'preview', '预览 下周', '预览下周', '预览']],
  ['why', ['why me', 'why-me', '为何找我', '为什么找我']],
];

/** Words that take nothing after them: more words make it a sentence, not a command. */
const alone: ReadonlySet<Word> = new Set(['help', 'my', 'report', 'back', 'repair', 'agenda', 'preview', 'why']);

/** What these may take after them all the same; anything else makes a sentence of it. */
const takenBy: Readonly<Partial<Record<Word, (rest: string) => boolean>>> = {
  report: (rest) => readReportWish(rest) !== undefined,
};

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** The phrase in the words, or undefined when they are no command. Leading slashes and full-width forms do not matter. */
export function readPhrase(text: string): Phrase | undefined {
  const said = text.replace(/^[\s\p{Cf}]*[/／]?/u, '').trim();
  // Folded only to recognize the word: the rest is kept as it was said.
  const folded = said.normalize('NFKC').toLowerCase();
  for (const [word, spellings] of words) {
    for (const spelling of spellings) {
      if (!folded.startsWith(spelling)) continue;
      // NFKC keeps the length of full-width letters and of our own words, so the rest begins at the same place.
      const rest = said.slice(spelling.length);
      const after = rest.replace(/^[\s:：,，.．。!！?？]+/u, '').trim();
      const takes = !alone.has(word) || (takenBy[word]?.(after) ?? after === '');
      // Chinese needs no space before what follows: 申请市场调研.
      if (!takes || !(rest === '' || /^[\s:：,，.．。!！?？]/u.test(rest) || isChinese(spelling))) continue;
      return { word, rest: after };
    }
  }
  return undefined;
}
