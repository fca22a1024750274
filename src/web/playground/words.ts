/** Every word of the playground's page, in both languages. What the bot says comes from the bot. */
import type { Locale } from '../../domain/language.ts';
import { enUs } from './words-en-us.ts';
import type { PageWords } from './words-shape.ts';
import { zhCn } from './words-zh-cn.ts';

export const pageWords: Readonly<Record<Locale, PageWords>> = { 'zh-CN': zhCn, 'en-US': enUs };
