/** What follows from what happened, subject by subject. */
import type { Firm } from '../../domain/firm.ts';
import type { AnyEvent, AnyRecord } from '../../domain/records.ts';
import { absenceReactions } from './absence-reactions.ts';
import { approvalReactions } from './approval-reactions.ts';
import { concernReactions } from './concern-reactions.ts';
import { digestReactions } from './digest-reactions.ts';
import type { Effect } from './effects.ts';
import { progressReactions } from './progress-reactions.ts';
import { requestReactions } from './request-reactions.ts';
import { surveyReactions } from './survey-reactions.ts';

/** A record and what happened to it, of one subject. The name of an event begins with its subject. */
export function reactionsTo(state: AnyRecord, event: AnyEvent, now: Date, firm: Firm): readonly Effect[] {
  switch (state.kind) {
    case 'request':
      return requestReactions(event as Parameters<typeof requestReactions>[0], state, now, firm);
    case 'approval':
      return approvalReactions(event as Parameters<typeof approvalReactions>[0], state, now, firm);
    case 'absence':
      return absenceReactions(event as Parameters<typeof absenceReactions>[0], state, firm);
    case 'progress':
      return progressReactions(event as Parameters<typeof progressReactions>[0], state, now, firm);
    case 'digest':
      return digestReactions(event as Parameters<typeof digestReactions>[0], state, firm);
    case 'issue':
    case 'risk':
      return concernReactions(event as Parameters<typeof concernReactions>[0], state);
    case 'survey':
      return surveyReactions(event as Parameters<typeof surveyReactions>[0], state, now, firm);
  }
}
