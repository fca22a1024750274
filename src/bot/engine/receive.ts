/** From a gesture to its reply: who is this, which wish, decide, and answer in their language. */
import type { Person } from '../../domain/firm.ts';
import { LeaveFirm } from '../intents/people-intents.ts';
import { isForm } from '../intents/pictures.ts';
import type { Inbound, Platform, Reply } from '../ports/platform.ts';
import type { NewPost } from '../ports/store.ts';
import { type Changed, change, type Kept, type Wished } from './change.ts';
import { again, type Meeting, meet } from './meet.ts';
import type { HeardGesture, ReceiveNeeds } from './heard.ts';
import { replyTo, strangerReply } from './reply.ts';
import { route } from './route.ts';

/**
 * What is answered by posts of the same gesture. Typed words have no other reply; cards that were asked for by a button or a command
 * are posted too, because only a posted card stays true. What is one person's own goes to them alone, never into a group.
 */
function posted({ inbound, platform, person }: HeardGesture): Wished['postAnswer'] {
  if (inbound.kind !== 'said' && inbound.kind !== 'pressed') return undefined;
  const direct = {
    platform: platform.id,
    place: { type: 'person', account: inbound.speaker.account },
    person: person.id,
  } as const;
  const words = inbound.kind === 'said' && inbound.answers === 'post' ? inbound : undefined;
  const here =
    words?.chat.kind === 'group' ? { ...direct, place: { type: 'chat', chat: words.chat.id } as const } : direct;
  return (answer): readonly NewPost[] => {
    if (words && person.kind === 'stranger')
      return [{ ...direct, content: { kind: 'open', picture: { name: 'stranger', of: person.id } } }];
    if ('refusal' in answer) return words ? [{ ...here, content: { kind: 'say', refusal: answer.refusal } }] : [];
    const { notice, open } = answer;
    // Whoever asked in a room is told there where the answer went.
    const elsewhere = words?.chat.kind === 'group' && open !== undefined;
    const said = elsewhere ? ({ type: 'answer.sent-direct' } as const) : notice;
    return [
      ...(words && said ? [{ ...here, content: { kind: 'say', notice: said } } as const] : []),
      ...(open && (words || !isForm(open)) ? [{ ...direct, content: { kind: 'open', picture: open } } as const] : []),
    ];
  };
}

function wishedOf(heard: HeardGesture, meeting: Meeting, { commands }: ReceiveNeeds): Wished {
  const { inbound, platform, person, firm, now } = heard;
  const wish = route(inbound, commands.values()) ?? { intent: 'person.arrived', input: {} };
  const postAnswer = posted(heard);
  const message = inbound.kind === 'pressed' || inbound.kind === 'submitted' ? inbound.message : undefined;
  const chat = 'chat' in inbound ? inbound.chat.id : undefined;
  return {
    ...{ platform: platform.id, key: inbound.key, ...wish, by: { kind: 'person', person }, now, firm },
    ...(message === undefined
      ? {}
      : { from: { platform: platform.id, message, ...(chat === undefined ? {} : { chat }) } }),
    ...(meeting.met ? { met: meeting.met } : {}),
    ...(postAnswer ? { postAnswer } : {}),
  };
}

/** Someone opened the bot's own page: it is (re)drawn there. Opening the direct chat is no gesture worth keeping. */
async function arrived(heard: HeardGesture, meeting: Meeting, needs: ReceiveNeeds): Promise<Reply> {
  const { inbound, platform, person, now } = heard;
  if (inbound.kind !== 'arrived' || inbound.at !== 'home') return {};
  if (person.kind === 'stranger' || person.kind === 'former') return {};
  const place = { type: 'home', account: inbound.speaker.account } as const;
  await needs.store.commit({
    ...{ now, claim: { platform: platform.id, key: inbound.key, actor: person.id, outcome: 'done' } },
    ...(meeting.met ? { people: meeting.met.people, accounts: meeting.met.accounts } : {}),
    posts: [
      {
        content: { kind: 'show', picture: { name: 'home', of: person.id } },
        platform: platform.id,
        place,
        person: person.id,
      },
    ],
  });
  needs.wake();
  return {};
}

/** The directory speaks, not the person: what follows is decided as the clock's wish. Somebody we never met has left nothing. */
async function left(
  person: Person | undefined,
  { inbound, platform, firm, now }: Omit<HeardGesture, 'person'>,
  needs: ReceiveNeeds,
): Promise<Reply> {
  if (!person || person.kind === 'former') return {};
  const input = { person: person.id, platform: platform.id };
  await change(
    { ...{ platform: platform.id, key: inbound.key, intent: LeaveFirm.name, input }, by: { kind: 'clock' }, now, firm },
    needs,
  );
  return {};
}

export async function receive(inbound: Inbound, platform: Platform, needs: ReceiveNeeds): Promise<Reply> {
  const now = needs.now();
  const glance = await needs.store.glance(platform.id, inbound.key);
  const firm = await needs.directory.firm(glance.revision);
  const known = await needs.directory.personOf({ platform: platform.id, id: inbound.speaker.account }, glance.revision);
  if (inbound.kind === 'left') return left(known, { inbound, platform, firm, now }, needs);
  const meeting = known
    ? again(known, platform.id, inbound.speaker.account)
    : await meet(inbound.speaker, platform, firm);
  const heard: HeardGesture = { inbound, platform, person: meeting.person, firm, now };
  if (inbound.kind === 'arrived') return arrived(heard, meeting, needs);

  const changed: Changed = glance.duplicate
    ? { ...(glance.duplicate.answer as Kept), repeated: true }
    : await change(wishedOf(heard, meeting, needs), needs);
  if (heard.person.kind === 'stranger')
    return inbound.kind === 'said' && inbound.answers === 'post' ? {} : strangerReply(heard);
  // What was typed into a chat has been answered there.
  if (inbound.kind === 'said' && inbound.answers === 'post') return {};
  return replyTo(heard, changed, needs);
}
