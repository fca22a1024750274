/** Which wish is meant: a button's or form's own, or what somebody's words say. */
import { Converse, NotYet } from '../intents/general-intents.ts';
import type { Inbound } from '../ports/platform.ts';
import { readPhrase } from '../text/phrases.ts';
import type { AnyCommand } from './define.ts';

export type Route = { readonly intent: string; readonly input: unknown };

function fromWords(text: string, commands: Iterable<AnyCommand>): Route {
  const phrase = readPhrase(text);
  if (!phrase) return { intent: Converse.name, input: { text } };
  for (const { intent, typed } of commands) {
    if (typed?.word === phrase.word) return { intent: intent.name, input: typed.input(phrase.rest) };
  }
  return { intent: NotYet.name, input: { word: phrase.word } };
}

/** Undefined when the gesture carries no wish (someone only arrived). */
export function route(inbound: Inbound, commands: Iterable<AnyCommand>): Route | undefined {
  switch (inbound.kind) {
    case 'said':
      return fromWords(inbound.text, commands);
    case 'pressed':
      return { intent: inbound.wish.intent, input: inbound.wish.input };
    case 'submitted':
      return { intent: inbound.wish.intent, input: { ...inbound.wish.input, fields: inbound.fields } };
    case 'arrived':
    case 'left':
      return undefined;
  }
}
