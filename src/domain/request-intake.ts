/** Whether what somebody filled in makes a request: its title, the answers, and the people they name. */
import { colleaguesIn } from './approval/approvers.ts';
import type { Firm, Service } from './firm.ts';
import type { PersonId } from './ids.ts';
import { type Answers, checkAnswers, type Problems, titleFrom, titleProblem } from './intake.ts';

/**
 * An answer that names an approver must name a colleague, and not whoever asks: after a slip of the pen somebody else would be asked,
 * and nobody would know why.
 */
function namingProblems(service: Service | undefined, answers: Answers, asker: PersonId, firm: Firm): Problems {
  const flow = service?.approval === undefined ? undefined : firm.flows.get(service.approval);
  const rules = (flow?.stages ?? []).flatMap(({ approvers }) => approvers);
  const wrong = rules.flatMap((rule) => {
    const answer = rule.by === 'field' ? answers[rule.field] : undefined;
    if (rule.by !== 'field' || answer === undefined) return [];
    const named = colleaguesIn(answer, firm);
    return named.some((one) => one !== asker) ? [] : [[rule.field, { why: 'not-a-colleague' }] as const];
  });
  return Object.fromEntries(wrong);
}

/** `titleField`: under which the title was filled in. */
export function checkIntake(
  service: Service | undefined,
  raw: Answers,
  titleField: string,
  asker: PersonId,
  firm: Firm,
): { readonly title: string; readonly answers: Answers } | { readonly problems: Problems } {
  const words = String(raw[titleField] ?? '');
  const checked = checkAnswers(service?.fields ?? [], raw);
  const title = titleProblem(words);
  const problems = {
    ...('problems' in checked ? checked.problems : namingProblems(service, checked.answers, asker, firm)),
    ...(title ? { [titleField]: title } : {}),
  };
  if ('problems' in checked || Object.keys(problems).length > 0) return { problems };
  return { title: titleFrom(words), answers: checked.answers };
}
