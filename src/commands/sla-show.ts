/** "sla REQ-7": the ledger of a record's clocks, to whoever may see the record. */
import { command, opens, refuse, typed } from '../bot/engine/define.ts';
import { ShowSla } from '../bot/intents/sla-intents.ts';
import { prefixes, readNumber, type RecordKind } from '../domain/numbers.ts';
import { mayViewApproval, mayViewRequest } from '../domain/visibility.ts';

export const slaShow = typed(
  'sla',
  (number) => ({ number }),
  command(ShowSla, async ({ input, by, firm, records }) => {
    const said = input.number ?? '';
    const number = readNumber(said);
    const kind = (Object.keys(prefixes) as RecordKind[]).find((one) => number?.startsWith(`${prefixes[one]}-`));
    const found = number !== undefined && kind !== undefined ? await records.find(kind, number) : undefined;
    if (!found || by.kind !== 'person')
      return refuse({ type: 'record.not-found', number: number ?? [...said].slice(0, 40).join('') });
    if (found.kind !== 'request' && found.kind !== 'approval')
      return refuse({ type: 'sla.no-clock', number: found.number });
    const request = found.kind === 'request' ? found : await records.find('request', found.of);
    const mayView =
      request !== undefined &&
      (found.kind === 'request'
        ? mayViewRequest(found, by.person, firm)
        : mayViewApproval(found, request, by.person, firm));
    return mayView ? opens({ name: 'sla', of: found.number }) : refuse({ type: 'record.not-yours-to-see' });
  }),
);
