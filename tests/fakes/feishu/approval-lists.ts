/** The lists of the fake approval centre as people read them: what is asked, of whom, and how it stands. */
import { textsOf } from './approval-lint.ts';
import { clientLanguage } from './card-reader.ts';
import { isJson, type Json, list, str, type Workspace } from './workspace.ts';

export type Verdict = 'APPROVE' | 'REJECT';

/** A task as one person has it before them; they may press it long after it has changed. */
export type TaskInHand = {
  readonly instance: string;
  readonly task: string;
  readonly status: string;
  /** What the task is called, in the person's language. */
  readonly title: string;
  readonly actions: readonly { readonly type: Verdict; readonly reasonRequired: boolean }[];
  readonly context: string | undefined;
};

/** An instance as one person reads it. */
export type SeenInstance = {
  readonly instance: string;
  readonly status: string;
  readonly title: string;
  readonly requester: string;
  readonly facts: readonly string[];
};

export type Instance = { body: Json; readonly tasks: Map<string, Json> };
export class ApprovalLists {
  readonly instances = new Map<string, Instance>();
  readonly space: Workspace;

  constructor(space: Workspace) {
    this.space = space;
  }

  /** What a person reads of an instance, in their language. */
  sees(account: string, instance: string): SeenInstance | undefined {
    const found = this.instances.get(instance);
    if (!found) return undefined;
    const { body } = found;
    const say = this.#words(account, body);
    const requester = this.space.people.get(str(body.open_id))?.name ?? say(body.user_name);
    const facts = list(body.form).filter(isJson).slice(0, 3);
    return {
      ...{ instance, status: str(body.status), title: say(body.title), requester },
      facts: facts.map(({ name, value }) => `${say(name)}: ${say(value)}`),
    };
  }

  /** Everybody's tasks in an instance: who, and how each stands. */
  standing(instance: string): readonly string[] {
    const found = this.instances.get(instance);
    return [...(found?.tasks.values() ?? [])].map(({ open_id, status }) => `${str(open_id)} ${str(status)}`).toSorted();
  }

  /** What they have started themselves: the list 已发起. */
  started(account: string): readonly string[] {
    return [...this.instances].flatMap(([id, { body }]) => (body.open_id === account ? [id] : []));
  }

  /** A person's tasks, as their lists show them. */
  tasks(account: string, instance: string): readonly TaskInHand[] {
    const found = this.instances.get(instance);
    if (!found) return [];
    const say = this.#words(account, found.body);
    return [...found.tasks.values()]
      .filter(({ open_id }) => open_id === account)
      .map((task) => ({
        ...{ instance, task: str(task.task_id), status: str(task.status), title: say(task.title) },
        actions: list(task.action_configs)
          .filter(isJson)
          .map((action) => ({
            type: action.action_type as Verdict,
            reasonRequired: action.is_reason_required === true,
          })),
        context: task.action_context === undefined ? undefined : str(task.action_context),
      }));
  }

  /** The one task that waits for them. */
  pending(account: string, instance: string): TaskInHand {
    const waiting = this.tasks(account, instance).filter(({ status }) => status === 'PENDING');
    const [only] = waiting;
    if (!only || waiting.length > 1) throw new Error(`${account} has ${waiting.length} tasks waiting in ${instance}`);
    return only;
  }

  #words(account: string, body: Json): (key: unknown) => string {
    const language = clientLanguage(this.space.personOf(account)).replace('_', '-');
    const texts = textsOf(
      body,
      language.replace(/-\w+$/, (country) => country.toUpperCase()),
    );
    return (key) => texts.get(str(key)) ?? '';
  }
}
