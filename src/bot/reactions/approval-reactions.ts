/** When this has happened to an approval, these people should notice. */
import type { Approval, ApprovalEvent } from '../../domain/approval.ts';
import type { PersonId } from '../../domain/firm.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, show, showEverywhere } from './effects.ts';

function askAll(people: readonly PersonId[], picture: PictureRef): readonly Effect[] {
  return people.map((person) => show({ person }, picture));
}

export function approvalReactions(event: ApprovalEvent, approval: Approval): readonly Effect[] {
  const picture: PictureRef = { name: 'approval', of: approval.number };
  const request: PictureRef = { name: 'request', of: approval.of };
  switch (event.type) {
    case 'approval.started':
      return askAll(event.asks, picture);
    case 'approval.stage-passed':
      // The request's own card names who decides next.
      return [showEverywhere(picture), showEverywhere(request), ...askAll(event.asks, picture)];
    case 'approval.approved':
    case 'approval.rejected':
    case 'approval.withdrawn':
      return [showEverywhere(picture)];
  }
}
