/** How urgent a request is: what the desk chooses from, and how impact and urgency make it. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Impact: how much depends on it. Urgency: how little time there is. */
export const levels = ['low', 'medium', 'high'] as const;
export type Level = (typeof levels)[number];

export type Weight = { readonly impact: Level; readonly urgency: Level };

/** The matrix of the field (ITIL): impact by urgency. */
const matrix: Readonly<Record<Level, Readonly<Record<Level, Priority>>>> = {
  high: { high: 'urgent', medium: 'high', low: 'normal' },
  medium: { high: 'high', medium: 'normal', low: 'low' },
  low: { high: 'normal', medium: 'low', low: 'low' },
};

export function priorityOf({ impact, urgency }: Weight): Priority {
  return matrix[impact][urgency];
}

/** A weight that makes this priority: where a priority was chosen without one, a form begins from it. */
export function weightFor(priority: Priority): Weight {
  switch (priority) {
    case 'urgent':
      return { impact: 'high', urgency: 'high' };
    case 'high':
      return { impact: 'medium', urgency: 'high' };
    case 'normal':
      return { impact: 'medium', urgency: 'medium' };
    case 'low':
      return { impact: 'low', urgency: 'low' };
  }
}
