/** The requester changes what they asked, before anyone works on it. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { TITLE_FIELD } from '../bot/intents/request-fields.ts';
import { EditRequest } from '../bot/intents/request-intents.ts';
import { checkAnswers, titleFrom, titleProblem } from '../domain/intake.ts';
import { edit } from '../domain/request.ts';

export const requestEdit = command(EditRequest, async ({ input, by, firm, records }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const allowed = edit(request, by, request.title, request.answers);
  if (!allowed.ok) return refuse(allowed.refusal);
  const form = { name: 'request-edit-form', of: request.number } as const;
  if (!input.fields) return opens(form);

  const words = String(input.fields[TITLE_FIELD] ?? '');
  const checked = checkAnswers(firm.services.get(request.service)?.fields ?? [], input.fields);
  const problem = titleProblem(words);
  if ('problems' in checked || problem) {
    const problems = {
      ...('problems' in checked ? checked.problems : {}),
      ...(problem ? { [TITLE_FIELD]: problem } : {}),
    };
    return { kind: 'problems', problems, open: form };
  }
  return outcome(edit(request, by, titleFrom(words), checked.answers), ({ number, title }) => ({
    notice: { type: 'request.edited', number, title },
    become: { name: 'request', of: number },
  }));
});
