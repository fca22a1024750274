/** How many stories begin: a request is asked for, and brought as far as the story needs it. Each answers the request's number. */
import type { Someone } from '../support/world.ts';

type Wanted = Readonly<Record<string, string | number>>;

/** The number that stands under this title. */
export function numberUnder(title: string, prefix: string, seenBy: Someone): string {
  const { text } = seenBy.card(new RegExp(`${title}\\n.*${prefix}-\\d`));
  return new RegExp(`${prefix}-\\d+`).exec(text)?.[0] ?? '';
}

/** Somebody of the firm, in Chinese. */
export async function asksFor(title: string, by: Someone, wanted: Wanted = {}): Promise<string> {
  await by.says(`申请 ${title}`);
  await by.fills({ 标题: title, 业务背景: '客户计划进入华东', ...wanted }, '提交');
  return numberUnder(title, 'REQ', by);
}

/** A client, in English; their own firm need not be named. */
export async function clientAsksFor(title: string, by: Someone, wanted: Wanted = {}): Promise<string> {
  await by.says(`request ${title}`);
  await by.fills({ Title: title, 'Business background': 'We plan to enter the market', ...wanted }, 'Submit');
  return numberUnder(title, 'REQ', by);
}

/** Taken in the desk's room by somebody of the desk, who sees the approval's number when they are its first approver. */
export async function takes(request: string, by: Someone): Promise<void> {
  await by.presses('接手', by.at(`${request} ·`, 'room'));
}

/** The number of the approval that stands on the newest card with this title. */
export function approvalOf(title: string, seenBy: Someone): string {
  return numberUnder(title, 'APR', seenBy);
}
