/** The languages Steward speaks. */

export const locales = ['zh-CN', 'en-US'] as const;
export type Locale = (typeof locales)[number];
/** A word of the firm file, in every language (a missing language is filled from the other when the file is read). */
export type Localized = Readonly<Record<Locale, string>>;
