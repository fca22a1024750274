/** The Feishu / Lark platform, assembled. */
import type { PlatformId } from '../../../domain/firm.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpDoor } from '../../ports/http.ts';
import type { Log } from '../../ports/log.ts';
import type { Platform } from '../../ports/platform.ts';
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
};

/** `realTime` judges signatures and tokens, whatever the product's clock says. */
export type FeishuNeeds = { readonly http: HttpDoor; readonly log: Log; readonly realTime: Clock };

export const feishuId = 'feishu' as PlatformId;

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

  return {
    id: feishuId,
    traits: { editableDays, perChatPerSecond, perAppPerSecond, hasHome: false, repaintsPressed: true },
    async start(hear) {
      ear.listen(hear);
      await link.start();
    },
    async stop() {
      ear.close();
      link.stop();
    },
    // What a press is answered goes out with the answer itself.
    settled: () => Promise.resolve(),
    trouble: () => link.trouble,
    post: (place, message, { id }) => out.post(place, message, id),
    update: (ref, message) => out.update(ref, message),
    profile: (account) => out.profile(account),
    accountOf: (email) => out.accountOf(email),
  };
}
