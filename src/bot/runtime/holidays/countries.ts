/** The public holidays of every other country, computed by date-holidays a year at a time, when the year is first asked about. */
import type { Localized } from '../../../domain/language.ts';
import { nearest, suggest } from '../problems.ts';
import { worldHolidays } from './libraries.ts';
import { daysFrom, type DayMark, type Holidays } from './marks.ts';

export type Country = { readonly code: string; readonly state?: string; readonly region?: string };
/** Why there is no such country, and what to write instead. */
export type NoCountry = { readonly what: string; readonly hint: string };

const DAY_MS = 86_400_000;
/** Slips that no spelling is near to. */
const meant: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB-ENG', PRC: 'CN', CHN: 'CN', USA: 'US', UAE: 'AE' };
/** The library writes these few in traditional characters for every country. */
const simplified: Readonly<Record<string, string>> = {
  聖誕節: '圣诞节',
  耶穌受難節: '耶稣受难日',
  耶穌受難節翌日: '耶稣受难日翌日',
  復活節星期一: '复活节星期一',
};

/** `US`, `US-NY` or `DE-BY-A`: a country, its state, its region. */
export function countryOf(text: string): Country | NoCountry {
  const [code = '', state, region, ...rest] = text.split('-');
  const world = new (worldHolidays())();
  const countries = world.getCountries('en') ?? {};
  if (!(code in countries)) return { what: `there is no country “${code}”`, hint: countryHint(text, countries) };
  const states = world.getStates(code) ?? {};
  if (state !== undefined && !(state in states))
    return { what: `${code} has no region “${state}”`, hint: placeHint(state, states, code) };
  const regions = state === undefined ? {} : (world.getRegions(code, state) ?? {});
  if (region !== undefined && !(region in regions))
    return { what: `${code}-${state} has no region “${region}”`, hint: placeHint(region, regions, `${code}-${state}`) };
  if (rest.length > 0) return { what: `“${text}” has too many parts`, hint: `write ${code}-${state}-${region}` };
  return { code, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) };
}

function countryHint(text: string, countries: Readonly<Record<string, string>>): string {
  const upper = text.toUpperCase();
  const [code = ''] = upper.split('-');
  if (code in countries) return `did you mean ${upper}?`;
  // Of equally near names the first is taken: here most firms are in China.
  const names = ['China', ...Object.values(countries)];
  const byName = Object.entries(countries).find(([, name]) => name === nearest(text, names))?.[0];
  // Among so many codes of two letters, every word is near to some: only its own letters the other way round are a slip.
  const turned = code.length === 2 ? `${code[1]}${code[0]}` : '';
  const near = meant[upper] ?? (code.length > 2 ? byName : undefined) ?? (turned in countries ? turned : undefined);
  return near === undefined
    ? 'two capital letters, like CN, US or GB-ENG; for a country not known here leave it out and use days or import'
    : `did you mean ${near}?`;
}

function placeHint(word: string, places: Readonly<Record<string, string>>, of: string): string {
  const codes = Object.keys(places);
  return codes.length === 0 ? `write ${of}` : suggest(word, codes);
}

/** Names for Chinese readers where there are any, for others the English ones. */
function nameOf(chinese: string, english: string, isSubstitute: boolean): Localized {
  const bare = (name: string): string => (isSubstitute ? name.replace(/\s*\([^()]*\)$/, '') : name);
  const [zh, en] = [bare(chinese), bare(english)];
  const han = /\p{Script=Han}/u.test(zh) ? (simplified[zh] ?? zh) : en;
  const apart = /\p{Script=Han}$/u.test(han) ? '' : ' ';
  return isSubstitute
    ? { 'zh-CN': `${han}${apart}补休`, 'en-US': `${en} (substitute day)` }
    : { 'zh-CN': han, 'en-US': en };
}

export function countryHolidays({ code, state, region }: Country): Holidays {
  const world = new (worldHolidays())(code, state, region);
  const known = new Map<number, ReadonlyMap<string, DayMark>>();
  const marksOf = (year: number): ReadonlyMap<string, DayMark> => {
    const chinese = new Map(world.getHolidays(year, 'zh').map((one) => [`${one.date} ${one.type}`, one.name]));
    const marks = new Map<string, DayMark>();
    for (const { type, date, start, end, name, substitute = false } of world.getHolidays(year, 'en')) {
      if (type !== 'public') continue;
      const [first, time] = [date.slice(0, 10), date.slice(11, 16)];
      const words = nameOf(chinese.get(`${date} ${type}`) ?? name, name, substitute);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      for (const day of daysFrom(first, days)) {
        // Two holidays on one day: the first names it, and a whole day is more than half of one.
        if (marks.has(day) && time !== '00:00') continue;
        const before = marks.get(day);
        if (before?.kind === 'off' && before.from === undefined) continue;
        marks.set(day, { kind: 'off', name: words, ...(time === '00:00' ? {} : { from: time }) });
      }
    }
    return marks;
  };
  return {
    knows: () => true,
    on: (day) => {
      const year = Number(day.slice(0, 4));
      const marks = known.get(year) ?? marksOf(year);
      known.set(year, marks);
      return marks.get(day);
    },
  };
}
