/** The words of a message as its author saw them: mentions as names, the mention of us taken out, rich text flattened. */
import { z } from 'zod';
import type { Mention } from './envelope.ts';

/** Undefined when the message holds no words we can read (a file, a picture, or recalled before we saw it). */
export function wordsOf(
  type: string,
  content: string,
  mentions: readonly Mention[],
  bot: string | undefined,
): string | undefined {
  const raw = type === 'text' ? textOf(content) : type === 'post' ? postOf(content) : undefined;
  return raw === undefined ? undefined : withNames(raw, mentions, bot).trim();
}

const textShape = z.object({ text: z.string() });

function textOf(content: string): string | undefined {
  const parsed = textShape.safeParse(parseJson(content));
  return parsed.success ? parsed.data.text : undefined;
}

const postShape = z.object({
  title: z.string().default(''),
  content: z.array(z.array(z.object({ tag: z.string(), text: z.string().optional(), user_id: z.string().optional() }))),
});

/** Rich text: https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content */
function postOf(content: string): string | undefined {
  const parsed = postShape.safeParse(parseJson(content));
  if (!parsed.success) return undefined;
  const lines = parsed.data.content.map((line) =>
    line.map((part) => (part.tag === 'at' ? (part.user_id ?? '') : (part.text ?? ''))).join(''),
  );
  return [parsed.data.title, ...lines].filter((line) => line.trim() !== '').join('\n');
}

/** `@_user_1` begins `@_user_10`, so whole placeholders are matched, never parts. */
function withNames(text: string, mentions: readonly Mention[], bot: string | undefined): string {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  return text.replace(/@_user_\d+\b([ \u00a0\u3000]?)/g, (placeholder: string, space: string) => {
    const mention = byKey.get(placeholder.slice(0, placeholder.length - space.length));
    if (!mention) return placeholder;
    return isBot(mention, bot) ? '' : `@${mention.name}${space}`;
  });
}

export function isBot(mention: Mention, bot: string | undefined): boolean {
  return bot !== undefined && mention.id?.open_id === bot;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
