/** From a gesture to the body of its acknowledgement: asks the engine, and carries out its reply within Slack's three seconds. */
import { adapterWords } from '../../text/adapter-words.ts';
import type { Log } from '../../ports/log.ts';
import type { Hear, Profile, Reply } from '../../ports/platform.ts';
import type { InTime, Late } from './in-time.ts';
import type { Body } from './inbound/body.ts';
import type { Gesture, Way } from './inbound/gesture.ts';
import { modalOf } from './render/form.ts';
import { noticeView } from './render/message.ts';
import { cut, harmless } from './render/text.ts';
import { noticeTitle, pictureOf, type Telling } from './telling.ts';

type Needs = {
  readonly hear: Hear;
  readonly read: (body: Body) => Gesture;
  readonly telling: Telling;
  /** For the words the adapter says by itself. */
  readonly localeOf: (account: string) => Promise<NonNullable<Profile['locale']>>;
  readonly inTime: InTime;
  /** Takes work that goes on behind the acknowledgement and never rejects. */
  readonly keep: (work: Promise<unknown>) => void;
  readonly log: Log;
};

/** Slack names no limit; a sentence must fit under a field. */
const problemLength = 300;

export function makeAnswering(needs: Needs): (body: Body) => Promise<unknown> {
  return async (body) => {
    const gesture = needs.read(body);
    if (!gesture.heard) {
      needs.log.debug({ why: gesture.why }, 'ignored');
      return undefined;
    }
    const { inbound, way } = gesture;
    const heard = () => needs.hear(inbound).catch((error: unknown) => failed(needs, error, way));
    // Events and forms wait for the commit: Slack delivers an event again, and a person submits a form again with all they typed.
    if (way.kind === 'event') return carriedOut(needs, await heard(), way, () => false);
    if (way.kind === 'submission') return submitted(needs, await heard(), way);
    return needs.inTime(async (late) => carriedOut(needs, await heard(), way, late));
  };
}

/** Slack never repeats a press, a command or a form: there the person is told to. An event it does repeat, when we fail. */
async function failed(needs: Needs, error: unknown, way: Way): Promise<Reply> {
  if (way.kind === 'event') throw error;
  const cause = error instanceof Error ? error.message : String(error);
  needs.log.error({ cause, kind: way.kind }, 'a gesture was not heard');
  return way.kind === 'submission' ? { problems: { '': await tryAgain(needs, way) } } : sorry(needs, way);
}

async function carriedOut(needs: Needs, reply: Reply, way: Way, late: Late): Promise<unknown> {
  const { telling } = needs;
  const formShown = reply.form && way.kind !== 'event' ? await showForm(needs, reply.form, way) : undefined;
  const said = formShown === false ? await sorry(needs, way) : reply;
  if (way.kind === 'command' && !late()) {
    const picture = pictureOf(said);
    return picture && { response_type: 'ephemeral', ...picture };
  }
  if (said.notice ?? said.card) {
    const told = telling.tell(way, said);
    // Nobody looks at an event. A button shows that it is busy until its acknowledgement: by then the person has been told.
    if (way.kind === 'event') needs.keep(told);
    else await told;
  } else if (way.kind === 'press' && way.view && !reply.form) {
    // A press inside a modal leaves it standing unless something takes its place.
    await telling.replace(way.view.id, noticeView({}, way.view.title));
  }
  return undefined;
}

async function showForm({ telling }: Needs, form: NonNullable<Reply['form']>, way: Way): Promise<boolean> {
  const view = modalOf(form, way.origin ?? {});
  if (way.view) return telling.replace(way.view.id, view);
  return way.trigger === undefined ? false : telling.open(way.trigger, view);
}

/** https://docs.slack.dev/surfaces/modals#response_actions */
async function submitted(needs: Needs, reply: Reply, way: Way): Promise<unknown> {
  const errors = errorsOf(reply.problems, way.view?.inputs ?? []);
  if (errors) return { response_action: 'errors', errors };
  if (reply.form) return { response_action: 'update', view: modalOf(reply.form, way.origin ?? {}) };
  // Where nothing was typed that could be kept open, the problem takes the form's place.
  const problems = Object.values(reply.problems ?? {});
  if (problems.length > 0) {
    const view = noticeView({ notice: [problems.join('\n')] }, way.view?.title ?? noticeTitle);
    return { response_action: 'update', view };
  }
  // The form closes by its acknowledgement, which waits for no further call.
  needs.keep(needs.telling.tell(way, reply));
  return undefined;
}

/** For a modal that did not open, too: a click must not be silent. */
async function sorry(needs: Needs, way: Way): Promise<Reply> {
  return { notice: { text: [await tryAgain(needs, way)], tone: 'bad' } };
}

async function tryAgain({ localeOf }: Needs, way: Way): Promise<string> {
  return adapterWords[await localeOf(way.account)].tryAgain;
}

/** Slack refuses errors for blocks that are not inputs of the view: those are said under the last one. */
function errorsOf(problems: Reply['problems'], inputs: readonly string[]): Record<string, string> | undefined {
  const last = inputs.at(-1);
  const all = Object.entries(problems ?? {});
  if (all.length === 0 || last === undefined) return undefined;
  return all.reduce<Record<string, string>>((errors, [field, words]) => {
    const place = inputs.includes(field) ? field : last;
    const known = errors[place];
    const said = known === undefined ? words : `${known} ${words}`;
    return { ...errors, [place]: cut(harmless(said), problemLength) || '·' };
  }, {});
}
