/** The languages, one line each. */
import type { Locale } from '../../domain/language.ts';
import type { Catalogue } from './catalogue.ts';
import { enUs } from './en-us.ts';
import { zhCn } from './zh-cn.ts';

export const catalogues: Readonly<Record<Locale, Catalogue>> = { 'zh-CN': zhCn, 'en-US': enUs };
