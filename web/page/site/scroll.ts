/*
 * Back and Forward come to where one was: of each visit, how far the window and the list beside the map were scrolled.
 * The browser cannot do it alone, as the lists are drawn after it has moved.
 */

interface Scrolled {
  window: number;
  list: number;
}

const known = new Map<number, Scrolled>();
let latest = 0;
/** While answers arrive, pages grow; for so long the place is looked for again. */
const PATIENCE_MS = 3000;

const LIST = ".stories";

/** A number for a new entry of the history. */
export function newVisit(): number {
  latest = Math.max(latest, visitOf(window.history.state)) + 1;
  return latest;
}

function visitOf(state: unknown): number {
  const visit = (state as { visit?: unknown } | null)?.visit;
  return typeof visit === "number" ? visit : 0;
}

/** Notes how far things are scrolled now, for when one comes back here. */
export function keepScroll(): void {
  known.set(visitOf(window.history.state), { window: window.scrollY, list: document.querySelector(LIST)?.scrollTop ?? 0 });
}

/** Keeps up with scrolling, and restores it on Back and Forward; gives a function that ends it. */
export function watchScroll(): () => void {
  let restoring: number | undefined;
  const stop = () => {
    window.cancelAnimationFrame(restoring ?? 0);
    restoring = undefined;
  };
  const onScroll = () => restoring === undefined && keepScroll();
  const onMove = () => {
    const wanted = known.get(visitOf(window.history.state));
    stop();
    if (!wanted) {
      return;
    }
    const until = performance.now() + PATIENCE_MS;
    const restore = () => {
      if (isAt(wanted) || performance.now() > until) {
        stop();
      } else {
        restoring = window.requestAnimationFrame(restore);
      }
    };
    restoring = window.requestAnimationFrame(restore);
  };
  // A page that is loaded again is the browser's to restore.
  const onHide = () => (window.history.scrollRestoration = "auto");
  window.history.scrollRestoration = "manual";
  document.addEventListener("scroll", onScroll, true);
  window.addEventListener("popstate", onMove);
  window.addEventListener("pagehide", onHide);
  const gestures = ["wheel", "touchmove", "keydown", "pointerdown"];
  gestures.forEach((name) => window.addEventListener(name, stop, { passive: true }));
  return () => {
    stop();
    document.removeEventListener("scroll", onScroll, true);
    window.removeEventListener("popstate", onMove);
    window.removeEventListener("pagehide", onHide);
    gestures.forEach((name) => window.removeEventListener(name, stop));
  };
}

function isAt(wanted: Scrolled): boolean {
  const list = document.querySelector(LIST);
  window.scrollTo(0, wanted.window);
  if (list) {
    list.scrollTop = wanted.list;
  }
  return Math.abs(window.scrollY - wanted.window) < 2 && (!wanted.list || Math.abs((list?.scrollTop ?? 0) - wanted.list) < 2);
}
