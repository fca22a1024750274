/** The only place where Slack's SDK is built: a Web API client without retries of its own, and a Bolt app behind our door. */
import type { RequestListener } from 'node:http';
import { App, AuthorizationError, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../ports/log.ts';
import type { Body } from './inbound/body.ts';
import { callMs } from './limits.ts';

export type SlackOptions = {
  readonly botToken: string;
  readonly signingSecret: string;
  /** `https://slack.com/api/`, or a stand-in. */
  readonly apiUrl: string;
};

/** Who the bot is, as `auth.test` tells. */
export type Identity = { readonly botId: string; readonly botUser: string };

type Logger = NonNullable<WebClientOptions['logger']>;
type FetchFunction = NonNullable<WebClientOptions['fetch']>;

/** Retries are the queue's business: the SDK's own would post twice. https://github.com/slackapi/node-slack-sdk#retries */
function clientOptions(options: SlackOptions, log: Log): WebClientOptions {
  return {
    slackApiUrl: options.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: callMs,
    allowAbsoluteUrls: false,
    logger: sdkLogger(log),
    fetch: fetchNamingItsPatience,
  };
}

export function makeClient(options: SlackOptions, log: Log): WebClient {
  return new WebClient(options.botToken, clientOptions(options, log));
}

/** https://docs.slack.dev/reference/methods/auth.test. A person's token names no bot: refused as Slack would. */
export async function identityOf(client: WebClient): Promise<Identity> {
  const { user_id: botUser, bot_id: botId } = await client.auth.test();
  if (!botUser || !botId) throw new WebAPIPlatformError({ ok: false, error: 'not_allowed_token_type' });
  return { botUser, botId };
}

/**
 * `handle` gets every body Slack sends and answers with the body of the acknowledgement. `processBeforeResponse` keeps the answer
 * back until it has resolved; when it rejects Slack gets a 500 and delivers again.
 */
export function makeListener(
  options: SlackOptions,
  identity: Identity,
  log: Log,
  handle: (body: Body) => Promise<unknown>,
): RequestListener {
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: '/slack/events',
    processBeforeResponse: true,
    logger: sdkLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      // An error without Bolt's code is Bolt stumbling over a body of strange shape: it would do so again, so it is not asked for again.
      const ours = 'code' in error && !(error instanceof AuthorizationError);
      log.error(
        { cause: error.message },
        ours ? 'a gesture could not be heard' : 'a body of strange shape was ignored',
      );
      if (!response.headersSent) response.writeHead(ours ? 500 : 200).end();
      return true;
    },
  });
  const app = new App({
    receiver,
    token: options.botToken,
    botId: identity.botId,
    botUserId: identity.botUser,
    convoStore: false,
    attachFunctionToken: false,
    // Our own reading decides what is the voice of a bot.
    ignoreSelf: false,
    logger: sdkLogger(log),
    clientOptions: clientOptions(options, log),
  });
  app.use(async (args) => {
    const answer = await handle({ ...args.body });
    if ('ack' in args && typeof args.ack === 'function') await (args.ack as (body: unknown) => Promise<void>)(answer);
  });
  // Swallowed here, an error would be a 200 to Slack and the event lost.
  app.error(async (error) => {
    throw error;
  });
  return receiver.requestListener;
}

/** A 429 that does not say how long would become an error without a kind: then we name a time. */
const fetchNamingItsPatience: FetchFunction = async (url, init) => {
  const response = await fetch(url, init);
  if (response.status !== 429 || response.headers.get('retry-after') !== null) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', '30');
  return new Response(response.body, { status: 429, headers });
};

/** Debug lines of the SDK hold whole messages, so they are dropped. */
function sdkLogger(log: Log): Logger {
  const words = (parts: unknown[]) => parts.map(String).join(' ').slice(0, 500);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({}, `slack sdk: ${words(parts)}`),
    error: (...parts: unknown[]) => log.error({}, `slack sdk: ${words(parts)}`),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
