/* A button with a panel under it; Escape or a click elsewhere closes it, and the focus goes back to the button. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon";

interface Props {
  label: ComponentChildren;
  /** What it filters by stands out. */
  active?: boolean;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, active, children, ...props }: Props) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
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
  return (
    <div
      class={`menu ${props.class ?? ""}`}
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
        <div id={id} class="menu-panel">
          {children(close)}
        </div>
      )}
    </div>
  );
}
