/** How the fake Slack reaches the bot: signed, timed, and if asked for delivered twice. */
import { createHmac } from 'node:crypto';
import type { Workspace } from './workspace.ts';

export type Answer = { readonly status: number; readonly body: string };
export type Parcel = { readonly body: string; readonly type: string; readonly what: string };

/** Slack's patience. https://docs.slack.dev/apis/events-api#responding */
const patienceMs = 3000;
const givesUpMs = 10_000;

export class Delivery {
  private readonly slack: Workspace;
  private botUrl: string | undefined;
  private undelivered: Parcel[] = [];

  constructor(slack: Workspace) {
    this.slack = slack;
  }

  connect(botUrl: string): void {
    this.botUrl = botUrl.replace(/\/$/, '');
  }

  event(event: Record<string, unknown>): Parcel {
    const { team, app, botUser } = this.slack;
    const body = JSON.stringify({
      token: 'verification-token',
      team_id: team,
      api_app_id: app,
      event,
      type: 'event_callback',
      event_id: `Ev${this.slack.next()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    });
    return { body, type: 'application/json', what: `event ${String(event['type'])}` };
  }

  interaction(payload: Record<string, unknown>): Parcel {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { body, type: 'application/x-www-form-urlencoded', what: String(payload['type']) };
  }

  command(fields: Record<string, string>): Parcel {
    return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded', what: 'command' };
  }

  /** Sends each parcel; `twice` sends them again, last first, right after all have been answered. The first answers count. */
  async send(parcels: readonly Parcel[], deliver: 'once' | 'twice' = 'once'): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const parcel of parcels) answers.push(await this.carry(parcel, 0));
    this.undelivered = parcels.filter((_, index) => (answers[index]?.status ?? 0) >= 500);
    if (deliver === 'once') return answers;
    for (const parcel of parcels.toReversed()) await this.carry(parcel, 1);
    return answers;
  }

  /** What Slack does after a 5xx: the same events again. Answers the worst status. */
  async again(): Promise<number> {
    const waiting = this.undelivered;
    const answers: Answer[] = [];
    for (const parcel of waiting) answers.push(await this.carry(parcel, 1));
    this.undelivered = waiting.filter((_, index) => (answers[index]?.status ?? 0) >= 500);
    return worst(answers);
  }

  private async carry({ body, type, what }: Parcel, retry: number): Promise<Answer> {
    if (this.botUrl === undefined) throw new Error('the fake Slack is not connected to a bot');
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const started = performance.now();
    const response = await fetch(`${this.botUrl}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      },
      body,
      signal: AbortSignal.timeout(givesUpMs),
    });
    const answer = { status: response.status, body: await response.text() };
    const took = performance.now() - started;
    if (took > patienceMs) this.slack.breach(`${what} was answered after ${Math.round(took)} ms`);
    return answer;
  }
}

export function worst(answers: readonly Answer[]): number {
  return Math.max(0, ...answers.map(({ status }) => status));
}
