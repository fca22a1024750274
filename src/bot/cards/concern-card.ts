/** An issue, or a draft risk, that a report has opened: what was said, by whom, and whose it is. */
import { type Concern, titleOfConcern } from '../../domain/concerns.ts';
import { makersOf } from '../../domain/digest-people.ts';
import type { Firm } from '../../domain/firm.ts';
import { mayViewConcern } from '../../domain/visibility.ts';
import { SolveIssue } from '../intents/digest-intents.ts';
import type { Words } from '../text/words.ts';
import type { Card, Line, Tone } from './card.ts';
import { button, buttons, fact, facts, LONG, stateOf, subtitle } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

type Data = { readonly concern: Concern; readonly firm: Firm };

const tones: Readonly<Record<Concern['status'], Tone>> = {
  open: 'warning',
  draft: 'info',
  solved: 'good',
  dropped: 'muted',
};

function next(concern: Concern, words: Words): Line {
  const { card } = words.text;
  if (concern.status === 'solved') return card.doneBy(words.name(concern.solvedBy), words.moment(concern.solvedAt));
  return concern.status === 'dropped' ? card.nobodyNext : card.nextOwner(words.name(concern.owner), undefined);
}

function draw({ concern, firm }: Data, words: Words, viewer: Viewer): Card {
  const { facts: label, card, states } = words.text;
  const title = titleOfConcern(concern);
  const state = stateOf(concern, words, viewer);
  const { person } = viewer;
  const solvable =
    concern.status === 'open' && person !== undefined && makersOf(concern.owner, firm).includes(person.id);
  return {
    title: card.concernTitle(card.kinds[concern.kind], title),
    subtitle: subtitle(concern.number, state),
    tone: tones[concern.status],
    summary: card.requestSummary(concern.number, title, state),
    blocks: [
      { type: 'quote', text: concern.words.slice(0, LONG) },
      facts(
        fact(label.reportedBy, [words.name(concern.by)]),
        fact(label.report, [`${concern.of} · ${concern.period}`]),
        fact(concern.status === 'solved' ? states.issue.solved : label.next, next(concern, words)),
      ),
      ...buttons(solvable ? button(words, 'solved', SolveIssue, { issue: concern.number }, 'primary') : undefined),
    ],
  };
}

function concernCard(kind: Concern['kind']) {
  return picture<Data>({
    load: async ({ ref, firm, records, viewer: { person } }: Scene) => {
      const concern = await records.find(kind, ref.of);
      return concern && person && mayViewConcern(concern, person, firm) ? { concern, firm } : undefined;
    },
    draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
  });
}

export const issueCard = concernCard('issue');
export const riskCard = concernCard('risk');
