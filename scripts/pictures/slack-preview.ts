/** A plain look of Block Kit, to see a payload before it is posted. Draws what our adapter sends and nothing else. */
import { raw } from 'hono/html';
import { type Html, html } from '../../src/bot/platforms/playground/html.ts';
import { type Json, object, objects, page, string, withDots } from './preview.ts';

/** Slack's text arrives escaped; what is left of markup is bold, code and moments. */
function mrkdwn(text: string): Html {
  const markup = text
    .replace(/<!date\^\d+\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s.,;:!?)])/gm, '$1<b>$2</b>')
    .replace(/(^|[\s(])`([^`\n]+)`/gm, '$1<code>$2</code>')
    .replaceAll('\n', '<br>');
  return raw(withDots(markup));
}

function text(value: unknown): Html {
  const { type, text: words } = object(value);
  if (type === 'mrkdwn') return mrkdwn(string(words));
  return raw(withDots(html`${string(words)}`.toString()));
}

const button = (element: Json): Html =>
  html`<button class="${string(element['style']) || 'default'}">${text(element['text'])}</button>`;

function richText(block: Json): Html {
  const words = objects(block['elements']).flatMap((part) => objects(part['elements']));
  return html`<blockquote>${words.map(({ text: said }) => string(said))}</blockquote>`;
}

function draw(block: Json): Html {
  switch (block['type']) {
    case 'header':
      return html`<h1>${text(block['text'])}</h1>`;
    case 'context':
      return html`<p class="context">${objects(block['elements']).map(text)}</p>`;
    case 'section':
      return block['fields']
        ? html`<div class="fields">${objects(block['fields']).map((field) => html`<p>${text(field)}</p>`)}</div>`
        : html`<p>${text(block['text'])}</p>`;
    case 'rich_text':
      return richText(block);
    case 'actions':
      return html`<p class="actions">${objects(block['elements']).map(button)}</p>`;
    case 'divider':
      return html`<hr>`;
    default:
      throw new Error(`the preview does not know a block “${string(block['type'])}”`);
  }
}

const style = `
.post{width:560px;padding:18px 20px;border-radius:10px;background:#fff;border:1px solid #e2e2e4}
.post>*+*{margin-top:10px}
h1{font-size:18px;line-height:1.35}
.context{color:#616061;font-size:13px}
.post h1+.context{margin-top:3px}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:9px 16px}
blockquote{padding-left:13px;border-left:4px solid #dddddd;white-space:pre-line}
.context+blockquote{margin-top:4px}
.actions{display:flex;flex-wrap:wrap;gap:8px;padding-top:4px}
button{padding:5px 13px;border:1px solid #bbbabd;border-radius:8px;background:#fff;font-weight:700;font-size:14px}
.primary{background:#007a5a;border-color:#007a5a;color:#fff}
.danger{border-color:#e01e5a;color:#e01e5a}
hr{border:0;border-top:1px solid #e2e2e4}`;

export function slackPreview(blocks: unknown, lang: string): string {
  return page(lang, style, '#f6f5f3', html`<main class="post">${objects(blocks).map(draw)}</main>`);
}
