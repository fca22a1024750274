/** An absence of Li's in each of its states. */
import { begin, end, plan } from '../../src/domain/absence.ts';
import { bordersOfDay } from '../../src/domain/zoned-time.ts';
import { yes } from '../domain/decisions.ts';
import { by, firm, li, research, sun } from '../domain/firm.ts';
import { later, monday } from '../domain/requests.ts';

const leave = yes(
  plan(
    {
      ...{ number: 'ABS-1', person: li.id, fromDay: '2026-12-01', untilDay: '2026-12-03', delegate: sun.id },
      ...{ beginsAt: bordersOfDay('2026-12-01', li.zone).begins, endsAt: bordersOfDay('2026-12-03', li.zone).ends },
    },
    [],
    monday,
    firm,
  ),
);
const partly = { ...leave, only: [research.id] };
export const absences = {
  planned: leave,
  partly,
  away: yes(begin(leave)),
  over: yes(end(yes(begin(leave)), by(li), later(9000))),
};
