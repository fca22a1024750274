/** What the audit tells: the events of an approval, one after another, and nothing else. */
import type { Approval, ApprovalEvent, Said } from '../../src/domain/approval/approval-state.ts';

type Saying = {
  readonly yes: boolean;
  readonly by: string;
  /** Whose place it was. */
  readonly of: string;
  /** Unknown of the no that ended it. */
  readonly stage: number | undefined;
  readonly comment: string | undefined;
};

export type Story = {
  readonly status: Approval['status'];
  readonly revision: number;
  readonly lines: readonly string[];
  readonly sayings: readonly Saying[];
  /** How many of them were said before a revision: those may stand, or be asked anew. */
  readonly before: number;
  readonly fates: ReadonlyMap<number, string>;
};

export const untold: Story = {
  ...{ status: 'running', revision: 0, lines: [], sayings: [], before: 0, fates: new Map() },
};

type Voice = { readonly by: string; readonly onBehalfOf?: string };
const speaker = ({ by, onBehalfOf }: Voice): string => (onBehalfOf === undefined ? by : `${by} for ${onBehalfOf}`);
const line = (type: string, voice: Voice, to?: string, words?: string): string =>
  [type, speaker(voice), to ?? '', words ?? ''].join('|');

type Word = 'approved' | 'opposed' | 'rejected';
function said(story: Story, word: Word, voice: Voice, stage?: number, comment?: string): Story {
  const saying = { yes: word === 'approved', by: voice.by, of: voice.onBehalfOf ?? voice.by, stage, comment };
  const told = line(word, voice, undefined, comment);
  return { ...story, lines: [...story.lines, told], sayings: [...story.sayings, saying] };
}

function also(story: Story, ...told: readonly string[]): Story {
  return { ...story, lines: [...story.lines, ...told] };
}

function sentBack(story: Story, event: ApprovalEvent & { readonly type: 'approval.sent-back' }): Story {
  const next = also(story, line('sent-back', event, undefined, event.reason));
  const { to } = event;
  if (typeof to !== 'number') return { ...next, status: 'returned' };
  const stays = (stage: number | undefined): boolean => stage !== undefined && stage < to;
  return {
    ...next,
    sayings: next.sayings.filter(({ stage }) => stays(stage)),
    before: next.sayings.slice(0, next.before).filter(({ stage }) => stays(stage)).length,
    fates: new Map([...next.fates].filter(([stage]) => stays(stage))),
  };
}

function heard(story: Story, event: ApprovalEvent): Story {
  switch (event.type) {
    case 'approval.started':
      return { ...story, status: 'running', revision: 1 };
    case 'approval.yes':
      return said(story, 'approved', event, event.stage, event.comment);
    case 'approval.no':
      return said(story, 'opposed', event, event.stage, event.comment);
    case 'approval.rejected':
      return { ...said(story, 'rejected', event, undefined, event.reason), status: 'rejected' };
    case 'approval.stage-passed':
      return { ...story, fates: new Map(story.fates).set(event.stage, event.fate) };
    case 'approval.approved':
      return { ...story, status: 'approved' };
    case 'approval.withdrawn':
      return { ...story, status: 'withdrawn' };
    case 'approval.sent-back':
      return sentBack(story, event);
    case 'approval.resubmitted':
      return {
        ...also(story, line('resubmitted', event)),
        ...{ status: 'running', revision: story.revision + 1, before: story.sayings.length },
      };
    case 'approval.transferred':
      return also(story, line('transferred', event, event.to));
    case 'approval.added':
      return also(story, line('added', event, event.person));
    case 'approval.escalated':
      return also(story, line('escalated', { by: event.from }, event.to));
    case 'approval.taken-over':
      return also(story, line('taken-over', { by: event.from }, event.to));
    case 'approval.commented':
      return also(story, line('commented', event, undefined, event.comment));
    case 'approval.stand-in':
    case 'approval.nudged':
    case 'approval.reminded':
      return story;
  }
}

export function toldBy(story: Story, events: readonly ApprovalEvent[]): Story {
  return events.reduce(heard, story);
}

type Spoken = Said & { readonly of: string; readonly stage: number };

function spokenIn({ steps }: Approval): readonly Spoken[] {
  return steps.flatMap(({ seats }, stage) =>
    seats.flat().flatMap(({ person, said: word }) => (word && !word.carried ? [{ ...word, of: person, stage }] : [])),
  );
}

function isThat({ yes, by, of, stage, comment }: Saying, one: Spoken): boolean {
  const where = stage === undefined || stage === one.stage;
  return where && by === one.by && of === one.of && yes === (one.verdict === 'yes') && comment === one.comment;
}

/** What the record knows and the events do not tell, or the other way round: nothing, if the audit is the whole story. */
export function unlike(story: Story, approval: Approval): readonly string[] {
  const spoken = spokenIn(approval);
  const moves = approval.moves.map(({ type, to, comment, ...voice }) =>
    // The words that go with a handing over are kept with the move alone.
    line(type, voice, to, type === 'transferred' ? undefined : comment),
  );
  const fates = approval.steps.flatMap(({ fate }, n) =>
    fate !== undefined && fate !== 'not-needed' && story.fates.get(n) !== fate ? [`stage ${n} is ${fate}`] : [],
  );
  const { status, revision, lines, sayings, before } = story;
  return [
    ...(status === approval.status ? [] : [`told ${status}, is ${approval.status}`]),
    ...(revision === approval.revision ? [] : [`told revision ${revision}, is ${approval.revision}`]),
    ...(lines.join('\n') === moves.join('\n') ? [] : [`told ${lines.join(', ')}, moved ${moves.join(', ')}`]),
    ...spoken
      .filter((one) => !sayings.some((saying) => isThat(saying, one)))
      .map(({ verdict, by, of }) => `${verdict} by ${by} in the place of ${of} was never told`),
    ...sayings
      .slice(before)
      .filter((saying) => !spoken.some((one) => isThat(saying, one)))
      .map(({ yes, by, of }) => `told ${yes ? 'yes' : 'no'} by ${by} for ${of}, which is not there`),
    ...fates,
  ];
}
