/** The shape of `steward.yaml`, section by section. Editors get a JSON Schema of it; what spans sections is checked elsewhere. */
import { z } from 'zod';
import { roles, surveyDimensions } from '../../../domain/firm.ts';
import { priorities } from '../../../domain/priority.ts';
import { templates } from '../../../domain/project.ts';
import { calendarShape } from './calendar-shape.ts';
import { duration, email, id, locale, localized, name, onPlatforms, weekly, zone } from './word-shapes.ts';

/** What is promised, in working time. */
const targetsShape = z.strictObject({ firstResponse: duration.optional(), resolution: duration.optional() });

export const slaShape = z.strictObject({
  ...{ ...targetsShape.shape, complaint: duration.optional() },
  priorities: z
    .partialRecord(z.enum(priorities), targetsShape)
    .default({})
    .describe('What a priority promises instead of the service; a contract it can only better'),
});

export const firmShape = z.strictObject({ name, locale, timezone: zone });

const calendar = z.string().describe('One of the calendars; left out, default');

/** One cadence of reports. What is left out is as the firm's `progress` says. */
const cadence = z.strictObject({
  template: z
    .enum(templates)
    .default('weekly')
    .describe('weekly: every week; daily: on every working day; milestone: on the day of each milestone'),
  ask: z.string().optional().describe('weekly: fri 16:00; daily and milestone: "17:30"'),
  remindAfter: duration.optional(),
  missedAfter: z.string().optional().describe('weekly: mon 10:00; daily and milestone: "10:00" of the day after'),
  digest: z.string().optional().describe('weekly: mon 10:00; daily and milestone: "10:00" of the day after'),
  confirmBy: z.string().optional().describe('weekly: mon 12:00; daily and milestone: "12:00" of the day after'),
});
const cadences = z.union([cadence, z.array(cadence).min(1)]);

export const departmentShape = z.strictObject({
  ...{ id, name, head: z.string().optional() },
  calendar: calendar.optional().describe('The calendar of its people who name none of their own'),
  progress: cadences.optional().describe('How often its people report; left out, as the firm’s progress says'),
});

const human = {
  id,
  name,
  email: email.optional(),
  locale: locale.optional(),
  timezone: zone.optional().describe('Left out: the zone of their profile in the chat, then that of the firm'),
  calendar: calendar.optional(),
  accounts: onPlatforms('Who this is in each chat; left out, the bot finds the person by e-mail').optional(),
};

export const personShape = z.strictObject({
  ...human,
  department: z.string().optional(),
  roles: z.array(z.enum(roles)).min(1).default(['staff']),
});

export const clientShape = z.strictObject({
  id,
  name,
  manager: z.string().optional().describe('The account manager, one of the people'),
  segment: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('What kind of client this is; conditions may ask for it: segment == "sme"'),
  calendar: calendar.optional().describe('On which what is promised to this client is counted; left out, default'),
  sla: targetsShape
    .extend({ services: z.record(z.string(), targetsShape).optional().describe('Single services, by id') })
    .optional()
    .describe('The contract: goes before what the service and the firm promise'),
  contacts: z.array(z.strictObject(human)).default([]),
});

const asked = {
  id: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, { error: 'a field id begins with a letter and has letters, digits, - and _' }),
  label: localized,
  required: z.boolean().default(false),
};
const plain = (type: 'text' | 'long-text' | 'date') => z.strictObject({ ...asked, type: z.literal(type) });

const field = z.discriminatedUnion('type', [
  plain('text'),
  plain('long-text'),
  plain('date'),
  z.strictObject({ ...asked, type: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    options: z
      .array(z.union([name, z.number()]))
      .min(1)
      .max(100),
  }),
]);

export const serviceShape = z.strictObject({
  id,
  name: localized,
  team: z.string().describe('The department whose desk is offered new requests'),
  fields: z.array(field).max(40).default([]),
  sla: targetsShape.optional().describe('Working time; what is left out comes from the section sla'),
  for: z
    .enum(['everyone', 'staff'])
    .default('everyone')
    .describe('Who may ask for it: staff and clients, or staff only'),
  approval: z.string().optional().describe('One of the approvals; left out, nobody is asked'),
  cc: z.array(z.string()).optional(),
});

/** A condition over the fields, priority, client and the client's segment. */
const condition = z.string();
const approvers = z
  .array(z.string())
  .describe('department-head, manager-of-requester, a role, person:<id> or field:<id>');

const stage = z.strictObject({
  name: localized,
  approvers: approvers.min(1),
  rule: z.union([z.enum(['any', 'all', 'in-order']), z.strictObject({ atLeast: z.int().min(1) })]).default('any'),
  when: condition.optional().describe('Asked only when this holds: budget >= 100000'),
  autoApproveWhen: condition
    .optional()
    .describe('Approved by this rule, and shown as such, when this holds: budget < 1000'),
  skip: z.literal('already-approved').optional().describe('Whoever approved in an earlier stage is not asked again'),
  dependsOn: z
    .array(z.string())
    .optional()
    .describe('After a revision asked again only when one of these has changed; left out, when anything has'),
  askAgain: z.literal('always').optional().describe('Asked again after every revision'),
  cc: approvers.default([]).describe('Told when the stage has passed'),
});

export const flowShape = z.strictObject({
  stages: z.array(stage).min(1),
  remindAfter: duration.optional(),
  escalateAfter: duration.optional(),
  escalation: z.enum(['add', 'replace']).default('add').describe('Whether somebody higher decides as well, or instead'),
  nobody: approvers.default([]).describe('Asked when a stage finds nobody, and there is no management either'),
  cc: approvers.default([]).describe('Told when everything is approved'),
});

export const projectShape = z.strictObject({
  id: z.string().regex(/^PRJ-[1-9]\d*$/, { error: 'the number of a project is PRJ- and digits, like PRJ-1' }),
  name,
  client: z.string().optional(),
  pm: z.string().describe('The project manager, who makes the digest'),
  members: z.array(z.string()).min(1).describe('Who reports'),
  progress: cadences.optional().describe('How often they report; left out, as the firm’s progress says'),
  milestones: z
    .array(z.strictObject({ id, name: localized, day: z.string().describe('YYYY-MM-DD') }))
    .default([])
    .describe('Asked about when progress has a cadence of milestones'),
});

export const managementShape = onPlatforms('The channel in each chat where management reads digests');

export const deskShape = onPlatforms('The team channel in each chat');

export const progressShape = z.strictObject({
  ask: weekly,
  remindAfter: duration,
  missedAfter: weekly,
  digest: weekly,
  confirmBy: weekly
    .optional()
    .describe('A digest that nobody has confirmed by then goes out marked as a draft; left out: mon 12:00'),
});

export const attentionShape = z.strictObject({
  quiet: z
    .string()
    .optional()
    .describe(
      'Quiet hours in each person’s own time, also the whole of days on which they do not work; none for none; left out: 20:00-08:00',
    ),
});

export const surveyShape = z.strictObject({
  dimensions: z.array(z.enum(surveyDimensions)).min(1),
  remindAfter: duration,
  expireAfter: duration,
  target: z.number().min(0).max(100).optional(),
  quietDays: z.int().min(0).optional(),
});

export const firmFileShape = z.strictObject({
  firm: firmShape,
  calendars: z.record(z.string(), calendarShape).optional(),
  departments: z.array(departmentShape),
  people: z.array(personShape),
  clients: z.array(clientShape).optional(),
  services: z.array(serviceShape),
  approvals: z.record(z.string(), flowShape).optional(),
  desks: z.record(z.string(), deskShape).optional(),
  progress: progressShape.optional(),
  projects: z.array(projectShape).optional(),
  management: managementShape.optional(),
  attention: attentionShape.optional(),
  survey: surveyShape.optional(),
  sla: slaShape.optional(),
});

export type Words = z.output<typeof localized>;
export type DepartmentShape = z.output<typeof departmentShape>;
export type CadenceShape = z.output<typeof cadence>;
export type ProjectShape = z.output<typeof projectShape>;
export type FieldShape = z.output<typeof field>;
export type TargetsShape = z.output<typeof targetsShape>;
export type StageShape = z.output<typeof stage>;
export type PersonShape = z.output<typeof personShape>;
export type ContactShape = z.output<typeof clientShape>['contacts'][number];
