/** A survey of Ann's about a finished request, and the grades she gives. */
import type { Person } from '../../src/domain/firm.ts';
import { sendSurvey } from '../../src/domain/survey.ts';
import { ann, firm, globex, wang } from './firm.ts';
import { monday } from './requests.ts';

export const grades = { quality: 5, result: 4, attitude: 5, communication: 2 };

export function sending(sentAt: Date = monday, owner: Person = wang): ReturnType<typeof sendSurvey> {
  return sendSurvey({
    ...{ number: 'SUR-9', of: 'REQ-7', round: 0, title: '新能源市场调研', client: globex, contact: ann.id },
    ...{ owner: owner.id, dimensions: firm.survey.dimensions, sentAt },
  });
}
