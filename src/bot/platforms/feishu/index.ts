/** The Feishu / Lark platform, assembled. */
import type { PlatformId } from '../../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpDoor } from '../../ports/http.ts';
import type { Log } from '../../ports/log.ts';
import type { Platform, Result } from '../../ports/platform.ts';
import { type ApprovalCentreOptions, approvalCentre } from './approvals/index.ts';
import { DirectChats } from './direct-chats.ts';
import { Ear } from './ear.ts';
import { webhook } from './http.ts';
import { InFlight } from './in-flight.ts';
import { open } from './inbound/verify.ts';
import { editableDays, perAppPerSecond, perChatPerSecond, rememberedDirects } from './limits.ts';
import { Link } from './link.ts';
import { Outbound } from './outbound.ts';
import { Wire } from './wire.ts';

export type FeishuOptions = {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** `https://open.feishu.cn`, or `https://open.larksuite.com` for Lark. */
  readonly baseUrl: string;
  /** Set: approvals are mirrored into the approval centre. */
  readonly approvalCentre?: ApprovalCentreOptions;
};

/** `realTime` judges signatures and tokens, whatever the product's clock says. */
export type FeishuNeeds = { readonly http: HttpDoor; readonly log: Log; readonly realTime: Clock };

export const feishuId = 'feishu' as PlatformId;

const noCentre: Result<never> = { ok: false, failure: { verdict: 'never', cause: 'the approval centre is off' } };

export function feishu(options: FeishuOptions, { http, log, realTime }: FeishuNeeds): Platform {
  const directs = new DirectChats(rememberedDirects);
  const wire = new Wire(options, realTime);
  const link = new Link(wire, log);
  const inFlight = new InFlight();
  const out = new Outbound(wire, link, directs, inFlight);
  const ear = new Ear(link, out, directs, inFlight, log);

  const route = webhook(
    {
      open: (raw, signed) => open(raw, signed, options, realTime.now()),
      answer: (envelope, left) => ear.answer(envelope, left),
    },
    log,
  );
  // The console asks for two addresses; what arrives tells itself apart.
  http.mount('/feishu/events', route);
  http.mount('/feishu/cards', route);

  const { appId, baseUrl } = options;
  const centre =
    options.approvalCentre &&
    approvalCentre(options.approvalCentre, { appId, baseUrl, platform: feishuId }, { http, log, realTime, wire, link });

  return {
    id: feishuId,
    traits: {
      ...{ editableDays, perChatPerSecond, perAppPerSecond },
      ...{ hasHome: false, hasInbox: centre !== undefined, repaintsPressed: true },
    },
    async start(hear) {
      ear.listen(hear);
      await link.start();
      await centre?.start(hear);
    },
    async stop() {
      ear.close();
      centre?.close();
      link.stop();
    },
    // What a press on a card is answered goes out with the answer itself, or late.
    settled: async () => {
      await Promise.all([ear.settled(), centre?.settled()]);
    },
    trouble: () => link.trouble,
    post: async (place, message, { id }) => {
      if (message.type !== 'entry') return out.post(place, message, id);
      return (await centre?.show(message.entry)) ?? noCentre;
    },
    update: async (ref, message) => {
      if (message.type !== 'entry') return out.update(ref, message);
      return (await centre?.show(message.entry)) ?? noCentre;
    },
    stands: async (ref, message) => {
      if (message.type !== 'entry') return { ok: true, value: true };
      return (await centre?.stands(ref, message.entry)) ?? noCentre;
    },
    profile: (account) => out.profile(account),
    accountOf: (email) => out.accountOf(email),
  };
}
