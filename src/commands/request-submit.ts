/** A filled intake form becomes a request; without answers the form is opened. */
import { CLIENT_FIELD, TITLE_FIELD } from '../bot/intents/request-fields.ts';
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { SubmitRequest } from '../bot/intents/request-intents.ts';
import { type Client, type Firm, offeredTo, type Person } from '../domain/firm.ts';
import type { ClientId } from '../domain/ids.ts';
import { titleFrom } from '../domain/intake.ts';
import { checkIntake } from '../domain/request-intake.ts';
import { calendarOfRequest } from '../domain/request-clocks.ts';
import { submit } from '../domain/request.ts';
import { dueAt } from '../domain/sla.ts';

/** A contact asks for their own firm, whatever the form says. */
function clientOf(by: Person, named: string | number | undefined, firm: Firm): Client | undefined {
  return firm.clients.get(by.client ?? (named as ClientId));
}

export const requestSubmit = command(SubmitRequest, async ({ input, by, now, firm, number }) => {
  if (by.kind !== 'person') return refuse({ type: 'wish.not-for-you' });
  const service = offeredTo(by.person, firm).find(({ id }) => id === input.service);
  if (!service) return refuse({ type: 'service.not-found' });
  const form = { name: 'request-form', of: service.id, input: { title: titleFrom(input.title ?? '') } } as const;
  if (!input.fields) return opens(form);

  const checked = checkIntake(service, input.fields, TITLE_FIELD, by.person.id, firm);
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems, open: form };
  const client = service.internal ? undefined : clientOf(by.person, input.fields[CLIENT_FIELD], firm);
  const submission = {
    ...{ number: await number('request'), title: checked.title, service, answers: checked.answers },
    ...(client ? { client: client.id } : {}),
  };
  return outcome(submit(submission, by.person, now, firm), (request) => ({
    notice: {
      type: 'request.recorded',
      number: request.number,
      title: request.title,
      responseDueAt: dueAt(request.response, calendarOfRequest(request, firm)) ?? now,
    },
    become: { name: 'request', of: request.number },
  }));
});
