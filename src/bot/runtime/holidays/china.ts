/** China: holidays and make-up workdays (调休) as the State Council publishes them, a year at a time and late in the year before. */
import type { Localized } from '../../../domain/language.ts';
import { chinaTable } from './libraries.ts';
import type { DayMark, Holidays } from './marks.ts';

/** Every published year has more; fewer days are the edge of a neighbour's holiday, not a year. */
const FEWEST_DAYS = 7;

/** `English name,中文名,days in lieu`; neither name has a comma. */
function namesOf(text: string): Localized {
  const [english = '', chinese = ''] = text.split(',');
  return { 'zh-CN': chinese, 'en-US': english };
}

function madeUp(name: Localized): Localized {
  return { 'zh-CN': `${name['zh-CN']}调休上班`, 'en-US': `${name['en-US']} (make-up workday)` };
}

export function chinaHolidays(table = chinaTable()): Holidays {
  const years = Map.groupBy(Object.keys(table.holidays), (day) => Number(day.slice(0, 4)));
  const knows = (year: number): boolean => (years.get(year)?.length ?? 0) >= FEWEST_DAYS;
  return {
    knows,
    on: (day): DayMark | undefined => {
      if (!knows(Number(day.slice(0, 4)))) return undefined;
      const [off, work] = [table.holidays[day], table.workdays[day]];
      if (work !== undefined) return { kind: 'work', name: madeUp(namesOf(work)) };
      return off === undefined ? undefined : { kind: 'off', name: namesOf(off) };
    },
  };
}
