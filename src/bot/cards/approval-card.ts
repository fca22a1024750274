/** An approval as a card: what is asked, how far it is, what was said, and the moves of whose turn it is. */
import type { Approval, ApprovalStatus, Step as AskedStep } from '../../domain/approval/approval-state.ts';
import type { FieldChange } from '../../domain/approval/payload.ts';
import type { Firm } from '../../domain/firm.ts';
import type { Request } from '../../domain/request-state.ts';
import { mayViewApproval } from '../../domain/visibility.ts';
import type { Words } from '../text/words.ts';
import { calledIn, heldBy } from './approval-turns.ts';
import { approvalButtons } from './approval-buttons.ts';
import type { Block, Card, Line, Step, Tone } from './card.ts';
import { clientName, fact, facts, subtitle } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';
import { answersOf, shown } from './request-card.ts';

export type ApprovalData = { readonly approval: Approval; readonly request: Request; readonly firm: Firm };

const tones: Readonly<Record<ApprovalStatus, Tone>> = {
  running: 'warning',
  returned: 'warning',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'muted',
};

function ruleOf({ rule }: AskedStep['stage'], { text }: Words): string {
  const { rules } = text.card;
  if (typeof rule === 'object') return rules.atLeast(rule.atLeast);
  return rule === 'in-order' ? rules.inOrder : rules[rule];
}

/** `Department head: 李强 and 王芳 (all of them)`; once it has passed, who said yes. */
function labelOf({ stage, seats, fate }: AskedStep, words: Words): string {
  const { card } = words.text;
  const name = words.of(stage.name);
  if (fate !== undefined && fate !== 'passed') return card.stage(name, card.fates[fate], undefined);
  const said = seats.flat().flatMap((place) => place.said ?? []);
  const agreed = said.filter(({ verdict }) => verdict === 'yes').map(({ by }) => words.name(by));
  const people = fate === 'passed' ? agreed : seats.flatMap((line) => line.map((place) => calledIn(place, words)));
  const rule = fate === undefined && seats.length > 1 ? ruleOf(stage, words) : undefined;
  return card.stage(name, words.list([...new Set(people)]), rule);
}

function stepOf(approval: Approval, n: number, words: Words): readonly Step[] {
  const step = approval.steps[n];
  if (!step) return [];
  const label = labelOf(step, words);
  if (step.fate === 'not-needed') return [];
  if (step.fate !== undefined) return [{ label, state: 'done' }];
  if (approval.status === 'rejected' && step.seats.flat().some(({ said }) => said?.verdict === 'no'))
    return [{ label, state: 'failed' }];
  return [{ label, state: approval.status === 'running' && approval.stage === n ? 'now' : 'next' }];
}

function movesOf(approval: Approval, words: Words): readonly Block[] {
  return approval.moves.flatMap(({ type, by, to, toStage, onBehalfOf, movedAt, comment }): Block[] => {
    const stage = toStage === undefined ? undefined : approval.steps[toStage]?.stage.name;
    const names = {
      by: words.name(by),
      ...(to === undefined ? {} : { to: words.name(to) }),
      ...(stage === undefined ? {} : { to: words.of(stage) }),
      ...(onBehalfOf === undefined ? {} : { for: words.name(onBehalfOf) }),
    };
    return [
      { type: 'aside', text: words.text.card.move(type, names, words.moment(movedAt)) },
      ...(comment === undefined ? [] : [{ type: 'quote', text: comment } as const]),
    ];
  });
}

function next(approval: Approval, words: Words): Line {
  const { card } = words.text;
  if (approval.status === 'returned') return card.nextReviser(words.name(approval.advocate));
  return heldBy(approval, words) ?? card.nobodyNext;
}

function fieldName(field: string, { request, firm }: ApprovalData, words: Words): string {
  const asked = firm.services.get(request.service)?.fields.find(({ id }) => id === field);
  if (asked) return words.of(asked.label);
  return field === 'title' || field === 'client' || field === 'priority' ? words.text.fields[field] : field;
}

/** What is longer is read in full below. */
const SHORT = 60;

/** On one line, and cut between letters. */
function short(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : letters.join('');
}

function changesOf(data: ApprovalData, words: Words): readonly Block[] {
  const { changes } = data.approval;
  if (changes.length === 0) return [];
  const value = (one: FieldChange['before']): string | undefined =>
    one === undefined ? undefined : short(shown(one, words));
  return [
    { type: 'heading', text: words.text.card.changesTitle },
    facts(
      ...changes.map(({ field, before, after }) =>
        fact(fieldName(field, data, words), words.text.card.changed(value(before), value(after))),
      ),
    ),
  ];
}

function draw(data: ApprovalData, words: Words, viewer: Viewer): Card {
  const { approval, request, firm } = data;
  const state = words.text.states.approval[approval.status];
  const label = words.text.facts;
  const service = firm.services.get(request.service);
  return {
    title: words.text.card.approvalTitle(approval.title),
    subtitle: subtitle(approval.number, state),
    tone: tones[approval.status],
    summary: words.text.card.approvalSummary(words.name(approval.requester), approval.title, state),
    blocks: [
      { type: 'steps', steps: approval.steps.flatMap((_, n) => stepOf(approval, n, words)) },
      facts(
        fact(label.next, next(approval, words)),
        fact(label.askedBy, [words.name(approval.requester)]),
        fact(label.request, [approval.of]),
        fact(label.service, service && [words.of(service.name)]),
        fact(label.client, clientName(firm, approval.client)),
      ),
      ...changesOf(data, words),
      ...answersOf({ request, firm }, words),
      ...movesOf(approval, words),
      ...approvalButtons(approval, words, viewer),
    ],
  };
}

export async function loadApproval({ records, firm, ref, viewer }: Scene): Promise<ApprovalData | undefined> {
  const approval = await records.find('approval', ref.of);
  const request = approval && (await records.find('request', approval.of));
  const seen = approval && request && viewer.person && mayViewApproval(approval, request, viewer.person, firm);
  return seen ? { approval, request, firm } : undefined;
}

export const approvalCard = picture<ApprovalData>({
  load: loadApproval,
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
