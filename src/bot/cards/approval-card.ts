/** An approval as a card: what is asked, which stages there are, and the two buttons for whose turn it is. */
import { type Approval, turnOf } from '../../domain/approval.ts';
import type { Firm } from '../../domain/firm.ts';
import type { Request } from '../../domain/request-state.ts';
import { mayViewApproval } from '../../domain/visibility.ts';
import { Approve, Reject } from '../intents/approval-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Form, Line, Step, Tone } from './card.ts';
import { button, buttons, clientName, fact, facts, subtitle, wordsField } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';
import { answersOf } from './request-card.ts';

type Data = { readonly approval: Approval; readonly request: Request; readonly firm: Firm };

const tones: Readonly<Record<Approval['status'], Tone>> = {
  running: 'warning',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'muted',
};

function stepOf(approval: Approval, n: number, words: Words): Step {
  const verdict = approval.verdicts.find(({ stage }) => stage === n);
  const stage = approval.stages[n];
  const label = `${stage ? words.of(stage.name) : ''}: ${verdict ? words.name(verdict.by) : words.names(stage?.approvers ?? [])}`;
  if (verdict) return { label, state: verdict.verdict === 'approved' ? 'done' : 'failed' };
  return { label, state: approval.status === 'running' && approval.stage === n ? 'now' : 'next' };
}

function verdictsOf(approval: Approval, words: Words): readonly Block[] {
  return approval.verdicts.flatMap(({ by, verdict, decidedAt, comment }): Block[] => [
    { type: 'aside', text: words.text.card.verdict(words.name(by), verdict, words.moment(decidedAt)) },
    ...(comment === undefined ? [] : [{ type: 'quote', text: comment } as const]),
  ]);
}

function next(approval: Approval, words: Words): Line {
  return approval.status === 'running'
    ? words.text.card.nextApprovers(words.names(turnOf(approval)))
    : words.text.card.nobodyNext;
}

function draw({ approval, request, firm }: Data, words: Words, viewer: Viewer): Card {
  const state = words.text.states.approval[approval.status];
  const input = { approval: approval.number };
  const mine = viewer.person !== undefined && turnOf(approval).includes(viewer.person.id);
  const label = words.text.facts;
  const service = firm.services.get(request.service);
  const fallback = approval.status === 'running' && approval.stages[approval.stage]?.fallback === true;
  return {
    title: words.text.card.approvalTitle(approval.title),
    subtitle: subtitle(approval.number, state),
    tone: tones[approval.status],
    summary: words.text.card.approvalSummary(words.name(approval.requester), approval.title, state),
    blocks: [
      { type: 'steps', steps: approval.stages.map((_, n) => stepOf(approval, n, words)) },
      facts(
        fact(label.next, [...next(approval, words), ...(fallback ? [` (${words.text.card.fallbackStage})`] : [])]),
        fact(label.askedBy, [words.name(approval.requester)]),
        fact(label.request, [approval.of]),
        fact(label.service, service && [words.of(service.name)]),
        fact(label.client, clientName(firm, approval.client)),
      ),
      ...answersOf({ request, firm }, words),
      ...verdictsOf(approval, words),
      ...(mine && approval.status === 'running'
        ? buttons(
            button(words, 'approve', Approve, { ...input, stage: approval.stage }, 'primary'),
            button(words, 'reject', Reject, input, 'danger'),
          )
        : []),
    ],
  };
}

async function load(scene: Scene): Promise<Data | undefined> {
  const approval = await scene.records.find('approval', scene.ref.of);
  const request = approval && (await scene.records.find('request', approval.of));
  return approval &&
    request &&
    scene.viewer.person &&
    mayViewApproval(approval, request, scene.viewer.person, scene.firm)
    ? { approval, request, firm: scene.firm }
    : undefined;
}

export const approvalCard = picture<Data>({
  load,
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});

export const rejectForm = picture<Data>({
  load,
  draw: ({ approval }, words) => {
    const heading = words.text.card.formReject(approval.number);
    const form: Form = {
      title: heading,
      summary: heading,
      intro: [{ type: 'paragraph', text: [{ strong: approval.title }] }],
      fields: [wordsField(words, 'reason', true)],
      submit: button(words, 'reject', Reject, { approval: approval.number }, 'danger'),
    };
    return { type: 'form', form, open: button(words, 'reject', Reject, { approval: approval.number }, 'danger') };
  },
});
