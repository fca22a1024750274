/** Words in every language, as the approval centre takes them: keys in their places, and beside them a table of what each key says. */
import type { Locale, Localized } from '../../../../domain/language.ts';
import { adapterLocales } from '../../../text/adapter-words.ts';
import { clean } from '../render/escape.ts';

export type Resource = {
  readonly locale: Locale;
  readonly is_default: boolean;
  readonly texts: { readonly key: string; readonly value: string }[];
};

export type Texts = {
  /** The key that stands for these words; the same words have the same key. */
  readonly key: (words: Localized) => string;
  readonly resources: () => Resource[];
};

/** Whoever reads neither language sees this one. */
const fallback: Locale = 'zh-CN';

/** Keys begin with `@i18n@`: https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create */
export function texts(): Texts {
  const keys = new Map<string, { readonly key: string; readonly words: Localized }>();
  return {
    key: (words) => {
      const print = JSON.stringify(adapterLocales.map((locale) => words[locale]));
      const known = keys.get(print) ?? { key: `@i18n@${keys.size + 1}`, words };
      keys.set(print, known);
      return known.key;
    },
    resources: () =>
      adapterLocales.map((locale) => ({
        locale,
        is_default: locale === fallback,
        // Nothing is no text.
        texts: [...keys.values()].map(({ key, words }) => ({ key, value: clean(words[locale]).trim() || '—' })),
      })),
  };
}
