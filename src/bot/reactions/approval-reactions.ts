/** When this has happened to an approval, these people should notice. The whole notification policy of approvals is this file. */
import { calendarOf } from '../../domain/calendars.ts';
import type { Approval, ApprovalEvent } from '../../domain/approval/approval-state.ts';
import { voicesOf, waitingIn } from '../../domain/approval/line.ts';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { addWorking } from '../../domain/working-time.ts';
import { EscalateApproval, RemindApprover } from '../intents/approval-intents.ts';
import type { Intent } from '../intents/intent.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { Notice } from '../text/notices.ts';
import { type Effect, later, say, show, showEverywhere } from './effects.ts';

type Scene<E> = {
  readonly event: E;
  readonly approval: Approval;
  readonly now: Date;
  readonly firm: Firm;
  readonly picture: PictureRef;
  /** What sentences name: the approval, for those who decide. */
  readonly about: { readonly number: Approval['number']; readonly title: string };
};
type Policy = {
  readonly [T in ApprovalEvent['type']]: (scene: Scene<Extract<ApprovalEvent, { type: T }>>) => readonly Effect[];
};

/** Nobody is told what they did themselves. */
function tell(people: readonly PersonId[], notice: Notice, by?: PersonId): readonly Effect[] {
  return [...new Set(people)].filter((person) => person !== by).map((person) => say({ person }, notice));
}

/** Everybody's copy is made true, the request's own card with it: it names who decides next. */
function redraw({ approval, picture }: Scene<unknown>): readonly Effect[] {
  return [showEverywhere(picture), showEverywhere({ name: 'request', of: approval.of })];
}

/** Whoever is asked gets the card; and if they do not decide in time, they are reminded, and somebody higher is asked. */
function ask(people: readonly PersonId[], scene: Scene<unknown>): readonly Effect[] {
  return [...people.map((person) => show({ person }, scene.picture)), ...standIns(scene), ...timed(scene)];
}

/** For everyone who holds it from this moment on. */
function timed({ approval, now, firm }: Scene<unknown>): readonly Effect[] {
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  if (approval.status !== 'running' || !step) return [];
  const { number, stage, flow } = approval;
  const since = now.getTime();
  const due = (wish: Intent, afterMs: number | undefined, person: PersonId): readonly Effect[] => {
    if (afterMs === undefined) return [];
    const key = `${wish.name}:${number}:${stage}:${person}:${since}`;
    const at = addWorking(now, afterMs, calendarOf(person, firm));
    return [later(wish, { key, at, input: { approval: number, stage, person, since }, record: number, person })];
  };
  return waitingIn(step)
    .filter(({ place: { askedAt } }) => askedAt?.getTime() === since)
    .flatMap(({ place: { person } }) => [
      ...due(RemindApprover, flow.remindAfterMs, person),
      ...due(EscalateApproval, flow.escalateAfterMs, person),
    ]);
}

/** Whoever has a card of it already gets no new one, and a card that is redrawn far above is noticed by nobody: they are told. */
function turnAgain(scene: Scene<{ readonly asks: readonly PersonId[] }>): readonly Effect[] {
  const { approval, event, now, about } = scene;
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  if (!step) return [];
  const before = approval.steps.flatMap(({ seats }) =>
    seats.flat().flatMap((place) => (place.said || (place.askedAt && place.askedAt < now) ? voicesOf(place) : [])),
  );
  const moved = approval.moves.map(({ by }) => by);
  const known = new Set([...before, ...moved]);
  const notice = { type: 'approval.your-turn', stage: step.stage.name, ...about } as const;
  return tell(
    event.asks.filter((person) => known.has(person)),
    notice,
  );
}

/** Whoever speaks for somebody who is away is told for whom. */
function standIns({ approval, now, about }: Scene<unknown>): readonly Effect[] {
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  const fresh = (step ? waitingIn(step) : []).filter(({ place }) => place.askedAt?.getTime() === now.getTime());
  return fresh.flatMap(({ place: { person, standIn } }) =>
    standIn === undefined ? [] : tell([standIn], { type: 'approval.stand-in', for: person, ...about }),
  );
}

const policy: Policy = {
  'approval.started': (scene) => ask(scene.event.asks, scene),
  'approval.yes': (scene) => [...redraw(scene), ...ask(scene.event.asks, scene), ...turnAgain(scene)],
  'approval.no': redraw,
  'approval.stage-passed': ({ event: { stage, tells, fate }, approval, about, firm }) => {
    const name = approval.steps[stage]?.stage.name;
    const notice = name && ({ type: 'approval.stage-passed', stage: name, ...about } as const);
    if (!notice) return [];
    // What nobody decided is told to whoever asked: no card of theirs shows it. An approval's words are internal.
    const asker = firm.people.get(approval.requester)?.kind === 'staff' ? [approval.requester] : [];
    const byRule =
      fate === 'by-rule' ? tell(asker, { ...notice, type: 'approval.passed-by-rule', number: approval.of }) : [];
    return [...byRule, ...tell(tells, notice, approval.moves.at(-1)?.by)];
  },
  'approval.approved': (scene) => [
    ...redraw(scene),
    ...tell(scene.event.tells, { type: 'approval.approved', ...scene.about }, scene.approval.moves.at(-1)?.by),
  ],
  'approval.rejected': redraw,
  'approval.sent-back': (scene) => {
    const { event, about, approval } = scene;
    const why = { by: event.by, reason: event.reason };
    const request = { number: approval.of, title: approval.title };
    return [
      ...redraw(scene),
      ...ask(event.asks, scene),
      ...tell(event.asks, { type: 'approval.sent-back-to-stage', ...why, ...about }, event.by),
      ...(typeof event.to === 'number'
        ? []
        : [
            show({ person: event.to }, { name: 'request', of: approval.of }),
            ...tell([event.to], { type: 'approval.sent-back', ...why, ...request }, event.by),
          ]),
    ];
  },
  'approval.resubmitted': (scene) => [
    ...redraw(scene),
    ...ask(scene.event.asks, scene),
    ...tell(scene.event.asks, { type: 'approval.asked-again', by: scene.event.by, ...scene.about }, scene.event.by),
  ],
  'approval.transferred': (scene) => [
    ...redraw(scene),
    ...ask(scene.event.asks, scene),
    ...tell(scene.event.asks, { type: 'approval.handed-to-you', by: scene.event.by, ...scene.about }),
  ],
  'approval.added': (scene) => [
    ...redraw(scene),
    ...ask(scene.event.asks, scene),
    ...tell(scene.event.asks, { type: 'approval.you-were-added', by: scene.event.by, ...scene.about }),
  ],
  'approval.commented': (scene) => [
    ...redraw(scene),
    ...tell(
      scene.event.to,
      { type: 'approval.comment', by: scene.event.by, comment: scene.event.comment, ...scene.about },
      scene.event.by,
    ),
  ],
  'approval.nudged': ({ event: { by, people }, approval }) =>
    tell(people, { type: 'request.nudged', by, number: approval.of, title: approval.title }, by),
  'approval.reminded': ({ event: { people }, about }) => tell(people, { type: 'approval.reminder', ...about }),
  'approval.escalated': (scene) => [
    ...redraw(scene),
    ...ask(scene.event.asks, scene),
    ...tell(scene.event.asks, { type: 'approval.escalated', from: scene.event.from, ...scene.about }),
    ...(scene.event.how === 'replace'
      ? tell([scene.event.from], { type: 'approval.escalated-away', to: scene.event.to, ...scene.about })
      : []),
  ],
  // Whoever steps in is told once for all that has come to them.
  'approval.taken-over': (scene) => [...redraw(scene), ...ask(scene.event.asks, scene)],
  'approval.stand-in': (scene) => {
    const { person, standIn } = scene.event;
    if (standIn === undefined) return redraw(scene);
    return [
      ...redraw(scene),
      show({ person: standIn }, scene.picture),
      ...tell([standIn], { type: 'approval.stand-in', for: person, ...scene.about }),
    ];
  },
  'approval.withdrawn': redraw,
};

export function approvalReactions(event: ApprovalEvent, approval: Approval, now: Date, firm: Firm): readonly Effect[] {
  // The policy of an event takes that very event.
  const react = policy[event.type] as (scene: Scene<ApprovalEvent>) => readonly Effect[];
  const { number, title } = approval;
  return react({ event, approval, now, firm, picture: { name: 'approval', of: number }, about: { number, title } });
}
