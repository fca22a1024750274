/** The approval centre of the fake tenant: definitions, instances with their tasks, and people who press in its lists. */
import { randomUUID } from 'node:crypto';
import { type ApiAnswer, done, fail } from './answers.ts';
import { lintDefinition, lintInstance } from './approval-lint.ts';
import { ApprovalLists, type TaskInHand, type Verdict } from './approval-lists.ts';
import { type Delivered, encrypt } from './courier.ts';
import { isJson, type Json, list, str, type Workspace } from './workspace.ts';

type Send = (path: string, body: string) => Promise<Delivered>;

export class ApprovalCentre extends ApprovalLists {
  readonly #send: Send;
  readonly definitions = new Map<string, Json>();
  #stumbles = 0;
  /** Whether the app has the scopes of approvals. */
  allowed = true;
  /** Every sync that was taken. */
  synced = 0;

  constructor(space: Workspace, send: Send) {
    super(space);
    this.#send = send;
  }

  /** The next syncs are refused as the platform does when the same instance comes again too soon. */
  stumble(count: number): void {
    this.#stumbles = count;
  }

  /** An instance is lost, or was never there. */
  lose(instance: string): void {
    this.instances.delete(instance);
  }

  route(route: string, body: unknown): ApiAnswer | undefined {
    const prefix = 'POST /open-apis/approval/v4/';
    if (!route.startsWith(prefix)) return undefined;
    if (!this.allowed)
      return fail(99991672, 'Access denied. One of the following scopes is required: approval:approval');
    if (!isJson(body)) return fail(1390001, 'param is invalid');
    switch (route.slice(prefix.length)) {
      case 'external_approvals':
        return this.#define(body);
      case 'external_instances':
        return this.#sync(body);
      case 'external_instances/check':
        return this.#check(body);
      default:
        return undefined;
    }
  }

  #refuse(faults: readonly string[]): ApiAnswer {
    for (const fault of faults) this.space.breach(`approval centre: ${fault}`);
    return fail(1390001, 'param is invalid');
  }

  /** A code that is known is updated, and answered with another one; any other makes a definition with a code of the platform's. */
  #define(body: Json): ApiAnswer {
    const faults = lintDefinition(body);
    if (faults.length > 0) return this.#refuse(faults);
    const given = str(body.approval_code);
    const code = this.definitions.has(given) ? given : randomUUID().toUpperCase();
    this.definitions.set(code, body);
    return done({ approval_code: code === given ? randomUUID().toUpperCase() : code });
  }

  #sync(body: Json): ApiAnswer {
    if (this.#stumbles > 0) {
      this.#stumbles -= 1;
      return fail(1395001, 'There have been some errors. Please try again later');
    }
    const tasks = list(body.task_list).filter(isJson);
    const strangers = [body, ...tasks].flatMap(({ open_id: id }) =>
      id === undefined || this.space.people.has(str(id)) ? [] : [`nobody is ${str(id)}`],
    );
    const known = this.definitions.has(str(body.approval_code)) ? [] : [`no definition ${str(body.approval_code)}`];
    const faults = [...known, ...lintInstance(body), ...strangers];
    if (faults.length > 0) return this.#refuse(faults);
    this.#keep(body, tasks);
    this.synced += 1;
    return done({ data: body });
  }

  #keep(body: Json, tasks: readonly Json[]): void {
    const id = str(body.instance_id);
    const old = this.instances.get(id);
    const wentBack = old && Number(body.update_time) < Number(old.body.update_time);
    if (wentBack) this.space.breach(`approval centre: update_time of ${id} went back`);
    if (!old || body.update_mode !== 'UPDATE') {
      this.instances.set(id, { body, tasks: new Map(tasks.map((task) => [str(task.task_id), task])) });
      return;
    }
    // Only what has become newer is taken, and nothing is taken away.
    if (Number(body.update_time) > Number(old.body.update_time)) old.body = body;
    for (const task of tasks) {
      const before = old.tasks.get(str(task.task_id));
      if (!before || Number(task.update_time) > Number(before.update_time)) old.tasks.set(str(task.task_id), task);
    }
  }

  #check(body: Json): ApiAnswer {
    const differing = list(body.instances)
      .filter(isJson)
      .filter(({ instance_id, update_time, tasks }) => {
        const known = this.instances.get(str(instance_id));
        const asked = list(tasks).filter(isJson);
        if (!known || str(known.body.update_time) !== update_time || asked.length !== known.tasks.size) return true;
        return asked.some(({ task_id, update_time: at }) => known.tasks.get(str(task_id))?.update_time !== at);
      });
    return done({ diff_instances: differing.map(({ instance_id, update_time }) => ({ instance_id, update_time })) });
  }

  /** Presses as the client lets people press. `unchecked`: a client that forgets to ask for the reason. */
  async presses(
    account: string,
    task: TaskInHand,
    verdict: Verdict,
    { reason = '', deliver = 'once', unchecked = false }: PressOptions = {},
  ): Promise<number> {
    const action = task.actions.find(({ type }) => type === verdict);
    if (!action) throw new Error(`the task ${task.task} offers no ${verdict}`);
    if (action.reasonRequired && reason.trim() === '' && !unchecked) throw new Error('the client asks for a reason');
    const delivered: number[] = [];
    for (let n = 0; n < (deliver === 'twice' ? 2 : 1); n += 1) {
      delivered.push(await this.deliver(this.bodyOf(account, task, verdict, reason), account));
    }
    return delivered.at(-1) ?? 0;
  }

  /** What the platform says of a press, before it is encrypted. */
  bodyOf(account: string, task: TaskInHand, verdict: Verdict, reason = ''): Json {
    const [code, definition] = [...this.definitions][0] ?? [];
    return {
      action_type: verdict,
      ...(task.context === undefined ? {} : { action_context: task.context }),
      user_id: `u${account.slice(3)}`,
      approval_code: code,
      ...{ instance_id: task.instance, task_id: task.task, reason, token: this.#external(definition).token },
    };
  }

  /** Carries a body to the bot, encrypted with the definition's key unless told otherwise, and shows the answer to whoever pressed. */
  async deliver(body: Json, account: string, key?: string): Promise<number> {
    const { url, key: own } = this.#external([...this.definitions.values()][0]);
    const sealed = JSON.stringify({ encrypt: encrypt(JSON.stringify(body), key ?? own) });
    const { status, body: answer } = await this.#send(new URL(url).pathname, sealed);
    const said = isJson(answer) ? answer : {};
    // Only above 400 a sentence is shown, and only if it says so.
    if (status > 400 && said.without_prefix === 'true') this.space.toast(account, str(said.message));
    return status;
  }

  #external(definition: Json | undefined): { readonly url: string; readonly token: string; readonly key: string } {
    const external = isJson(definition?.external) ? definition.external : {};
    return {
      url: str(external.action_callback_url),
      token: str(external.action_callback_token),
      key: str(external.action_callback_key),
    };
  }
}

export type PressOptions = {
  readonly reason?: string;
  readonly deliver?: 'once' | 'twice';
  readonly unchecked?: boolean;
};
