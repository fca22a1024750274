/** The approval centre: our entries in it, and what people say there. */
import { afterwards } from '../afterwards.ts';
import type { Entry } from '../../../cards/card.ts';
import type { Log } from '../../../ports/log.ts';
import type { Failure, Hear, Inbound, MessageRef, Reply, Result } from '../../../ports/platform.ts';
import { toFailure } from '../failures.ts';
import { approvalAnswerMs, approvalLookUpMs } from '../limits.ts';
import type { Link } from '../link.ts';
import { type Answered, answerOf, notOurs, stillWorking, tryAgain, unknownPerson } from './answer.ts';
import { gestureOf, readPress } from './callback.ts';
import type { Definition } from './definition.ts';
import { type CheckJson, checkJson, type InstanceJson, instanceJson } from './instance.ts';
import type { Links } from './links.ts';
import type { Who } from './who.ts';

/** What stands in a reference in the place of a chat. */
const room = 'approval-centre';

export type CentreNeeds = {
  readonly definition: Definition;
  readonly links: Links;
  /** Our own name among the accounts of a person. */
  readonly platform: string;
  readonly wire: {
    syncInstance(instance: InstanceJson): Promise<void>;
    /** The ids of those that are not as said. */
    differingInstances(checks: CheckJson[]): Promise<readonly string[]>;
  };
  readonly who: Who;
  readonly link: Link;
  readonly log: Log;
};

export class ApprovalCentre {
  readonly #needs: CentreNeeds;
  readonly #mending = new Set<Promise<unknown>>();
  #hear: Hear | undefined;

  constructor(needs: CentreNeeds) {
    this.#needs = needs;
  }

  async start(hear: Hear): Promise<void> {
    this.#hear = hear;
    // Where the platform cannot be reached at all there is nothing to ask; the first entry asks then.
    if (this.#needs.link.trouble === undefined) await this.#needs.definition.tryNow();
  }

  close(): void {
    this.#hear = undefined;
  }

  /** Resolves when what was put right beside an answer has gone out. */
  async settled(): Promise<void> {
    await Promise.all(this.#mending);
  }

  /** Puts the entry there, or makes it true: the platform knows it by its own number, so that once more is the same. */
  async show(entry: Entry): Promise<Result<MessageRef>> {
    return await this.#attempt(async () => {
      await this.#needs.wire.syncInstance(await this.#instance(entry));
      return { chat: room, message: entry.number };
    });
  }

  /** Whether the platform has this very state, judged by the moments at which entry and tasks last changed. */
  async stands(ref: MessageRef, entry: Entry): Promise<Result<boolean>> {
    return await this.#attempt(async () => {
      const differing = await this.#needs.wire.differingInstances([checkJson(await this.#instance(entry))]);
      return !differing.includes(ref.message);
    });
  }

  /** `content` has been opened. Answered in time, whatever happens; the platform does not send it again. */
  async answer(content: unknown): Promise<Answered> {
    return (await Promise.race([this.#judge(content), afterwards(approvalAnswerMs)])) ?? stillWorking;
  }

  async #judge(content: unknown): Promise<Answered> {
    const press = readPress(content);
    if (!press) return { status: 400, body: { error: 'not as documented' } };
    const hear = this.#hear;
    if (!hear) return tryAgain;
    const account = await this.#accountOf(press.user_id);
    if (typeof account !== 'string') return account;
    const inbound = gestureOf(press, account);
    if (!inbound) return notOurs;
    try {
      const reply = await hear(inbound);
      this.#mend(reply);
      return answerOf(reply);
    } catch (error) {
      this.#needs.log.error({ key: inbound.key, error: String(error) }, 'a press in the approval centre was not kept');
      return tryAgain;
    }
  }

  async #accountOf(userId: string): Promise<Inbound['speaker']['account'] | Answered> {
    try {
      return (await Promise.race([this.#needs.who(userId), afterwards(approvalLookUpMs)])) ?? tryAgain;
    } catch (error) {
      const { verdict, cause } = toFailure(error, 'profile');
      this.#needs.log.warn({ cause }, 'who pressed in the approval centre could not be found out');
      return verdict === 'never' ? unknownPerson : tryAgain;
    }
  }

  /** Whoever was refused saw something that is not so: the entry is put right. After a yes that was heard, the queue does it. */
  #mend({ refused, entry }: Reply): void {
    if (refused !== true || !entry) return;
    const mending = this.show(entry)
      .then((result) => {
        if (!result.ok) this.#needs.log.warn({ cause: result.failure.cause }, 'an entry could not be put right');
      })
      .finally(() => this.#mending.delete(mending));
    this.#mending.add(mending);
  }

  async #instance(entry: Entry): Promise<InstanceJson> {
    const { definition, links, platform } = this.#needs;
    return instanceJson(entry, await definition.code(), links, platform);
  }

  async #attempt<T>(act: () => Promise<T>): Promise<Result<T>> {
    try {
      const value = await act();
      this.#needs.link.worked();
      return { ok: true, value };
    } catch (error) {
      this.#needs.link.failed(error);
      const failure: Failure = toFailure(error, 'entry');
      return { ok: false, failure };
    }
  }
}
