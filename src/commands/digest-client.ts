/** A version for the client, after its own confirmation; without its words the form is opened. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { SendClientVersion } from '../bot/intents/digest-intents.ts';
import { clientVersionOf, digestPlace, sendToClient } from '../domain/digest.ts';
import { insideOf, outsideText } from '../domain/digest-client.ts';
import { contactsOf } from '../domain/firm.ts';

export const digestClient = command(SendClientVersion, async ({ input, by, now, firm, records }) => {
  const digest = await records.find('digest', input.digest);
  if (!digest || by.kind !== 'person') return refuse({ type: 'digest.not-found' });
  const { client } = digest;
  const contacts = client === undefined ? [] : contactsOf(firm, client).map(({ id }) => id);
  const may = clientVersionOf(digest, by, firm, contacts.length);
  if (!may.ok) return refuse(may.refusal);
  if (client === undefined) return refuse({ type: 'digest.no-client' });
  const place = digestPlace(digest);
  if (!input.fields) return opens({ name: 'digest-client-form', of: place });

  const answers = await records.progressOf(digest.cycle, digest.period);
  const inside = insideOf(answers, client, by.person.id, firm);
  const text = outsideText(input.shown ?? '', input.fields, inside);
  if ('type' in text) return refuse(text);
  return outcome(sendToClient(may.state, by, now, firm, text), ({ number, name, period }) => ({
    notice: { type: 'digest.client-sent-by-you', number, name, period, people: contacts },
    become: { name: 'digest', of: place },
  }));
});
