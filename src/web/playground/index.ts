/** The playground's pages as one application, mounted at `/`. */
import { type Context, Hono } from 'hono';
import { directChat, homeChat, ownChat } from '../../bot/platforms/playground/chats.ts';
import { HISTORY } from '../../bot/platforms/playground/limits.ts';
import { type Locale, locales } from '../../domain/language.ts';
import { serveAssets } from './assets.ts';
import { serveCharts } from './charts.ts';
import { conversationsOf } from './conversations.ts';
import { serveGestures } from './gestures.ts';
import { headers, notTooLarge, ownPostsOnly } from './guard.ts';
import type { PageNeeds } from './needs.ts';
import { drawPage } from './page.ts';
import { lookBack } from './panel.ts';
import { serveStream } from './stream.ts';
import { drawTimeline } from './timeline.ts';
import { type View, viewOf } from './view.ts';

/** `de,en-GB;q=0.8` → `en-US`: the first of the languages the page speaks. */
function languageOf(header = ''): Locale | undefined {
  const asked = header.split(',').map((each) => each.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((tag) => locales.filter((locale) => locale.startsWith(tag) && tag !== ''))[0];
}

function servePages(app: Hono, { memory, windows, firm, time }: PageNeeds, modules: readonly string[]): void {
  const view = (context: Context): View => viewOf(firm(), context.req.query());

  /** Whoever comes for the first time is met in the language their browser asks for. */
  const arriving = (context: Context): View => {
    const { as, lang, ...rest } = context.req.query();
    const wanted = lang ?? (as === undefined ? languageOf(context.req.header('accept-language')) : undefined);
    return viewOf(firm(), { ...rest, ...(as !== undefined && { as }), ...(wanted !== undefined && { lang: wanted }) });
  };

  app.get('/', async (context) => {
    const at = arriving(context);
    const [messages, happened] = await Promise.all([memory.list(at.open.chat, HISTORY), lookBack(windows)]);
    const say = context.req.query('say') ?? '';
    return context.html(
      drawPage({ view: at, messages, happened, now: time.now(), say: say.slice(0, 500), modules }).toString(),
    );
  });

  app.get('/playground/timeline', async (context) => {
    const at = view(context);
    return context.html(drawTimeline(at, await memory.list(at.open.chat, HISTORY)).toString());
  });

  /** The same conversations as data, for programs that play a person: everything that person can see, and their own sheet. */
  app.get('/playground/chats', async (context) => {
    const { persona, locale, firm: now } = view(context);
    const seen = conversationsOf(now, persona, locale).map(({ chat }) => chat);
    const chats = new Set([directChat(persona.account), homeChat(persona.account), ...seen, ownChat(persona.account)]);
    const entries = [...chats].map(async (chat) => [chat, await memory.list(chat, HISTORY)] as const);
    return context.json({ account: persona.account, chats: Object.fromEntries(await Promise.all(entries)) });
  });
}

export function playgroundPages(needs: PageNeeds): Hono {
  const app = new Hono();
  app.use(headers, ownPostsOnly, notTooLarge);
  servePages(app, needs, serveAssets(app));
  serveCharts(app, needs);
  serveGestures(app, needs);
  serveStream(app, needs);
  app.onError((error, context) => {
    needs.log.error({ error: error.message, path: context.req.path }, 'a playground page failed');
    return context.text('error', 500);
  });
  return app;
}
