/** Which wish is meant: a button's or form's own, or what somebody's words say. */
import type { Inbound } from '../ports/platform.ts';
import { Converse, NotYet, ShowHelp, ShowMine, ShowRecord } from '../intents/general-intents.ts';
import { OpenProgress } from '../intents/progress-intents.ts';
import { StartRequest } from '../intents/request-intents.ts';
import { type Phrase, readPhrase } from '../text/phrases.ts';

export type Route = { readonly intent: string; readonly input: unknown };

function fromPhrase({ word, rest }: Phrase): Route {
  switch (word) {
    case 'help':
      return { intent: ShowHelp.name, input: {} };
    case 'request':
      return { intent: StartRequest.name, input: { title: rest } };
    case 'my':
      return { intent: ShowMine.name, input: {} };
    case 'status':
      return { intent: ShowRecord.name, input: { number: rest } };
    case 'report':
      return { intent: OpenProgress.name, input: {} };
    default:
      return { intent: NotYet.name, input: { word } };
  }
}

/** Undefined when the gesture carries no wish (someone only arrived). */
export function route(inbound: Inbound): Route | undefined {
  switch (inbound.kind) {
    case 'said': {
      const phrase = readPhrase(inbound.text);
      return phrase ? fromPhrase(phrase) : { intent: Converse.name, input: { text: inbound.text } };
    }
    case 'pressed':
      return { intent: inbound.wish.intent, input: inbound.wish.input };
    case 'submitted':
      return { intent: inbound.wish.intent, input: { ...inbound.wish.input, fields: inbound.fields } };
    case 'arrived':
      return undefined;
  }
}
