/** The floor of comparison for Slack: Bolt as its own guide sets it up, acknowledging everything and doing nothing. */
import { App, LogLevel } from '@slack/bolt';
import { keys } from './gestures.ts';

const app = new App({
  signingSecret: keys.signingSecret,
  token: 'xoxb-bench',
  botId: 'B0BOT',
  botUserId: 'U0BOT',
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.argv[2] ?? '' },
});
app.event('message', async () => {});
app.view(/.*/, async ({ ack }) => ack());
app.action(/.*/, async ({ ack }) => ack());
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
console.log(typeof address === 'object' ? address?.port : address);
