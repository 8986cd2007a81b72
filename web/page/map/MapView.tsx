/* The map: land on a canvas, clusters of events above it as buttons, so that a keyboard and a screen reader reach them. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Box, Size as Measure, View } from "../state/address";
import { Icon } from "../ui/Icon";
import { useSize } from "../ui/size";
import { ClusterButton } from "./ClusterButton";
import { clustersOf, radiusOf, type Cluster, type Spot } from "./clusters";
import { drawWorld, inksOf } from "./draw";
import { useGestures } from "./gestures";
import { boxBetween, boxOnScreen, fit, panBy, toScreen, zoomAt } from "./projection";
import { loadWorld, type World } from "./world";

interface Props {
  spots: readonly Spot[];
  measure: Measure;
  onMeasure: (measure: Measure) => void;
  /** Where the address says to look; everything where it says nothing. */
  view?: View | undefined;
  onView: (view: View | undefined) => void;
  box?: Box | undefined;
  onBox: (box: Box | undefined) => void;
  chosen: readonly string[];
  onChoose: (spot: Spot) => void;
  /** Ids of places that something else on the page points at. */
  lit: ReadonlySet<string>;
  onPoint: (ids: string[] | undefined) => void;
  theme: string;
  note?: string | undefined;
}

export function MapView(props: Props) {
  const { spots, measure, box, lit, chosen, onPoint } = props;
  const [frame, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawing, setDrawing] = useState(false);
  const { view, setView } = useView(props, size);
  const world = useWorld(view.zoom);
  const gestures = useGestures({ frame, view, size, setView, drawing, onBox: finishBox });
  const weigh = (spot: Spot) => (measure === "killed" ? spot.killed : spot.events);
  const level = Math.round(view.zoom * 4) / 4;
  const clusters = useMemo(() => clustersOf(spots, level, weigh), [spots, level, measure]);
  const largest = Math.max(0, ...clusters.map((cluster) => cluster[measure]));

  function finishBox(drawn: Box | undefined) {
    setDrawing(false);
    if (drawn) {
      props.onBox(drawn);
    }
  }

  useEffect(() => {
    if (canvas.current && world) {
      drawWorld(canvas.current, world, view, size, inksOf(canvas.current));
    }
  }, [world, view, size, props.theme]);

  function open(cluster: Cluster) {
    if (cluster.spots.length === 1) {
      props.onChoose(cluster.spots[0] as Spot);
      return;
    }
    const nearer = fit(cluster.spots, size, 9);
    setView(nearer.zoom > view.zoom + 0.2 ? nearer : zoomAt(view, size, toScreen(cluster, view, size), 1.5));
  }

  const middle = { x: size.width / 2, y: size.height / 2 };
  return (
    <section class="map" aria-label="Map">
      <div
        ref={frame}
        class={drawing ? "map-frame drawing" : "map-frame"}
        tabIndex={0}
        role="group"
        aria-label="Map of events. Arrow keys move it, plus and minus zoom, Tab goes through the places."
        data-drawn={world ? "yes" : "no"}
        onKeyDown={(event) => onKey(event, (right, down) => setView(panBy(view, size, right, down)), (levels) =>
          setView(zoomAt(view, size, middle, levels)),
        )}
        {...gestures.handlers}
      >
        <canvas ref={canvas} aria-hidden="true" />
        {box && <Frame {...boxOnScreen(box, view, size)} name="box" />}
        {gestures.rubber && <Frame {...gestures.rubber} name="box rubber" />}
        {clusters.map((cluster) => {
          const { x, y } = toScreen(cluster, view, size);
          const ids = cluster.spots.map((spot) => spot.id);
          const outside = x < -30 || y < -30 || x > size.width + 30 || y > size.height + 30;
          return outside ? null : (
            <ClusterButton
              key={ids[0]}
              cluster={cluster}
              x={x}
              y={y}
              radius={radiusOf(cluster[measure], largest)}
              measure={measure}
              lit={ids.some((id) => lit.has(id))}
              chosen={ids.some((id) => chosen.includes(id))}
              onPoint={(on) => onPoint(on ? ids : undefined)}
              onOpen={() => open(cluster)}
            />
          );
        })}
      </div>
      <div class="map-tools" role="toolbar" aria-label="Map tools">
        <Tool name="Zoom in" icon="plus" act={() => setView(zoomAt(view, size, middle, 1))} />
        <Tool name="Zoom out" icon="minus" act={() => setView(zoomAt(view, size, middle, -1))} />
        <Tool name="Show all places" icon="fit" act={() => setView(undefined)} />
        <Tool name="Draw a box to filter by" icon="box" pressed={drawing} act={() => setDrawing(!drawing)} />
        <Tool
          name={box ? "Remove the box" : "Only what is in view"}
          icon={box ? "close" : "eye"}
          act={() => props.onBox(box ? undefined : boxBetween({ x: 0, y: 0 }, { x: size.width, y: size.height }, view, size))}
        />
      </div>
      {drawing && <p class="map-note" role="status">Drag over the map to draw a box.</p>}
      {!drawing && props.note && <p class="map-note">{props.note}</p>}
      <p class="map-credit">Outlines: Natural Earth</p>
      <label class="map-scale">
        <span>Circles by</span>
        <select value={measure} onChange={(event) => props.onMeasure(event.currentTarget.value as Measure)}>
          <option value="events">number of events</option>
          <option value="killed">people killed</option>
        </select>
      </label>
    </section>
  );
}

/** The view of the address, or one that shows all; moves at once, and tells the address when it rests. */
function useView({ spots, view: given, onView }: Props, size: { width: number; height: number }) {
  const all = useMemo(() => fit(spots, size), [size.width, size.height, spots.length > 0]);
  const [moved, setMoved] = useState<View | undefined>(given);
  const told = useRef(given);
  useEffect(() => {
    if (JSON.stringify(given) !== JSON.stringify(told.current)) {
      told.current = given;
      setMoved(given);
    }
  }, [given]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (moved !== told.current) {
        told.current = moved;
        onView(moved);
      }
    }, 400);
    return () => window.clearTimeout(timer);
  }, [moved]);
  return { view: moved ?? all, setView: setMoved };
}

function useWorld(zoom: number): World | undefined {
  const [world, setWorld] = useState<World>();
  const [fine, setFine] = useState(false);
  useEffect(() => {
    loadWorld("coarse").then((coarse) => setWorld((known) => known ?? coarse), () => undefined);
  }, []);
  useEffect(() => {
    if (world && !fine && zoom > 1.6) {
      setFine(true);
      // The coarse outlines stay where the fine ones cannot be had.
      loadWorld("fine").then(setWorld, () => undefined);
    }
  }, [world, zoom]);
  return world;
}

function onKey(event: KeyboardEvent, pan: (right: number, down: number) => void, zoom: (levels: number) => void): void {
  const pans: Record<string, [number, number]> = {
    ArrowLeft: [-80, 0],
    ArrowRight: [80, 0],
    ArrowUp: [0, -80],
    ArrowDown: [0, 80],
  };
  const zooms: Record<string, number> = { "+": 0.5, "=": 0.5, "-": -0.5, _: -0.5 };
  const step = pans[event.key];
  if (step) {
    pan(...step);
  } else if (zooms[event.key]) {
    zoom(zooms[event.key] as number);
  } else {
    return;
  }
  event.preventDefault();
}

function Frame({ name, left, top, width, height }: { name: string; left: number; top: number; width: number; height: number }) {
  return <div class={name} style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }} />;
}

function Tool({ name, icon, act, pressed }: { name: string; icon: string; act: () => void; pressed?: boolean }) {
  return (
    <button type="button" title={name} aria-label={name} aria-pressed={pressed} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
