/** A plain look of Feishu's Card JSON 2.0, to see a payload before it is posted. Draws what our adapter sends and nothing else. */
import { raw } from 'hono/html';
import { type Html, html } from '../../src/bot/platforms/playground/html.ts';
import { type Json, object, objects, page, string } from './preview.ts';

const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

/** Words arrive as entities; what is left of markup is bold, code, grey words and moments in the reader's own time. */
function markdown(content: string): Html {
  const markup = content
    .replace(
      /<local_datetime millisecond='(\d+)' format_type='(\w+)'><\/local_datetime>/g,
      (_, moment: string, form: string) => (form === 'time' ? time : date).format(Number(moment)),
    )
    .replace(/<font color='(grey|red)'>([^]*?)<\/font>/g, '<span class="$1">$2</span>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll('\n', '<br>');
  return raw(markup);
}

const plain = (value: unknown): string => string(object(value)['content']);

function draw(element: Json): Html {
  switch (element['tag']) {
    case 'markdown':
      return html`<p class="${string(element['text_size'])}">${markdown(string(element['content']))}</p>`;
    case 'div':
      return html`<p class="said">${plain(element['text'])}</p>`;
    case 'column_set':
      return html`<div class="columns ${string(element['background_style'])}">${objects(element['columns']).map(
        (column) => html`<div class="${string(column['width'])}">${objects(column['elements']).map(draw)}</div>`,
      )}</div>`;
    case 'button':
      return html`<button class="${string(element['type'])}">${plain(element['text'])}</button>`;
    case 'hr':
      return html`<hr>`;
    default:
      throw new Error(`the preview does not know an element “${string(element['tag'])}”`);
  }
}

const style = `
.post{width:520px;overflow:hidden;border-radius:10px;background:#fff;border:1px solid #dee0e3;color:#1f2329;font-size:14px}
header{padding:12px 16px}
h1{font-size:16px;line-height:1.4}
header p{color:#51565d;font-size:13px}
.orange{background:#feead2;color:#8a4b00}.blue{background:#e1eaff;color:#0c296e}.green{background:#d9f5d6;color:#1b5e20}
.red>*{color:#b3261e}.default,.grey-head{background:#f5f6f7}
section{padding:14px 16px 16px}
section>*+*{margin-top:10px}
.columns{display:flex;gap:8px}
.columns.grey{padding:9px 12px;border-radius:6px;background:#f5f6f7;color:inherit}
.weighted{flex:1}
.notation{font-size:12px}
.notation+.columns{margin-top:4px}
.heading{font-size:16px;font-weight:600}
span.grey{color:#8f959e}
.said{white-space:pre-line}
button{padding:5px 14px;border:1px solid #d0d3d6;border-radius:6px;background:#fff;font-size:14px}
.primary_filled{background:#3370ff;border-color:#3370ff;color:#fff}
.danger{border-color:#f54a45;color:#f54a45}
hr{border:0;border-top:1px solid #dee0e3}`;

export function feishuPreview(card: unknown, lang: string): string {
  const { header, body } = object(card);
  const { title, subtitle, template } = object(header);
  const head = header
    ? html`<header class="${string(template)}"><h1>${plain(title)}</h1><p>${plain(subtitle)}</p></header>`
    : '';
  return page(
    lang,
    style,
    '#f2f3f5',
    html`<main class="post">${head}<section>${objects(object(body)['elements']).map(draw)}</section></main>`,
  );
}
