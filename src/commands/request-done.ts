/** The work is done: the requester is told, and the client's contacts are asked how satisfied they are. */
import { type Change, command, refuse } from '../bot/engine/define.ts';
import { MarkRequestDone } from '../bot/intents/request-intents.ts';
import { contactsOf } from '../domain/firm.ts';
import { markDone } from '../domain/request.ts';
import { sendSurvey } from '../domain/survey.ts';

export const requestDone = command(MarkRequestDone, async ({ input, by, now, firm, records, number }) => {
  const request = await records.find('request', input.request);
  if (!request) return refuse({ type: 'request.not-found' });
  const done = markDone(request, by, now, firm);
  if (!done.ok) return refuse(done.refusal);

  const changes: Change[] = [{ state: done.state, events: done.events }];
  const { client } = request;
  const owner = 'owner' in done.state ? done.state.owner : request.askedBy;
  for (const contact of client === undefined ? [] : contactsOf(firm, client)) {
    const about = {
      of: request.number,
      round: request.reopenings,
      title: request.title,
      owner,
      dimensions: firm.survey.dimensions,
    };
    const sent = sendSurvey({
      number: await number('survey'),
      ...about,
      client: client as NonNullable<typeof client>,
      contact: contact.id,
      sentAt: now,
    });
    if (sent.ok) changes.push({ state: sent.state, events: sent.events });
  }
  return {
    kind: 'decided',
    changes,
    answer: { notice: { type: 'request.done-by-you', number: request.number, title: request.title } },
  };
});
