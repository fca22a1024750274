/** Reads `steward.yaml` into the firm that the rules know. All problems are found at once, each with its place in the file. */
import * as fs from 'node:fs';
import path from 'node:path';
import type { Firm, Room, SurveyPolicy } from '../../../domain/firm.ts';
import type { CalendarId, DepartmentId } from '../../../domain/ids.ts';
import type { ProgressPolicy } from '../../../domain/project.ts';
import { ConfigProblems, type Problem, suggest } from '../problems.ts';
import { judge } from './conditions.ts';
import { readCalendars } from './calendars.ts';
import { type Context, checkReference, checkUnique, durationMs, onPlatforms, weekly } from './context.ts';
import { checkZone, longestDayMs } from './moments.ts';
import { declaredPeople, readSociety } from './people.ts';
import { readFlows } from './flows.ts';
import { type Complain, openYaml, type Source } from './places.ts';
import { entriesOf, isRecord, type Placed, type Reader, readerOf } from './reading.ts';
import { readAttention } from './attention.ts';
import { readDepartmentCadences, readProjects } from './projects.ts';
import { readServices } from './services.ts';
import { deskShape, firmFileShape, firmShape, managementShape, progressShape, surveyShape } from './shape.ts';
import { readSla } from './sla.ts';

/** Throws {@link ConfigProblems} with every problem of the file. */
export function readFirmFile(file: string): Firm {
  const name = path.relative(process.cwd(), file);
  if (!fs.existsSync(file)) {
    const hint = 'STEWARD_CONFIG names the file of the firm; config/steward.yaml is an example';
    throw new ConfigProblems(name, [{ at: 'file', what: 'there is no such file', hint }]);
  }
  return parseFirm(fs.readFileSync(file, 'utf8'), name, path.dirname(file));
}

/** `name` is what messages call the text; files it names are looked for in `folder`. */
export function parseFirm(text: string, name: string, folder = '.'): Firm {
  const source = openYaml(text);
  if (source.problems.length > 0) throw new ConfigProblems(name, source.problems);
  const found: (Problem & { readonly offset: number })[] = [];
  const complain: Complain = (place, what, hint) => {
    found.push({ ...source.placeOf(place), what, hint });
  };
  const firm = assemble(source, folder, complain);
  if (found.length === 0 && firm) return firm;
  const inOrder = found.toSorted((a, b) => a.offset - b.offset);
  throw new ConfigProblems(
    name,
    inOrder.map(({ at, what, hint }) => ({ at, what, hint })),
  );
}

function assemble(source: Source, folder: string, complain: Complain): Firm | undefined {
  const content = source.content;
  if (!isRecord(content)) {
    complain([], 'the file has no settings', 'start from config/steward.yaml');
    return undefined;
  }
  checkSections(content, complain);
  const reader = readerOf(content, complain);
  const identity = reader.one('firm', firmShape);
  const zone = identity?.timezone ?? 'UTC';
  if (identity) checkZone(zone, ['firm', 'timezone'], complain);
  const calendars = readCalendars(reader, { zone, folder, complain });
  const calendar = calendars.get('default' as CalendarId) ?? { zone, week: [] };
  const context: Context = {
    complain,
    locale: identity?.locale ?? 'zh-CN',
    zone,
    workingDayMs: longestDayMs(calendar),
    ids: {
      departments: reader.ids('departments'),
      people: declaredPeople(content),
      flows: reader.ids('approvals'),
      calendars: new Set(['default', ...reader.ids('calendars')]),
      services: reader.ids('services'),
      clients: reader.ids('clients'),
      staff: reader.ids('people'),
    },
  };
  const society = readSociety(reader, context);
  const services = readServices(reader, context);
  const progress = readProgress(reader, context);
  return {
    name: identity?.name ?? '',
    locale: context.locale,
    zone,
    calendar,
    calendars,
    departments: byId(society.departments),
    people: byId(society.people),
    clients: byId(society.clients),
    services: byId(services),
    flows: byId(readFlows(reader, context, services, society)),
    judge: judge(),
    desks: readDesks(reader, context),
    ...readAttention(reader, context),
    projects: byId(readProjects(reader, progress, context)),
    cadences: readDepartmentCadences(reader, progress, context),
    management: onPlatforms(reader.one('management', managementShape) ?? {}).map(([platform, chat]) => ({
      platform,
      chat,
    })),
    progress,
    survey: readSurvey(reader, context),
    sla: readSla(reader, context),
    away: new Map(),
  };
}

function checkSections(content: Readonly<Record<string, unknown>>, complain: Complain): void {
  const sections = firmFileShape.shape;
  for (const key of Object.keys(content).filter((name) => !(name in sections))) {
    complain([key], 'there is no such section', suggest(key, Object.keys(sections)));
  }
  for (const [name, shape] of Object.entries(sections)) {
    const found = content[name];
    if (found === undefined || found === null) {
      if (!shape.safeParse(undefined).success) complain([name], 'the section is missing', 'see config/steward.yaml');
      continue;
    }
    const isList = ['departments', 'people', 'clients', 'services', 'projects'].includes(name);
    if (isList !== Array.isArray(found) || (!isList && !isRecord(found))) {
      complain(
        [name],
        isList ? 'this is a list of entries' : 'this is a block of settings',
        isList ? '- { id: … }' : '{ … }',
      );
    } else if (isList && entriesOf(found).length === 0 && !['clients', 'projects'].includes(name)) {
      complain([name], 'there is none', 'add at least one');
    }
  }
}

function readDesks(reader: Reader, { ids, complain }: Context): ReadonlyMap<DepartmentId, readonly Room[]> {
  const desks = reader.many('desks', deskShape).map(({ path: here, key, value }) => {
    checkReference(key, 'department', ids.departments, here, complain);
    const rooms = onPlatforms(value).map(([platform, chat]): Room => ({ platform, chat }));
    return { here, key: key as DepartmentId, rooms };
  });
  checkUnique(
    desks.flatMap(({ here, rooms }) =>
      rooms.map(({ platform, chat }) => ({ path: [...here, platform], key: `${platform} ${chat}` })),
    ),
    (key) => `the channel ${key} is the desk of another department`,
    'give each department a channel of its own',
    complain,
  );
  return new Map(desks.map(({ key, rooms }) => [key, rooms]));
}

function readProgress(reader: Reader, context: Context): ProgressPolicy {
  const found = reader.one('progress', progressShape);
  const {
    ask,
    remindAfter,
    missedAfter,
    digest,
    confirmBy = 'mon 12:00',
  } = found ?? {
    ...{ ask: 'fri 16:00', remindAfter: '2h', missedAfter: 'mon 10:00', digest: 'mon 10:00' },
  };
  return {
    ask: weekly(ask, ['progress', 'ask'], context.complain),
    remindAfterMs: durationMs(remindAfter, 'working', ['progress', 'remindAfter'], context),
    missedAfter: weekly(missedAfter, ['progress', 'missedAfter'], context.complain),
    digest: weekly(digest, ['progress', 'digest'], context.complain),
    confirmBy: weekly(confirmBy, ['progress', 'confirmBy'], context.complain),
  };
}

function readSurvey(reader: Reader, context: Context): SurveyPolicy {
  const found = reader.one('survey', surveyShape);
  const dimensions = found?.dimensions ?? (['quality', 'result', 'attitude', 'communication'] as const);
  checkUnique(
    dimensions.map((key, index) => ({ path: ['survey', 'dimensions', index], key })),
    (key) => `${key} is there twice`,
    'remove one',
    context.complain,
  );
  return {
    dimensions,
    remindAfterMs: durationMs(found?.remindAfter ?? '2d', 'working', ['survey', 'remindAfter'], context),
    expireAfterMs: durationMs(found?.expireAfter ?? '14d calendar', 'calendar', ['survey', 'expireAfter'], context),
  };
}

function byId<T extends { readonly id: string }>(placed: readonly Placed<T>[]): ReadonlyMap<T['id'], T> {
  return new Map(placed.map(({ value }) => [value.id, value]));
}
