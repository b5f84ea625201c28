// F6: the focus walks through the panes of the window (navigation, centre, context),
// coming back to where it was in each.

const remembered = new WeakMap<Element, HTMLElement>();

/** Moves the focus one pane on (or back), skipping panes that are not shown. */
export function walkPanes(step: 1 | -1, root: ParentNode = document): void {
  const panes = [...root.querySelectorAll<HTMLElement>("[data-pane]")].filter(isShown);
  if (panes.length === 0) return;
  const active = document.activeElement;
  const from = panes.findIndex((pane) => pane.contains(active));
  const leaving = panes[from];
  if (leaving && active instanceof HTMLElement) remembered.set(leaving, active);
  const start = from < 0 ? (step > 0 ? -1 : 0) : from;
  const pane = panes[(start + step + panes.length) % panes.length];
  if (!pane) return;
  const last = remembered.get(pane);
  (last && pane.contains(last) ? last : pane).focus();
}

function isShown(pane: HTMLElement): boolean {
  return !pane.hidden && pane.closest("[hidden]") === null;
}
