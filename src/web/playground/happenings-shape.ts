/** The shape of the words for what happens: an event, a refusal or a row of the agenda without words does not compile. */
import type { AgendaRow, PostRow } from '../../bot/ports/windows.ts';
import type { AnyEvent, AnyRefusal } from '../../domain/records.ts';

/** What the machine itself writes into the audit, besides what happens to records. */
export type MachineEvent =
  | 'person.met'
  | 'person.recognized'
  | 'person.unreachable'
  | 'person.left'
  | 'person.leave'
  | 'cards.repair'
  | 'cards.renew'
  | 'calendar.warn'
  | 'agenda.skipped'
  | 'attention.morning'
  | 'request.nudge'
  | 'digest.read';

/** What time asks. */
export type AgendaIntent =
  | 'progress.ask'
  | 'attention.morning'
  | 'progress.remind'
  | 'progress.miss'
  | 'progress.digest'
  | 'digest.lapse'
  | 'absence.begin'
  | 'absence.finish'
  | 'approval.remind'
  | 'approval.escalate'
  | 'person.leave'
  | 'cards.renew'
  | 'calendar.warn'
  | 'sla.mark'
  | 'request.miss-response'
  | 'request.close'
  | 'survey.remind'
  | 'survey.expire';

export type Happenings = {
  /** `{who}` is whoever did it; a sentence without it tells what followed. */
  readonly events: Readonly<Record<AnyEvent['type'] | MachineEvent, string>>;
  readonly refused: string;
  /** Why, after the sentence above or beside a skipped row of the agenda. */
  readonly whyNot: Readonly<Record<AnyRefusal['type'] | 'too-late' | 'folded' | 'no-working-day', string>>;
  /** Nothing came of it, for reasons of our own. */
  readonly failed: string;
  readonly agenda: Readonly<Record<AgendaIntent, string>>;
  readonly agendaStates: Readonly<Record<AgendaRow['state'], string>>;
  readonly postStates: Readonly<Record<PostRow['state'], string>>;
};
