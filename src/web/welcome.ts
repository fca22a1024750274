/** What `/` says where there is no playground: that Steward is here, in both languages, and nothing else. */
import { Hono } from 'hono';
import { html } from 'hono/html';

export function welcomePage(): Hono {
  const app = new Hono();
  app.get('/', (context) =>
    context.html(html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Steward 服务管家</title>
<main>
<h1>Steward <span lang="zh-CN">服务管家</span></h1>
<p>The service desk lives in your team’s chat. Send “help” to the bot to begin.</p>
<p lang="zh-CN">服务台就在您的聊天软件里，给机器人发送“帮助”即可开始。</p>
</main>
</html>`),
  );
  return app;
}
