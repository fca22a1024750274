/** Files of the fake Slack: the three steps of putting one up, and which of them a message may show. */
import { type Breach, breach, isObject, type Json, length } from './checker/checks.ts';
import { Refusal } from './refusal.ts';
import type { FakeFile, Workspace } from './workspace.ts';

const titleMax = 2000;
const altMax = 1000;
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Method = (slack: Workspace, args: Json, origin: string) => Json;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal and files.completeUploadExternal */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': (slack, args, origin) => {
    if (slack.rules.uploads !== 'taken') throw new Refusal(slack.rules.uploads);
    const declared = Number(args['length']);
    if (!Number.isInteger(declared) || declared <= 0) throw new Refusal('missing_argument');
    if (typeof args['filename'] !== 'string' || args['filename'] === '') throw new Refusal('missing_argument');
    if (tooLong(args['alt_text'], altMax)) slack.breach('files.getUploadURLExternal: alt_text too long');
    const file: FakeFile = {
      id: `F0FAKE${slack.next()}`,
      declared,
      complete: false,
      refusals: slack.rules.unreadyFor,
      deleted: false,
    };
    slack.files.set(file.id, file);
    return { upload_url: `${origin}/upload/${file.id}`, file_id: file.id };
  },

  'files.completeUploadExternal': (slack, args) => {
    const asked = Array.isArray(args['files']) ? args['files'].filter(isObject) : [];
    if (asked.length === 0) throw new Refusal('invalid_arguments');
    // A channel would put the bare picture into it as a message of its own.
    if (args['channel_id'] !== undefined || args['channels'] !== undefined)
      slack.breach('a picture was shared by itself');
    for (const { id, title } of asked) {
      const file = slack.files.get(String(id));
      if (!file?.bytes) throw new Refusal('file_not_found');
      if (tooLong(title, titleMax)) slack.breach('a title of a file is too long');
      file.complete = true;
    }
    slack.uploads += asked.length;
    return { files: asked.map(({ id, title }) => ({ id, title })) };
  },
};

function tooLong(text: unknown, most: number): boolean {
  return typeof text === 'string' && length(text) > most;
}

/** What the address answers that a file is sent to. */
export function receive(
  slack: Workspace,
  id: string,
  bytes: Buffer,
): { readonly status: number; readonly body: string } {
  const file = slack.files.get(id);
  if (!file || file.complete) return { status: 404, body: 'not found' };
  if (bytes.byteLength !== file.declared) {
    slack.breach(`a file of ${bytes.byteLength} bytes was announced as ${file.declared}`);
    return { status: 400, body: 'length' };
  }
  if (!bytes.subarray(0, png.length).equals(png)) slack.breach('a file is no PNG');
  file.bytes = bytes;
  return { status: 200, body: `OK - ${bytes.byteLength}` };
}

/** The words of the real one: https://github.com/slackapi/python-slack-sdk/issues/1658 */
const refusal = 'invalid slack file';

/** Files that cannot be shown: `unknown` are mistakes of the app, `refused` happens to the best. */
export function checkFiles(
  slack: Workspace,
  blocks: readonly Json[],
): { readonly unknown: readonly Breach[]; readonly refused: readonly Breach[] } {
  const unknown: Breach[] = [];
  const refused: Breach[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block['type'] !== 'image' || !isObject(block['slack_file'])) continue;
    const file = slack.files.get(String(block['slack_file']['id']));
    const pointer = `/blocks/${at}/slack_file`;
    if (!file?.complete) unknown.push(...breach(pointer, refusal));
    else if (file.deleted || file.refusals > 0) {
      file.refusals = Math.max(0, file.refusals - 1);
      refused.push(...breach(pointer, refusal));
    }
  }
  return { unknown, refused };
}
