/** The routes by which the page says, presses, submits and moves the clock. Each is answered only after its effect is committed. */
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { isOwn } from '../../bot/platforms/playground/chats.ts';
import { arrivedShape, pressedShape, saidShape, submittedShape } from '../../bot/platforms/playground/inbound.ts';
import { momentText } from '../../bot/platforms/playground/lines.ts';
import type { Answer } from '../../bot/platforms/playground/own-sheet.ts';
import { adapterWords } from '../../bot/text/adapter-words.ts';
import { type Shown, shown } from './answers.ts';
import { targetOf } from './clock.ts';
import type { PageNeeds } from './needs.ts';
import { speakerOf } from './people.ts';
import { type View, viewOf } from './view.ts';
import { travels } from './words-shape.ts';

const travelShape = z.object({ to: z.enum(travels) });

/** Undefined when the body is not what the page would send. */
async function bodyOf<T>(context: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const read = shape.safeParse(body);
  return read.success ? read.data : undefined;
}

/** A conversation the person can see on the page, or their own sheet; the door itself knows only the private ones. */
function canSee(view: View, chat: string): boolean {
  return isOwn(chat) || view.conversations.some((each) => each.chat === chat);
}

export function serveGestures(app: Hono, needs: PageNeeds): void {
  const { platform, firm, time, log } = needs;
  const view = (context: Context): View => viewOf(firm(), context.req.query());

  /** The database is down or the engine failed: nothing happened, and the browser may send the same gesture again. */
  const answered = async (context: Context, at: View, work: () => Promise<Shown>): Promise<Response> => {
    try {
      return context.json(await work());
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'a gesture could not be committed');
      return context.json({ toast: { text: adapterWords[at.locale].tryAgain, tone: 'bad' } }, 503);
    }
  };

  const heard = (context: Context, at: View, work: () => Promise<Answer>): Promise<Response> =>
    answered(context, at, async () => shown(at, await work(), time.now()));

  const malformed = (context: Context): Response => context.json({ error: 'malformed' }, 400);

  app.post('/playground/say', async (context) => {
    const said = await bodyOf(context, saidShape);
    const at = view(context);
    if (!said || !canSee(at, said.chat)) return malformed(context);
    return heard(context, at, () => platform.says(speakerOf(at.persona), said.chat, said.text, said.key));
  });

  app.post('/playground/press', async (context) => {
    const press = await bodyOf(context, pressedShape);
    const at = view(context);
    if (!press || !canSee(at, press.chat)) return malformed(context);
    return heard(context, at, () => platform.presses(speakerOf(at.persona), press, press, press.key));
  });

  app.post('/playground/submit', async (context) => {
    const sent = await bodyOf(context, submittedShape);
    const at = view(context);
    if (!sent || !canSee(at, sent.chat)) return malformed(context);
    return heard(context, at, () => platform.submits(speakerOf(at.persona), sent, sent, sent.fields, sent.key));
  });

  app.post('/playground/arrive', async (context) => {
    const arrived = await bodyOf(context, arrivedShape);
    if (!arrived) return malformed(context);
    const at = view(context);
    return heard(context, at, () => platform.opens(speakerOf(at.persona), arrived.at, arrived.key));
  });

  app.post('/playground/clock', async (context) => {
    const asked = await bodyOf(context, travelShape);
    if (!asked) return malformed(context);
    const at = view(context);
    return answered(context, at, async () => {
      const { now, pending } = await time.travel(targetOf(asked.to, time.now(), at));
      const rest = pending > 0 ? ` ${at.words.stillPending(pending)}` : '';
      const text = at.words.arrived(momentText(now, 'date-time', at.reader)) + rest;
      return { toast: { text, tone: 'info' }, now: now.getTime() };
    });
  });
}
