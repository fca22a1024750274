/**
 * Our kind of approval, as the approval centre knows it: made once, brought up to date whenever a process begins.
 * https://open.feishu.cn/document/server-docs/approval-v4/external_approval/create
 */
import type { Locale, Localized } from '../../../../domain/language.ts';
import type { Log } from '../../../ports/log.ts';
import type { PlatformMemory } from '../../../ports/platform-memory.ts';
import { adapterLocales, type AdapterWords, adapterWords } from '../../../text/adapter-words.ts';
import type { CallbackKeys } from './keys.ts';
import type { Links } from './links.ts';
import { type Resource, texts } from './texts.ts';

export type DefinitionJson = {
  readonly approval_name: string;
  readonly approval_code: string;
  readonly group_code: string;
  readonly group_name: string;
  readonly description: string;
  readonly external: {
    readonly biz_name: string;
    readonly create_link_pc: string;
    readonly create_link_mobile: string;
    readonly support_pc: boolean;
    readonly support_mobile: boolean;
    readonly support_batch_read: boolean;
    readonly action_callback_url: string;
    readonly action_callback_token: string;
    readonly action_callback_key: string;
    readonly allow_batch_operate: boolean;
  };
  readonly viewers: { readonly viewer_type: 'TENANT' }[];
  readonly i18n_resources: Resource[];
};

export type DefinitionFacts = {
  readonly callbackUrl: string;
  readonly keys: CallbackKeys;
  readonly links: Links;
};

/** A code that no definition has: the platform makes a new one and chooses its code itself. */
const newCode = 'steward';

function inEvery(word: (words: AdapterWords) => string): Localized {
  return Object.fromEntries(adapterLocales.map((locale) => [locale, word(adapterWords[locale])])) as Record<
    Locale,
    string
  >;
}

export function definitionJson(
  { callbackUrl, keys, links }: DefinitionFacts,
  code: string | undefined,
): DefinitionJson {
  const { key, resources } = texts();
  const name = key(inEvery(({ product }) => product));
  return {
    approval_name: name,
    approval_code: code ?? newCode,
    group_code: 'steward',
    group_name: name,
    description: key(inEvery(({ approvalsAbout }) => approvalsAbout)),
    external: {
      biz_name: name,
      create_link_pc: links.pc_link,
      create_link_mobile: links.mobile_link,
      support_pc: true,
      support_mobile: true,
      support_batch_read: false,
      action_callback_url: callbackUrl,
      action_callback_token: keys.token,
      action_callback_key: keys.key,
      // A yes to many at once is a yes to what nobody has read.
      allow_batch_operate: false,
    },
    viewers: [{ viewer_type: 'TENANT' }],
    i18n_resources: resources(),
  };
}

export type DefinitionNeeds = {
  readonly facts: DefinitionFacts;
  readonly appId: string;
  /** Answers the code the platform has chosen. Rejects when it refuses. */
  readonly define: (definition: DefinitionJson) => Promise<string>;
  readonly memory: PlatformMemory;
  readonly log: Log;
};

export class Definition {
  readonly #needs: DefinitionNeeds;
  #code: Promise<string> | undefined;

  constructor(needs: DefinitionNeeds) {
    this.#needs = needs;
  }

  /** The code of our definition. Rejects when the platform or the database refuses; the next call asks again. */
  code(): Promise<string> {
    this.#code ??= this.#ask().catch((error: unknown) => {
      this.#code = undefined;
      throw error;
    });
    return this.#code;
  }

  /** At start. Whatever goes wrong, the bot runs without its mirror meanwhile. */
  async tryNow(): Promise<void> {
    try {
      await this.code();
    } catch (error) {
      this.#needs.log.warn(
        { error: String(error) },
        'the approval centre does not take our definition; approvals go on in their cards, and it is tried again with the next entry',
      );
    }
  }

  /**
   * Once made, its code is what we keep: what an update answers may be another one and is not to be used
   * (note to the response of the page above).
   */
  #ask(): Promise<string> {
    const { appId, memory, define, facts } = this.#needs;
    return memory.renew(`${appId}/approval-definition`, async (kept) => {
      const answered = await define(definitionJson(facts, kept));
      return kept ?? answered;
    });
  }
}
