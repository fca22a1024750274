/** "status REQ-7": one record, as its card, to whoever may see it. */
import { command, opens, refuse, typed } from '../bot/engine/define.ts';
import { ShowRecord } from '../bot/intents/general-intents.ts';
import type { RecordReader } from '../bot/ports/store.ts';
import { digestPlace } from '../domain/digest.ts';
import type { Firm, Person } from '../domain/firm.ts';
import { prefixes, readNumber, type RecordKind } from '../domain/numbers.ts';
import type { AnyRecord } from '../domain/records.ts';
import {
  mayViewAbsence,
  mayViewApproval,
  mayViewConcern,
  mayViewDigest,
  mayViewProgress,
  mayViewRequest,
  mayViewSurvey,
} from '../domain/visibility.ts';

async function mayView(record: AnyRecord, person: Person, firm: Firm, records: RecordReader): Promise<boolean> {
  switch (record.kind) {
    case 'request':
      return mayViewRequest(record, person, firm);
    case 'approval': {
      const request = await records.find('request', record.of);
      return request !== undefined && mayViewApproval(record, request, person, firm);
    }
    case 'progress':
      return mayViewProgress(record, person, firm);
    case 'absence':
      return mayViewAbsence(record, person, firm);
    case 'digest':
      return mayViewDigest(record, person, firm);
    case 'issue':
    case 'risk':
      return mayViewConcern(record, person, firm);
    case 'survey':
      return mayViewSurvey(record, person, firm);
  }
}

export const recordShow = typed(
  'status',
  (number) => ({ number }),
  command(ShowRecord, async ({ input, by, firm, records }) => {
    const typed = input.number ?? '';
    const number = readNumber(typed);
    const kind = (Object.keys(prefixes) as RecordKind[]).find((one) => number?.startsWith(`${prefixes[one]}-`));
    const found = number !== undefined && kind !== undefined ? await records.find(kind, number) : undefined;
    if (!found || by.kind !== 'person')
      return refuse({ type: 'record.not-found', number: number ?? [...typed].slice(0, 40).join('') });
    if (!(await mayView(found, by.person, firm, records))) return refuse({ type: 'record.not-yours-to-see' });
    // A digest is known by what it is about, also where it has stood before it had a number.
    return opens({ name: found.kind, of: found.kind === 'digest' ? digestPlace(found) : found.number });
  }),
);
