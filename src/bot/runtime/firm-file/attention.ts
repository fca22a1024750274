/** When the bot leaves people alone: `attention: { quiet: "20:00-08:00" }`, in each person's own time. */
import type { QuietHours } from '../../../domain/calendar.ts';
import type { Context } from './context.ts';
import { minutesOf } from './moments.ts';
import type { Reader } from './reading.ts';
import { attentionShape } from './shape.ts';

/** Without words of the firm's own. */
const USUAL: QuietHours = { from: '20:00', until: '08:00' };

export function readAttention(reader: Reader, { complain }: Context): { readonly quiet?: QuietHours } {
  const quiet = reader.one('attention', attentionShape)?.quiet;
  if (quiet === undefined) return { quiet: USUAL };
  if (quiet === 'none') return {};
  const [from = '', until = '', ...rest] = quiet.split('-').map((time) => time.trim());
  const [begins, ends] = [minutesOf(from), minutesOf(until)];
  const path = ['attention', 'quiet'];
  if (begins === undefined || ends === undefined || rest.length > 0)
    complain(path, `“${quiet}” is not a period`, 'two times of a day: "20:00-08:00", or none');
  else if (begins <= ends)
    complain(
      path,
      `“${quiet}” lies within one day`,
      'quiet hours begin in the evening and end in the morning: "20:00-08:00"',
    );
  return { quiet: { from, until } };
}
