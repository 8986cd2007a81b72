/* The timeline: a bar for each day, month or year, coloured as the map is, and a brush with two handles. */

import { useRef, useState } from "preact/hooks";
import type { Failure } from "../api/ask";
import { counted, formatNumber, formatRange } from "../format";
import type { Days } from "../state/address";
import { useSize } from "../ui/size";
import { FAMILIES, FAMILY_NAMES, type Family } from "../vocabulary";
import { type Bin, binsWithin, type Stretch, ticksOf, type Unit } from "./bins";
import { Handle } from "./Handle";

interface Props {
  bins: readonly Bin[];
  unit: Unit;
  /** Among days: months with events that are known to the month only. */
  monthly: readonly Stretch[];
  /** Events whose date is not known so exactly. */
  undated: number;
  failure?: Failure | undefined;
  days: Days;
  /** Told while the brush moves, and `done` once it rests. */
  onDays: (days: Days, done: boolean) => void;
  span: Days | undefined;
  onSpan: (span: Days | undefined) => void;
  /** Days that something else on the page points at. */
  lit: readonly Days[];
  onPoint: (days: Days | undefined) => void;
}

const HEIGHT = 74;
const NAMES: Record<Unit, string> = { DAY: "day", MONTH: "month", YEAR: "year" };

export function Timeline(props: Props) {
  const { bins, unit, days, onDays, lit, onPoint } = props;
  const [frame, size] = useSize<HTMLDivElement>();
  const [drag, setDrag] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const dragged = useRef<Days | undefined>(undefined);
  const step = bins.length ? size.width / bins.length : 0;
  const tallest = Math.max(1, ...bins.map((bin) => bin.events), ...props.monthly.map(({ events }) => events));
  const brushed = days.from || days.to ? binsWithin(bins, days) : undefined;

  const indexAt = (event: PointerEvent) => {
    const left = event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
    return Math.max(0, Math.min(bins.length - 1, Math.floor(left / step)));
  };
  const daysOf = (one: number, other: number): Days => ({
    from: bins[Math.min(one, other)]?.from,
    to: bins[Math.max(one, other)]?.to,
  });
  const point = (index: number | undefined) => {
    setPointed(index);
    onPoint(index === undefined ? undefined : daysOf(index, index));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || bins.length === 0 || (event.target as Element).closest("button")) {
      return;
    }
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setDrag(indexAt(event));
    dragged.current = undefined;
  };
  const onPointerMove = (event: PointerEvent) => {
    const index = indexAt(event);
    if (index !== pointed) {
      point(index);
    }
    if (drag !== undefined && (index !== drag || dragged.current)) {
      dragged.current = daysOf(drag, index);
      onDays(dragged.current, false);
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag !== undefined) {
      const only = brushed && brushed.first === brushed.last && brushed.first === drag;
      // A click takes one bar, and gives it back where it was taken already.
      onDays(dragged.current ?? (only ? {} : daysOf(drag, indexAt(event))), true);
    }
    setDrag(undefined);
  };

  return (
    <section class="timeline" aria-label="Timeline">
      <div class="timeline-head">
        <p class="timeline-words" role="status">
          {words(props, pointed, brushed)}
        </p>
        <p class="timeline-tools">
          {props.undated > 0 && <span class="aside">{formatNumber(props.undated)} without an exact month</span>}
          {brushed && (
            <>
              <button type="button" class="small" onClick={() => props.onSpan(daysOf(brushed.first, brushed.last))}>
                Zoom to it
              </button>
              <button type="button" class="small" onClick={() => onDays({}, true)}>
                All dates
              </button>
            </>
          )}
          {props.span && (
            <button type="button" class="small" onClick={() => props.onSpan(undefined)}>
              Whole timeline
            </button>
          )}
        </p>
      </div>
      <div
        ref={frame}
        class="timeline-plot"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => drag === undefined && point(undefined)}
      >
        <Bars bins={bins} monthly={props.monthly} step={step} tallest={tallest} width={size.width} />
        {lit.flatMap((some) => litBands(bins, some, step))}
        {pointed !== undefined && <Band name="pointed" first={pointed} last={pointed} step={step} />}
        {brushed && (
          <>
            <Band name="veil" first={0} last={brushed.first - 1} step={step} />
            <Band name="veil" first={brushed.last + 1} last={bins.length - 1} step={step} />
            <Band name="brush" first={brushed.first} last={brushed.last} step={step} />
          </>
        )}
        {bins.length > 0 && (
          <>
            <Handle edge="first" bins={bins} brushed={brushed} step={step} onDays={onDays} />
            <Handle edge="last" bins={bins} brushed={brushed} step={step} onDays={onDays} />
          </>
        )}
      </div>
      <Axis bins={bins} unit={unit} step={step} width={size.width} />
    </section>
  );
}

function words(props: Props, pointed: number | undefined, brushed: { first: number; last: number } | undefined) {
  const { bins, unit, failure } = props;
  if (failure) {
    return failure.message;
  }
  if (bins.length === 0) {
    return "No event here has an exact date.";
  }
  const [first, last] = pointed !== undefined ? [pointed, pointed] : [brushed?.first ?? 0, brushed?.last ?? bins.length - 1];
  const events = bins.slice(first, last + 1).reduce((sum, bin) => sum + bin.events, 0);
  const range = formatRange(bins[first]?.from ?? "", bins[last]?.to ?? "");
  const between = { from: bins[first]?.from ?? "", to: bins[last]?.to ?? "" };
  const loose = props.monthly.filter(({ from, to }) => from <= between.to && to >= between.from).reduce((sum, { events }) => sum + events, 0);
  const each = pointed === undefined && !brushed ? `, a bar for each ${NAMES[unit]}` : "";
  return (
    <>
      <b>{range}</b> {counted(events, "dated event")}
      {each}
      {loose > 0 && <span class="loose"> and {formatNumber(loose)} known to the month only</span>}
    </>
  );
}

interface BarsProps {
  bins: readonly Bin[];
  monthly: readonly Stretch[];
  step: number;
  tallest: number;
  width: number;
}

function Bars({ bins, monthly, step, tallest, width }: BarsProps) {
  const gap = step > 4 ? 1 : 0;
  const paths = new Map<Family | "all", string>();
  bins.forEach((bin, index) => {
    let top = HEIGHT;
    const parts = bin.families ? FAMILY_NAMES.map((family) => [family, bin.families?.[family] ?? 0] as const) : ([["all", bin.events]] as const);
    for (const [name, events] of parts) {
      // Two pixels at least: one event beside a thousand is still one.
      const height = events ? Math.max(2, (events / tallest) * (HEIGHT - 8)) : 0;
      top -= height;
      if (height) {
        const bar = `M${(index * step).toFixed(2)} ${top.toFixed(2)}h${Math.max(step - gap, 0.5).toFixed(2)}v${height.toFixed(2)}h${(-Math.max(step - gap, 0.5)).toFixed(2)}z`;
        paths.set(name, (paths.get(name) ?? "") + bar);
      }
    }
  });
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={`Events over time, at most ${counted(tallest, "event")} a bar`}>
      {monthly.length > 0 && (
        <defs>
          <pattern id="month-only" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="stripe" width="2" height="6" />
          </pattern>
        </defs>
      )}
      {monthly.map((stretch) => {
        const within = binsWithin(bins, stretch);
        const height = Math.max(4, (stretch.events / tallest) * (HEIGHT - 8));
        return within ? (
          <rect
            key={stretch.from}
            class="month-only"
            fill="url(#month-only)"
            x={within.first * step + 1}
            width={Math.max(1, (within.last - within.first + 1) * step - 2)}
            y={HEIGHT - height}
            height={height}
          />
        ) : null;
      })}
      {[...paths].map(([name, path]) => (
        <path key={name} class={`bar ${name}`} d={path}>
          {name !== "all" && <title>{FAMILIES[name]}</title>}
        </path>
      ))}
    </svg>
  );
}

function litBands(bins: readonly Bin[], days: Days, step: number) {
  const within = binsWithin(bins, days);
  return within ? [<Band key={`${days.from}${days.to}`} name="lit" {...within} step={step} />] : [];
}

function Band({ name, first, last, step }: { name: string; first: number; last: number; step: number }) {
  return last < first ? null : (
    <div class={`band ${name}`} style={{ left: `${first * step}px`, width: `${(last - first + 1) * step}px` }} />
  );
}

function Axis({ bins, unit, step, width }: { bins: readonly Bin[]; unit: Unit; step: number; width: number }) {
  return (
    <div class="timeline-axis" aria-hidden="true">
      {ticksOf(bins, unit, width)
        .filter(({ index }) => index * step < width - 34)
        .map(({ index, text }) => (
          <span key={index} style={{ left: `${index * step}px` }}>
            {text}
          </span>
        ))}
    </div>
  );
}
