/** The approval centre, assembled; only where the setting asks for it. */
import type { Clock } from '../../../ports/clock.ts';
import type { HttpDoor } from '../../../ports/http.ts';
import type { Log } from '../../../ports/log.ts';
import type { PlatformMemory } from '../../../ports/platform-memory.ts';
import { webhook } from '../http.ts';
import type { Link } from '../link.ts';
import type { Wire } from '../wire.ts';
import { openCallback } from './callback.ts';
import { ApprovalCentre } from './centre.ts';
import { Definition } from './definition.ts';
import { callbackKeys } from './keys.ts';
import { botChat } from './links.ts';
import { whoIs } from './who.ts';

export type ApprovalCentreOptions = {
  /** Where people's decisions are sent; without a slash at the end. */
  readonly publicUrl: string;
  /** The firm's secret; what the platform is told is derived from it. */
  readonly secretKey: string;
  readonly memory: PlatformMemory;
};

type App = { readonly appId: string; readonly baseUrl: string; readonly platform: string };
type Needs = {
  readonly http: HttpDoor;
  readonly log: Log;
  readonly realTime: Clock;
  readonly wire: Wire;
  readonly link: Link;
};

/** Its route is on `http` from now on. */
export function approvalCentre(
  { publicUrl, secretKey, memory }: ApprovalCentreOptions,
  { appId, baseUrl, platform }: App,
  { http, log, realTime, wire, link }: Needs,
): ApprovalCentre {
  const keys = callbackKeys(secretKey);
  const links = botChat(appId, baseUrl);
  const define = (definition: Parameters<Wire['define']>[0]): Promise<string> => wire.define(definition);
  const facts = { callbackUrl: `${publicUrl}/feishu/approvals`, keys, links };
  const definition = new Definition({ facts, appId, define, memory, log });
  const who = whoIs((userId) => wire.openIdOf(userId), realTime);
  const centre = new ApprovalCentre({ definition, links, platform, wire, who, link, log });
  const open = (raw: Buffer): ReturnType<typeof openCallback> => openCallback(raw, keys);
  http.mount('/feishu/approvals', webhook({ open, answer: (content) => centre.answer(content) }, log));
  return centre;
}
