/** What the person who acted is answered at once, in their language: a sentence, a form, what is wrong with which field. */
import type { Problem } from '../../domain/intake.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { isForm } from '../intents/pictures.ts';
import type { Inbound, Reply } from '../ports/platform.ts';
import type { Words } from '../text/words.ts';
import { type Changed, fingerprint, type Kept } from './change.ts';
import type { Answer } from './define.ts';
import { draw, keepTyped, wordsOf } from './draw.ts';
import type { HeardGesture, ReceiveNeeds } from './heard.ts';
import { repaint } from './repaint.ts';

async function opened(
  open: PictureRef | undefined,
  heard: HeardGesture,
  needs: ReceiveNeeds,
): Promise<Pick<Reply, 'form' | 'card'>> {
  // Everything but a form is posted, and stands in the chat by itself.
  if (!open || !isForm(open)) return {};
  const { firm, person, now, inbound } = heard;
  const message = await draw(open, { firm, records: needs.store.reader(), now, person: person.id });
  if (message?.type === 'form') {
    return { form: inbound.kind === 'submitted' ? keepTyped(message.form, inbound.fields) : message.form };
  }
  return message?.type === 'card' ? { card: message.card } : {};
}

/** Whether what is posted to the direct chat appears under the person's eyes. */
function isDirect(inbound: Inbound): boolean {
  return (
    'chat' in inbound && inbound.chat.kind === 'direct' && !(inbound.kind === 'said' && inbound.answers === 'reply')
  );
}

function answerNotice(answer: Answer, words: Words): Pick<Reply, 'notice'> {
  return answer.notice ? { notice: { text: words.notice(answer.notice), tone: answer.tone ?? 'good' } } : {};
}

function fieldOf(kept: Kept): string | undefined {
  return kept.kind === 'refusal' && 'field' in kept.refusal ? kept.refusal.field : undefined;
}

export async function replyTo(heard: HeardGesture, changed: Changed, needs: ReceiveNeeds): Promise<Reply> {
  const words = wordsOf(
    { ...heard.firm, people: new Map([...heard.firm.people, [heard.person.id, heard.person]]) },
    heard.person.id,
  );
  const repainted = await repaint(heard, changed, needs.store);
  switch (changed.kind) {
    case 'answer': {
      const { open } = changed.answer;
      const elsewhere = open !== undefined && !isForm(open) && !isDirect(heard.inbound);
      const notice = elsewhere
        ? answerNotice({ notice: { type: 'answer.sent-direct' }, tone: 'neutral' }, words)
        : answerNotice(changed.answer, words);
      return { ...notice, ...(await opened(open, heard, needs)), ...repainted };
    }
    case 'refusal': {
      const text = words.why(changed.refusal);
      const field = fieldOf(changed);
      if (heard.inbound.kind === 'submitted' && field !== undefined) {
        const form = await formAgain(heard, needs);
        return {
          refused: true,
          problems: { [field]: text.map(plain).join('') },
          ...repainted,
          ...(form ? { form } : {}),
        };
      }
      return { refused: true, notice: { text, tone: 'warning' }, ...repainted };
    }
    case 'problems': {
      const problems = Object.entries(changed.problems).map(
        ([id, problem]) => [id, problemWords(problem, words)] as const,
      );
      const again = await opened(changed.answer.open, heard, needs);
      return { refused: true, problems: Object.fromEntries(problems), ...again };
    }
  }
}

function problemWords(problem: Problem, words: Words): string {
  // The catalogue has a sentence for every kind of problem, taking that very kind.
  return (words.text.problems[problem.why] as (blanks: Problem) => string)(problem);
}

const plain = (span: string | object): string => (typeof span === 'string' ? span : '');

/** The form somebody sent, for the same wish and with what they typed; asked for by wishing without words. */
async function formAgain(heard: HeardGesture, needs: ReceiveNeeds): Promise<Reply['form']> {
  const { inbound, person, now, firm } = heard;
  if (inbound.kind !== 'submitted') return undefined;
  const command = needs.commands.get(inbound.wish.intent);
  const input = command?.intent.shape.safeParse(inbound.wish.input);
  if (!command || input?.success !== true) return undefined;
  const outcome = await command.decide({
    ...{ input: input.data, by: { kind: 'person', person }, now, firm, records: needs.store.reader() },
    number: () => Promise.reject(new Error('a form that is drawn again begins nothing')),
    fingerprint,
  });
  return outcome.kind === 'answered' ? (await opened(outcome.answer.open, heard, needs)).form : undefined;
}

/** A stranger is told the same kind thing whatever they do. */
export function strangerReply(heard: HeardGesture): Reply {
  const words = wordsOf({ ...heard.firm, people: new Map([[heard.person.id, heard.person]]) }, heard.person.id);
  return { refused: true, notice: { text: words.notice({ type: 'stranger.welcome' }), tone: 'neutral' } };
}
