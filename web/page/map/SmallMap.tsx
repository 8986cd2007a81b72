/* Where one place lies; to look at, not to move. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useSize } from "../ui/size";
import { drawWorld, inksOf } from "./draw";
import { lookAt, type Point, toScreen } from "./projection";
import { loadWorld, type World } from "./world";

/** How near one looks: a country needs more around it than a town. */
const ZOOMS: Record<string, number> = { COUNTRY: 2.2, REGION: 2, ADMIN1: 3.6, ADMIN2: 4.2 };
const NEAR = 4.6;

export function SmallMap({ point, kind, theme }: { point: Point; kind: string; theme: string }) {
  const [frame, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [world, setWorld] = useState<World>();
  const view = lookAt(point, ZOOMS[kind] ?? NEAR, size);
  const pin = toScreen(point, view, size);
  useEffect(() => {
    loadWorld("fine").then(setWorld, () => undefined);
  }, []);
  useEffect(() => {
    if (world && canvas.current) {
      drawWorld(canvas.current, world, view, size, inksOf(canvas.current));
    }
  }, [world, size.width, size.height, theme, point.x, point.y]);
  return (
    <div class="small-map" ref={frame} role="img" aria-label="Where it lies on the map">
      <canvas ref={canvas} />
      <i style={{ left: `${pin.x}px`, top: `${pin.y}px` }} />
      <p class="map-credit">Outlines: Natural Earth</p>
    </div>
  );
}
