/* A button with a panel beside it, wholly inside the window; Escape or a click elsewhere closes it, and the focus goes back to the button. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon";

interface Props {
  label: ComponentChildren;
  /** What it filters by stands out. */
  active?: boolean;
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, active, children }: Props) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) {
      return;
    }
    const onPointer = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("focusin", onPointer);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("focusin", onPointer);
    };
  }, [open]);
  useLayoutEffect(() => {
    const [anchor, shown] = [button.current, panel.current];
    if (!open || !anchor || !shown) {
      return;
    }
    const update = () => place(shown, anchor.getBoundingClientRect());
    update();
    const observer = new ResizeObserver(update);
    observer.observe(shown);
    window.addEventListener("resize", update);
    window.addEventListener("scroll", update, true);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", update);
      window.removeEventListener("scroll", update, true);
    };
  }, [open]);
  return (
    <div
      class="menu"
      ref={frame}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) {
          event.stopPropagation();
          close();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        class={active ? "menu-button active" : "menu-button"}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name="down" />
      </button>
      {open && (
        <div ref={panel} id={id} class="menu-panel">
          {children(close)}
        </div>
      )}
    </div>
  );
}

const GAP = 6;
const EDGE = 8;
const TALLEST = 480;
/** Less room than this below, and more above: the panel stands above. */
const ENOUGH = 260;
/** Windows no wider have panels at their lower edge, by the style sheet. */
const NARROW = 700;

/** Puts a panel under its button, or above it, inside the window; no part around it cuts it off. */
function place(panel: HTMLElement, anchor: DOMRect): void {
  const { style } = panel;
  if (window.innerWidth <= NARROW) {
    style.left = style.top = style.bottom = style.maxHeight = "";
    return;
  }
  const [below, above] = [window.innerHeight - anchor.bottom - GAP - EDGE, anchor.top - GAP - EDGE];
  const upwards = below < ENOUGH && above > below;
  style.maxHeight = `${Math.min(TALLEST, upwards ? above : below)}px`;
  style.left = `${Math.max(EDGE, Math.min(anchor.left, window.innerWidth - panel.offsetWidth - EDGE))}px`;
  style.top = upwards ? "auto" : `${anchor.bottom + GAP}px`;
  style.bottom = upwards ? `${window.innerHeight - anchor.top + GAP}px` : "auto";
}
