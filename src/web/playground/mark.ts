/** Steward's mark, a service bell, and the few line icons of the page. Drawn as attributes, so that the content policy need not allow styles. */
import { type Html, html } from '../../bot/platforms/playground/html.ts';

const bell = (): Html => html`<rect width="40" height="40" rx="11" fill="#0d6b5e"/>
<path d="M9 27.5a11 11 0 0 1 22 0z" fill="#fffdf8"/>
<rect x="7" y="29" width="26" height="3.4" rx="1.7" fill="#e9b949"/>
<circle cx="20" cy="12.6" r="2.6" fill="#e9b949"/>
<path d="M20 15v2.4" stroke="#fffdf8" stroke-width="2" stroke-linecap="round"/>
<path d="M13.4 24.6a7 7 0 0 1 3.6-4.2" stroke="#0d6b5e" stroke-width="1.7" stroke-linecap="round" fill="none"/>`;

export function mark(): Html {
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">${bell()}</svg>`;
}

/** The same mark as a file, for the browser's tab. */
export function markFile(): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${bell()}</svg>`;
}

const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9',
  chat: 'M5 6h14v9.5h-7L8 19v-3.500H5z',
  room: 'M9.500 4 8 20M16 4l-1.500 16M4.500 9h16M3.500 15h16',
  activity: 'M3 12h4l3-7 4 14 3-7h4',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.500l3 1.800',
  down: 'm6 9.500 6 6 6-6',
  close: 'm6.500 6.500 11 11M17.500 6.500l-11 11',
  panel: 'M4 5h16v14H4zM15 5v14',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  compass: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M15.500 8.500l-2 5-5 2 2-5z',
  person: 'M12 4.500a3.700 3.700 0 1 0 0 7.400 3.700 3.700 0 0 0 0-7.400M5 20c.500-4 3.200-6 7-6s6.500 2 7 6',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
} as const;

export type Icon = keyof typeof paths;

export function icon(name: Icon): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${paths[name]}"/></svg>`;
}
