/** The live line from the server. The browser reconnects it by itself; what was missed meanwhile is caught up. */
import { catchUp, put, type Standing } from './conversation.ts';
import { markUnread } from './seen.ts';
import { swapInside } from './swap.ts';
import { toast } from './toast.ts';
import { fact } from './wire.ts';

type Heard = { readonly html: string; readonly spoken: string; readonly append: boolean };

function repaint(parts: Readonly<Record<string, string>>): void {
  for (const [name, drawing] of Object.entries(parts)) {
    if (name === 'newest') markUnread(JSON.parse(drawing) as Record<string, string>);
    else for (const place of document.querySelectorAll(`[data-part="${name}"]`)) swapInside(place, drawing);
  }
}

export function listenToServer(setClock: (now: number) => void): void {
  const source = new EventSource(`/playground/events?${fact('query')}`);
  let told = false;
  const on = (event: string, act: (data: unknown) => void): void => {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      act(JSON.parse(data));
    });
  };
  on('message', (data) => {
    const { html, spoken, append } = data as Heard;
    const live = document.getElementById('spoken');
    if (put(html, append) && live) live.textContent = spoken;
  });
  on('standing', (data) => void catchUp(data as Standing));
  on('parts', (data) => {
    repaint(data as Record<string, string>);
  });
  on('clock', (data) => {
    setClock((data as { readonly now: number }).now);
  });
  source.addEventListener('open', () => {
    told = false;
    document.documentElement.dataset['live'] = 'on';
  });
  source.addEventListener('error', () => {
    document.documentElement.dataset['live'] = 'off';
    if (!told) toast(fact('lost'), 'warning');
    told = true;
  });
  // A page that is left must not complain that its line is cut.
  addEventListener('pagehide', () => {
    source.close();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
