/* One end of the brush: dragged, or moved with the arrow keys. */

import { useRef } from "preact/hooks";
import { formatDay } from "../format";
import type { Days } from "../state/address";
import type { Bin } from "./bins";

interface Props {
  edge: "first" | "last";
  bins: readonly Bin[];
  /** Undefined where nothing is brushed: then the handles stand at both ends. */
  brushed: { first: number; last: number } | undefined;
  step: number;
  onDays: (days: Days, done: boolean) => void;
}

export function Handle({ edge, bins, brushed, step, onDays }: Props) {
  const origin = useRef<number | undefined>(undefined);
  const { first, last } = brushed ?? { first: 0, last: bins.length - 1 };
  const at = edge === "first" ? first : last;
  const move = (wanted: number, done: boolean) => {
    const index = edge === "first" ? Math.max(0, Math.min(wanted, last)) : Math.min(bins.length - 1, Math.max(wanted, first));
    const [from, to] = edge === "first" ? [index, last] : [first, index];
    onDays({ from: bins[from]?.from, to: bins[to]?.to }, done);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -6,
      PageUp: 6,
      Home: -bins.length,
      End: bins.length,
    };
    const by = steps[event.key];
    if (by) {
      event.preventDefault();
      move(at + by, true);
    } else if (event.key === "Escape" && brushed) {
      onDays({}, true);
    }
  };
  return (
    <button
      type="button"
      class={brushed ? "handle" : "handle resting"}
      role="slider"
      aria-label={edge === "first" ? "From" : "To"}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={at}
      aria-valuetext={formatDay((edge === "first" ? bins[at]?.from : bins[at]?.to) ?? "")}
      style={{ left: `${(edge === "first" ? first : last + 1) * step}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        origin.current = event.clientX - at * step;
      }}
      onPointerMove={(event) => {
        if (origin.current !== undefined) {
          move(Math.round((event.clientX - origin.current) / step), false);
        }
      }}
      onPointerUp={(event) => {
        if (origin.current !== undefined) {
          move(Math.round((event.clientX - origin.current) / step), true);
          origin.current = undefined;
        }
      }}
    />
  );
}
