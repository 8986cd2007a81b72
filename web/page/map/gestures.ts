/* Mouse, touch and wheel on the map: drag to move, wheel or two fingers to zoom, drag with Shift to draw a box. */

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Box, View } from "../state/address";
import type { Size } from "../ui/size";
import { boxBetween, panBy, type Point, zoomAt } from "./projection";

interface Options {
  frame: RefObject<HTMLDivElement | null>;
  view: View;
  size: Size;
  setView: (view: View) => void;
  /** Whether the next drag draws a box also without Shift. */
  drawing: boolean;
  /** Undefined where the drag was too short to mean a box. */
  onBox: (box: Box | undefined) => void;
}

interface Rubber {
  left: number;
  top: number;
  width: number;
  height: number;
}

const SMALLEST_BOX = 8;

export function useGestures(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<Point | undefined>(undefined);
  const [rubber, setRubber] = useState<Rubber>();

  useEffect(() => {
    const element = options.frame.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { view, size, setView } = latest.current;
      const levels = -event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002);
      setView(zoomAt(view, size, pixelOf(event, element as Element), Math.max(-1, Math.min(1, levels))));
    };
    // Preact listens passively to nothing, but browsers do so for the wheel unless told otherwise.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, []);

  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || (event.target as Element).closest("button")) {
        return;
      }
      const frame = event.currentTarget as Element;
      frame.setPointerCapture(event.pointerId);
      const pixel = pixelOf(event, frame);
      fingers.current.set(event.pointerId, pixel);
      start.current = event.shiftKey || options.drawing ? pixel : undefined;
    },
    onPointerMove(event: PointerEvent) {
      const before = fingers.current.get(event.pointerId);
      if (!before) {
        return;
      }
      const pixel = pixelOf(event, event.currentTarget as Element);
      if (start.current) {
        setRubber(rubberBetween(start.current, pixel));
      } else {
        move(event.pointerId, before, pixel);
      }
      fingers.current.set(event.pointerId, pixel);
    },
    onPointerUp(event: PointerEvent) {
      const { view, size, onBox } = latest.current;
      const pixel = pixelOf(event, event.currentTarget as Element);
      if (fingers.current.delete(event.pointerId) && start.current) {
        const { width, height } = rubberBetween(start.current, pixel);
        const meant = width > SMALLEST_BOX && height > SMALLEST_BOX;
        onBox(meant ? boxBetween(start.current, pixel, view, size) : undefined);
        start.current = undefined;
        setRubber(undefined);
      }
    },
    onPointerCancel(event: PointerEvent) {
      fingers.current.delete(event.pointerId);
      start.current = undefined;
      setRubber(undefined);
    },
    onDblClick(event: MouseEvent) {
      const { view, size, setView } = latest.current;
      setView(zoomAt(view, size, pixelOf(event, event.currentTarget as Element), 1));
    },
  };

  function move(finger: number, before: Point, after: Point) {
    const { view, size, setView } = latest.current;
    const other = [...fingers.current].find(([id]) => id !== finger)?.[1];
    if (!other) {
      setView(panBy(view, size, before.x - after.x, before.y - after.y));
      return;
    }
    const apart = (point: Point) => Math.max(Math.hypot(point.x - other.x, point.y - other.y), 1);
    setView(zoomAt(view, size, other, Math.log2(apart(after) / apart(before))));
  }

  return { handlers, rubber };
}

function pixelOf(event: MouseEvent, frame: Element): Point {
  const { left, top } = frame.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function rubberBetween(from: Point, to: Point): Rubber {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
}
