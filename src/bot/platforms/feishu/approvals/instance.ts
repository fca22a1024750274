/**
 * An entry as the approval centre takes it. Pure.
 * https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create
 */
import type { Localized } from '../../../../domain/language.ts';
import type { Entry, EntryState, EntryTask } from '../../../cards/card.ts';
import { contextOf } from './context.ts';
import { approvalFacts, approvalFactLength, approvalTasks, approvalTitleLength } from '../limits.ts';
import { isPerson } from '../identifiers.ts';
import { cut } from '../render/escape.ts';
import type { Links } from './links.ts';
import { type Resource, type Texts, texts } from './texts.ts';

type InstanceStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELED';
type TaskStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'TRANSFERRED' | 'DONE';

export type ActionJson = {
  readonly action_type: 'APPROVE' | 'REJECT';
  readonly is_need_reason: boolean;
  readonly is_reason_required: boolean;
  readonly is_need_attachment: boolean;
};

export type TaskJson = {
  readonly task_id: string;
  readonly open_id: string;
  readonly title: string;
  readonly links: Links;
  readonly status: TaskStatus;
  readonly extra: string;
  readonly create_time: string;
  readonly end_time: string;
  readonly update_time: string;
  readonly action_context?: string;
  readonly action_configs?: ActionJson[];
  readonly generate_type: 'EXTERNAL_CONSIGN' | 'DEFAULT';
};

export type InstanceJson = {
  readonly approval_code: string;
  readonly status: InstanceStatus;
  readonly extra: string;
  readonly instance_id: string;
  readonly links: Links;
  readonly title: string;
  readonly form: { readonly name: string; readonly value: string }[];
  readonly user_name: string;
  readonly open_id?: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly update_time: string;
  readonly update_mode: 'REPLACE';
  readonly task_list: TaskJson[];
  readonly i18n_resources: Resource[];
};

const statuses: Readonly<Record<EntryState, InstanceStatus>> = {
  waiting: 'PENDING',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  withdrawn: 'CANCELED',
};

/** A status, and the reason why a task is over (`complete_reason` of the page above). */
const tasks: Readonly<Record<EntryTask['state'], readonly [TaskStatus, string?]>> = {
  pending: ['PENDING'],
  approved: ['APPROVED', 'approved'],
  rejected: ['REJECTED', 'rejected'],
  transferred: ['TRANSFERRED', 'forward'],
  'sent-back': ['DONE', 'specific_rollback'],
  'passed-over': ['DONE', 'others'],
};

/** A no is not taken without a reason; the domain asks for it as well. */
const actions: ActionJson[] = [
  { action_type: 'APPROVE', is_need_reason: false, is_reason_required: false, is_need_attachment: false },
  { action_type: 'REJECT', is_need_reason: true, is_reason_required: true, is_need_attachment: false },
];

const ms = (at: Date): string => String(at.getTime());
/** What has not ended ended at 0. */
const end = (at: Date | undefined): string => (at === undefined ? '0' : ms(at));

/** Their account here; people without one cannot have a task. */
export function accountHere({ accounts }: Entry['requester'], platform: string): string | undefined {
  return accounts.find(({ platform: on, id }) => on === platform && isPerson(id))?.id;
}

function taskJson(task: EntryTask, account: string, entry: Entry, links: Links, { key }: Texts): TaskJson {
  const [status, reason] = tasks[task.state];
  const isAsked = task.state === 'pending';
  return {
    ...{ task_id: task.key, open_id: account, title: key(task.stage), links, status },
    extra: JSON.stringify(reason === undefined ? {} : { complete_reason: reason }),
    ...{ create_time: ms(task.since), end_time: end(task.until), update_time: ms(task.until ?? task.since) },
    ...(isAsked ? { action_context: contextOf(task, entry.changedAt), action_configs: actions } : {}),
    generate_type: task.onBehalf ? 'EXTERNAL_CONSIGN' : 'DEFAULT',
  };
}

function short(words: Localized, length: number): Localized {
  return { 'zh-CN': cut(words['zh-CN'], length), 'en-US': cut(words['en-US'], length) };
}

/**
 * Everything there is to the entry, each time: `REPLACE` takes away the tasks of people who are not asked any more (handed over,
 * revised), which `UPDATE` would leave in their lists. It does not look at `update_time`; what keeps an old picture from replacing
 * a new one is the outbox: one lane per entry, drawn when it is sent.
 */
export function instanceJson(entry: Entry, code: string, links: Links, platform: string): InstanceJson {
  const said = texts();
  const { key } = said;
  const requester = accountHere(entry.requester, platform);
  const asked = entry.tasks.flatMap((task) => {
    const account = accountHere(task.person, platform);
    return account === undefined ? [] : [taskJson(task, account, entry, links, said)];
  });
  const json = {
    ...{ approval_code: code, status: statuses[entry.state], instance_id: entry.number, links },
    extra: JSON.stringify({ business_key: entry.number }),
    title: key(short(entry.title, approvalTitleLength)),
    form: entry.facts.slice(0, approvalFacts).map(({ label, value }) => ({
      name: key(short(label, approvalFactLength)),
      value: key(short(value, approvalFactLength)),
    })),
    // Whoever has no account here is shown by name alone; for everyone else the platform shows the account.
    user_name: key({ 'zh-CN': entry.requester.name, 'en-US': entry.requester.name }),
    ...(requester === undefined ? {} : { open_id: requester }),
    ...{ start_time: ms(entry.startedAt), end_time: end(entry.endedAt), update_time: ms(entry.changedAt) },
    update_mode: 'REPLACE',
    task_list: asked.slice(0, approvalTasks),
  } as const;
  return { ...json, i18n_resources: said.resources() };
}

export type CheckJson = {
  readonly instance_id: string;
  readonly update_time: string;
  readonly tasks: { readonly task_id: string; readonly update_time: string }[];
};

/** https://open.feishu.cn/document/server-docs/approval-v4/external_instance/check */
export function checkJson({ instance_id, update_time, task_list }: InstanceJson): CheckJson {
  const tasks = task_list.map((task) => ({ task_id: task.task_id, update_time: task.update_time }));
  return { instance_id, update_time, tasks };
}
