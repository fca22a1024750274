/** The furniture: tabs of the side panel, panes at phone width, hiding the panel, hiding the guide. What was chosen is remembered in this browser. */
const remember = (name: string, value: string): void => {
  localStorage.setItem(`steward:${name}`, value);
};
const remembered = (name: string): string | null => localStorage.getItem(`steward:${name}`);

function choose(tabs: readonly HTMLElement[], chosen: HTMLElement): void {
  for (const tab of tabs) {
    const mine = tab === chosen;
    tab.setAttribute('aria-selected', String(mine));
    tab.tabIndex = mine ? 0 : -1;
    const sheet = document.getElementById(tab.getAttribute('aria-controls') ?? '');
    if (sheet) sheet.hidden = !mine;
  }
  remember('tab', chosen.id);
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function listenToTabs(): void {
  const list = document.querySelector<HTMLElement>('[data-tabs]');
  const tabs = [...(list?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  list?.addEventListener('click', ({ target }) => {
    const tab = tabs.find((each) => target instanceof Node && each.contains(target));
    if (tab) choose(tabs, tab);
  });
  list?.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(tabs, next);
    next.focus();
  });
  const last = tabs.find(({ id }) => id === remembered('tab'));
  if (last) choose(tabs, last);
}

function listenToPanes(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-pane-to]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const pane = button.dataset['paneTo'] ?? 'talk';
      document.documentElement.dataset['pane'] = pane;
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button));
    });
  }
}

function listenToPanelToggle(): void {
  const button = document.querySelector<HTMLElement>('[data-panel-toggle]');
  if (!button) return;
  const set = (shown: boolean): void => {
    document.documentElement.dataset['panel'] = shown ? 'shown' : 'hidden';
    button.setAttribute('aria-expanded', String(shown));
    button.setAttribute('aria-label', (shown ? button.dataset['hide'] : button.dataset['show']) ?? '');
    remember('panel', shown ? 'shown' : 'hidden');
  };
  button.addEventListener('click', () => {
    set(document.documentElement.dataset['panel'] === 'hidden');
  });
  if (remembered('panel') === 'hidden') set(false);
}

function listenToTour(): void {
  const tour = document.getElementById('tour');
  const show = document.querySelector<HTMLElement>('[data-tour-show]');
  if (!tour || !show) return;
  const set = (shown: boolean): void => {
    tour.hidden = !shown;
    show.hidden = shown;
    remember('tour', shown ? 'shown' : 'hidden');
  };
  tour.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-tour-hide]')) return;
    set(false);
    show.focus();
  });
  show.addEventListener('click', () => {
    set(true);
    document.getElementById('tour-hide')?.focus();
  });
  set(remembered('tour') !== 'hidden');
}

export function listenToChrome(): void {
  listenToTabs();
  listenToPanes();
  listenToPanelToggle();
  listenToTour();
}
