/** The strict fake of Slack: it notices what the real one would refuse. */
import { expect, test } from 'vitest';
import { checkBlocks, checkView } from '../../fakes/slack/checker/blocks.ts';
import { SlackFake } from '../../fakes/slack/slack-fake.ts';

const words = (text: string) => ({ type: 'plain_text', text });
const section = { type: 'section', text: words('hello') };
const button = { type: 'button', action_id: 'a', text: words('Go') };
const question = {
  type: 'input',
  block_id: 'q',
  label: words('Why?'),
  element: { type: 'plain_text_input', action_id: 'x' },
};

test.each([
  ['an unknown block', [{ type: 'foo' }], '/blocks/0/type'],
  ['no blocks at all', [], '/blocks'],
  ['51 blocks', Array(51).fill(section), '/blocks'],
  ['a section without words', [{ type: 'section' }], '/blocks/0'],
  ['an unknown member', [{ ...section, colour: 'red' }], '/blocks/0'],
  ['an empty text', [{ type: 'header', text: words('') }], '/blocks/0/text/text'],
  ['a header too long', [{ type: 'header', text: words('x'.repeat(151)) }], '/blocks/0/text/text'],
  ['eleven fields', [{ type: 'section', fields: Array(11).fill(words('x')) }], '/blocks/0/fields'],
  [
    'a button value too long',
    [{ type: 'actions', elements: [{ ...button, value: 'x'.repeat(2001) }] }],
    '/blocks/0/elements/0/value',
  ],
  ['two buttons with one action id', [{ type: 'actions', elements: [button, button] }], '/blocks/0/elements'],
  [
    'two blocks with one id',
    [
      { ...section, block_id: 'b' },
      { ...section, block_id: 'b' },
    ],
    '/blocks',
  ],
  ['words that ping', [{ type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } }], '/blocks/0/text/text'],
  ['a question in a message', [question], '/blocks/0/type'],
  ['too many words in all', Array(10).fill({ type: 'section', text: words('x'.repeat(1500)) }), '/blocks'],
])('%s is refused in a message', (_, blocks, pointer) => {
  expect(checkBlocks(blocks, 'message')[0]?.pointer).toBe(pointer);
});

test.each([
  ['a title above 24 characters', { type: 'modal', title: words('x'.repeat(25)), blocks: [section] }],
  ['questions without a way to submit', { type: 'modal', title: words('T'), blocks: [question] }],
  ['too much memory', { type: 'modal', title: words('T'), blocks: [section], private_metadata: 'x'.repeat(3001) }],
  [
    'a first choice that is no option',
    {
      type: 'modal',
      title: words('T'),
      submit: words('S'),
      blocks: [
        {
          ...question,
          element: {
            type: 'static_select',
            action_id: 'x',
            options: [{ text: words('A'), value: 'a' }],
            initial_option: { text: words('B'), value: 'b' },
          },
        },
      ],
    },
  ],
])('%s is refused in a view', (_, view) => {
  expect(checkView(view)).not.toEqual([]);
});

async function called(
  rules: ConstructorParameters<typeof SlackFake>[0],
  calls: readonly (readonly [string, object])[],
) {
  const fake = new SlackFake(rules);
  await fake.start();
  fake.person('U0ANN', { name: 'Ann' });
  fake.room('C1', ['U0ANN']);
  const answers: unknown[] = [];
  for (const [method, args] of calls) {
    const response = await fetch(`${fake.settings['SLACK_API_URL']}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fake.settings['SLACK_BOT_TOKEN']}` },
      body: JSON.stringify(args),
    });
    answers.push(await response.json());
  }
  await fake.stop();
  return { fake, answers };
}

test('what it refuses it also remembers as a breach, in the words of Slack', async () => {
  const { fake, answers } = await called({}, [
    ['chat.postMessage', { channel: 'C1', text: 'x', blocks: [{ type: 'foo' }] }],
  ]);
  expect(answers).toEqual([
    {
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] unsupported type: foo [json-pointer:/blocks/0/type]'] },
    },
  ]);
  expect(fake.breaches).toEqual(['chat.postMessage: [ERROR] unsupported type: foo [json-pointer:/blocks/0/type]']);
  expect(fake.posted).toBe(0);
});

test('a post without a text for notifications, an unknown method, and a flood are breaches', async () => {
  const line = { channel: 'C1', blocks: [section] };
  const { fake } = await called({ burst: 1 }, [
    ['chat.postMessage', line],
    ['chat.delete', {}],
    ['chat.postMessage', { ...line, text: 'x' }],
  ]);
  expect(fake.breaches).toEqual([
    'chat.postMessage without a text for notifications',
    'called chat.delete, which the fake does not know',
    'chat.postMessage faster than one a second into C1',
  ]);
});

test('rooms without the bot, unknown people and used-up triggers are refused', async () => {
  const view = { type: 'modal', title: words('T'), blocks: [section] };
  const { answers } = await called({}, [
    ['chat.postMessage', { channel: 'C2', text: 'x' }],
    ['conversations.open', { users: 'U0NOBODY' }],
    ['views.open', { trigger_id: 'made-up', view }],
  ]);
  expect(answers).toMatchObject([
    { error: 'channel_not_found' },
    { error: 'user_not_found' },
    { error: 'invalid_trigger_id' },
  ]);
});
