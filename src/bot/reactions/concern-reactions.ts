/** When this has happened to an issue or a draft risk, these people should notice. */
import { type Concern, type IssueEvent, type RiskEvent, titleOfConcern } from '../../domain/concerns.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, say, show, showEverywhere } from './effects.ts';

export function concernReactions(event: IssueEvent | RiskEvent, concern: Concern): readonly Effect[] {
  const picture: PictureRef = { name: concern.kind, of: concern.number };
  const about = { number: concern.number, title: titleOfConcern(concern), by: event.by };
  const owner = { person: concern.owner };
  const forOwner = (...effects: readonly Effect[]): readonly Effect[] => (event.by === concern.owner ? [] : effects);
  switch (event.type) {
    case 'issue.opened':
      return [
        showEverywhere(picture),
        // The card has the button by which they say that it is solved.
        show(owner, picture),
        ...forOwner(say(owner, { type: 'issue.opened', ...about })),
      ];
    case 'risk.drafted':
      return [showEverywhere(picture), ...forOwner(say(owner, { type: 'risk.drafted', ...about }))];
    case 'issue.solved':
      return [
        showEverywhere(picture),
        ...(event.by === concern.by ? [] : [say({ person: concern.by }, { type: 'issue.solved', ...about })]),
        ...(event.onBehalfOf === undefined ? [] : [say(owner, { type: 'issue.solved', ...about })]),
      ];
    case 'issue.changed':
    case 'issue.dropped':
    case 'risk.changed':
    case 'risk.dropped':
      return [showEverywhere(picture)];
  }
}
