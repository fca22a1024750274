/** What the app may do: what its manifest asks for, and no more. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isObject } from './checker/checks.ts';
import { Refusal } from './refusal.ts';

function scopesOf(manifest: unknown): readonly string[] {
  const oauth = isObject(manifest) && isObject(manifest['oauth_config']) ? manifest['oauth_config'] : {};
  const scopes = isObject(oauth['scopes']) ? oauth['scopes']['bot'] : [];
  return Array.isArray(scopes) ? scopes.map(String) : [];
}

/** Those of config/slack-manifest.yaml. */
export const manifestScopes = scopesOf(
  parse(readFileSync(path.resolve(import.meta.dirname, '../../../config/slack-manifest.yaml'), 'utf8')),
);

/** https://docs.slack.dev/reference/scopes. Methods that are not here need none, or one of several. */
const needed: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
};

export function checkScope(method: string, granted: readonly string[]): void {
  const scope = needed[method];
  if (scope === undefined || granted.includes(scope)) return;
  throw new Refusal('missing_scope', { needed: scope, provided: granted.join(',') });
}
