/** The face of the product's clock, and the buttons that move it. */
import { show } from './forms.ts';
import { fact, post } from './wire.ts';

export function listenToClock(): { readonly set: (now: number) => void } {
  const locale = document.documentElement.lang;
  const zone = fact('zone');
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const faces = {
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: format({ weekday: 'long', month: 'long', day: 'numeric' }),
  };
  let known = Number(fact('now'));
  let since = performance.now();

  const draw = (): void => {
    const now = known + performance.now() - since;
    for (const [part, face] of Object.entries(faces)) {
      const text = face.format(now);
      for (const place of document.querySelectorAll(`[data-clock="${part}"]`)) {
        if (place.textContent !== text) place.textContent = text;
      }
    }
  };
  const set = (now: number): void => {
    known = now;
    since = performance.now();
    draw();
  };
  setInterval(draw, 5_000);

  const box = document.querySelector<HTMLElement>('.travels');
  box?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-travel]') : null;
    if (!button || box.getAttribute('aria-busy') === 'true') return;
    box.setAttribute('aria-busy', 'true');
    button.classList.add('busy');
    const spoken = document.getElementById('spoken');
    if (spoken) spoken.textContent = box.dataset['travelling'] ?? '';
    void post('clock', { to: button.dataset['travel'] }).then((answer) => {
      box.removeAttribute('aria-busy');
      button.classList.remove('busy');
      if (answer.now !== undefined) set(answer.now);
      show(answer);
    });
  });
  return { set };
}
