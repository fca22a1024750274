/** What arrives, as zod shapes: only what we read, everything else is let through unread. */
import { z } from 'zod';
import { isChat, isMessage, isPerson } from '../identifiers.ts';

const person = z.string().refine(isPerson);
const chat = z.string().refine(isChat);
const message = z.string().refine(isMessage);

export const headShape = z.object({ header: z.object({ event_id: z.string().min(1), event_type: z.string() }) });

const mention = z.object({
  key: z.string(),
  id: z.object({ open_id: z.string().optional() }).optional(),
  name: z.string().default(''),
});
export type Mention = z.infer<typeof mention>;

/** https://open.feishu.cn/document/server-docs/im-v1/message/events/receive */
export const messageShape = z.object({
  event: z.object({
    sender: z.object({ sender_type: z.string(), sender_id: z.object({ open_id: z.string().optional() }).optional() }),
    message: z.object({
      message_id: message,
      chat_id: chat,
      chat_type: z.string(),
      message_type: z.string(),
      content: z.string(),
      mentions: z.array(mention).default([]),
    }),
  }),
});
export type MessageEvent = z.infer<typeof messageShape>['event'];

/** https://open.feishu.cn/document/feishu-cards/card-callback-communication */
export const pressShape = z.object({
  event: z.object({
    operator: z.object({ open_id: person }),
    action: z.object({
      tag: z.string(),
      name: z.string().optional(),
      value: z.unknown().optional(),
      form_value: z.record(z.string(), z.unknown()).nullish(),
    }),
    context: z.object({ open_message_id: message.optional(), open_chat_id: chat.optional() }).optional(),
  }),
});
export type PressEvent = z.infer<typeof pressShape>['event'];

/** https://open.feishu.cn/document/client-docs/bot-v3/events/menu */
export const menuShape = z.object({
  event: z.object({ operator: z.object({ operator_id: z.object({ open_id: person }) }), event_key: z.string() }),
});

/** https://open.feishu.cn/document/server-docs/group/chat/events : the direct chat was opened. */
export const enteredShape = z.object({
  event: z.object({ chat_id: chat, operator_id: z.object({ open_id: person }) }),
});

export const leftShape = z.object({ event: z.object({ object: z.object({ open_id: z.string().min(1) }) }) });
