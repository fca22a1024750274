/** The page's files: one style sheet put together, and the browser's TypeScript with its types stripped. Read once, at start. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Hono } from 'hono';
import { markFile } from './mark.ts';

const here = (path: string): URL => new URL(path, import.meta.url);

/** In the order of their names: later files may overrule earlier ones. */
function styleSheet(): string {
  const files = readdirSync(here('style/')).filter((name) => name.endsWith('.css'));
  return files
    .sort()
    .map((name) => readFileSync(here(`style/${name}`), 'utf8'))
    .join('\n');
}

function clientModules(): ReadonlyMap<string, string> {
  const files = readdirSync(here('client/')).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.map((name) => {
      const code = stripTypeScriptTypes(readFileSync(here(`client/${name}`), 'utf8'));
      return [name.replace(/\.ts$/, '.js'), code.replaceAll(/(from '\.\/[a-z-]+)\.ts'/g, "$1.js'")] as const;
    }),
  );
}

const ASKED_EACH_TIME = { 'cache-control': 'no-cache' };

/** Answers the addresses of the browser's code. */
export function serveAssets(app: Hono): readonly string[] {
  const style = styleSheet();
  const modules = clientModules();
  const mark = markFile().toString();
  app.get('/playground/style.css', (c) =>
    c.body(style, 200, { ...ASKED_EACH_TIME, 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/playground/mark.svg', (c) => c.body(mark, 200, { ...ASKED_EACH_TIME, 'content-type': 'image/svg+xml' }));
  app.get('/playground/client/:file', (c) => {
    const code = modules.get(c.req.param('file'));
    if (code === undefined) return c.notFound();
    return c.body(code, 200, { ...ASKED_EACH_TIME, 'content-type': 'text/javascript; charset=utf-8' });
  });
  return [...modules.keys()].map((file) => `/playground/client/${file}`);
}
