/** What the property test has drawn, written as the flow and the payload that the rules are given. */
import type { Payload } from '../../src/domain/approval/payload.ts';
import type { ApproverRule, Flow, Stage } from '../../src/domain/firm.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Case, Condition, Matter, Sketch } from './approval-model.ts';
import { flow, stage } from './firm.ts';

function ruleOf(who: string): ApproverRule {
  switch (who) {
    case 'head':
      return { by: 'department-head' };
    case 'named':
      return { by: 'field', field: 'background' };
    case 'pm':
    case 'management':
    case 'admin':
    case 'staff':
      return { by: 'role', role: who };
    default:
      return { by: 'person', person: who as PersonId };
  }
}

function written(one: Condition): string {
  return one.field === 'budget' ? `budget >= ${one.least}` : `region == "${one.is}"`;
}

function stageOf({ asks, rule, when, auto, skip, rests, always }: Sketch): Stage {
  return stage({
    ...{ approvers: asks.map(ruleOf), rule },
    ...(when === undefined ? {} : { when: written(when) }),
    ...(auto === undefined ? {} : { autoApprove: written(auto) }),
    ...(skip ? { skip: 'already-approved' } : {}),
    ...(rests === undefined ? {} : { dependsOn: rests }),
    ...(always ? { askAgain: 'always' } : {}),
  });
}

export function flowOf({ sketches, nobody, escalation }: Case): Flow {
  return { ...flow(...sketches.map(stageOf)), nobody: nobody.map(ruleOf), escalation };
}

export function answersOf({ background, budget, region }: Matter): Payload['answers'] {
  return { background, ...(budget === undefined ? {} : { budget }), ...(region === undefined ? {} : { region }) };
}

/** One text for one matter, and another for every other. */
export const fingerprintOf = ({ title, background, budget, region }: Matter): string =>
  JSON.stringify([title, background, budget ?? null, region ?? null]);
