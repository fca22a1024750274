/** Wakes the page up. Everything on it was drawn by the server; this makes it answer. */
import { listenToChrome } from './chrome.ts';
import { listenToClock } from './clock.ts';
import { listenToComposer } from './composer.ts';
import { listenToScrolling, toEnd } from './conversation.ts';
import { listenToForms, show } from './forms.ts';
import { listenToServer } from './live.ts';
import { fact, newKey, post } from './wire.ts';

// Until here nobody could press anything.
document.querySelector('main')?.removeAttribute('inert');
listenToChrome();
listenToForms();
listenToComposer();
listenToScrolling();
const clock = listenToClock();
listenToServer(clock.set);
toEnd();

const kind = fact('kind');
const empty = document.querySelector('[data-empty]') !== null;
// A home page is drawn for whoever opens it; a direct chat hears of a newcomer only once, while nothing stands in it.
if (kind === 'home' || (kind === 'direct' && empty)) void post('arrive', { key: newKey(), at: kind }).then(show);
