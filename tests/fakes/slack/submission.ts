/** What the client of Slack does with the answer to a submitted modal. */
import { isObject, type Json } from './checker/checks.ts';
import type { Answer } from './delivery.ts';
import { inputsOf } from './seeing.ts';
import { announce, shown, viewIn } from './web-api.ts';
import type { View, Workspace } from './workspace.ts';

/** What the client says when an answer is missing, late or malformed. */
export const trouble = 'We had some trouble connecting. Try again?';

/** https://docs.slack.dev/surfaces/modals#response_actions */
export function afterSubmission(slack: Workspace, account: string, view: View, answer: Answer | undefined): void {
  const stack = slack.stacks.get(account) ?? [];
  if (answer?.status !== 200) return slack.tell(account, trouble);
  if (answer.body === '') return void slack.stacks.set(account, stack.slice(0, -1));
  const body = jsonIn(answer.body);
  switch (body['response_action']) {
    case 'errors':
      view.problems = errorsOn(slack, view, body['errors']);
      return;
    case 'update':
      slack.redraw(view, viewIn(slack, body, 'view_submission', 'modal'));
      return announce(slack, account, view);
    case 'push':
      shown(slack, account, viewIn(slack, body, 'view_submission', 'modal'), 'push');
      return;
    case 'clear':
      return void slack.stacks.delete(account);
    default:
      slack.breach(`view_submission was answered with ${answer.body}`);
  }
}

function errorsOn(slack: Workspace, view: View, errors: unknown): Readonly<Record<string, string>> {
  const inputs = inputsOf(view);
  const found = Object.entries(isObject(errors) ? errors : {}).flatMap(([block, words]) => {
    const input = inputs.find((one) => one.block === block);
    if (!input || typeof words !== 'string' || words === '')
      slack.breach(`an error for ${block}, which is no input of the form`);
    return input ? [[input.label, String(words)] as const] : [];
  });
  if (found.length === 0) slack.breach('response_action errors without errors');
  return Object.fromEntries(found);
}

/** An acknowledgement is JSON, or plain words. */
export function jsonIn(body: string): Json {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : { text: body };
  } catch {
    return { text: body };
  }
}
