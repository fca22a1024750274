/** What a progress report says, by its template. */
import { given } from './decision.ts';
import type { Template } from './project.ts';

export const healths = ['on-track', 'at-risk', 'off-track'] as const;
export type Health = (typeof healths)[number];

/** Words of a person, by question. */
export const questions = ['done', 'next', 'blocked', 'risk', 'result', 'deviations'] as const;
export type Question = (typeof questions)[number];

export type ProgressWords = { readonly [Q in Question]?: string } & { readonly health?: Health };

type Form = {
  readonly asks: readonly Question[];
  /** What cannot be left empty; what was planned the period before is proposed for it. */
  readonly needs: Question;
  readonly health: boolean;
};

export const forms: Readonly<Record<Template, Form>> = {
  weekly: { asks: ['done', 'next', 'blocked', 'risk'], needs: 'done', health: true },
  daily: { asks: ['done', 'next', 'blocked'], needs: 'done', health: false },
  milestone: { asks: ['result', 'deviations', 'next'], needs: 'result', health: true },
};

export type ProgressAnswer = { readonly [Q in Question]?: string | undefined } & {
  readonly health?: Health | undefined;
};

export type Missing = { readonly missing: Question | 'health' };

/** Trimmed; what was left empty, or is not asked by the template, is left out. */
export function wordsOf(template: Template, answer: ProgressAnswer): ProgressWords | Missing {
  const { asks, needs, health } = forms[template];
  const said = asks.flatMap((question) => {
    const words = given(answer[question]);
    return words === undefined ? [] : [[question, words] as const];
  });
  if (!said.some(([question]) => question === needs)) return { missing: needs };
  if (!health) return Object.fromEntries(said);
  return answer.health === undefined ? { missing: 'health' } : { ...Object.fromEntries(said), health: answer.health };
}
