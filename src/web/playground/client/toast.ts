/** Short sentences that come and go: shown above everything, also above an open dialog. */
const LONG_MS = 7_000;

export function toast(text: string, tone: string): void {
  const box = document.getElementById('toasts');
  if (!box) return;
  const line = document.createElement('p');
  line.className = `toast tone-${tone}`;
  line.textContent = text;
  box.append(line);
  // Shown again, it stands above a dialog that was opened in between.
  if (box.matches(':popover-open')) box.hidePopover();
  box.showPopover();
  setTimeout(() => {
    line.remove();
    if (box.childElementCount === 0) box.hidePopover();
  }, LONG_MS);
}
