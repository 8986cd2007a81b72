/* The spots of the map: numbers by place and type from `eventStats`, names and coordinates asked for once each. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { ask } from "../api/ask";
import { type PlaceFragment, PlacesDocument, StatsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import type { Spot } from "../map/clusters";
import { project } from "../map/projection";
import type { Box, View } from "../state/address";
import type { Asked } from "../state/filter";
import { MOST_BUCKETS } from "../time/useTimeline";
import { FAMILY_NAMES, type Family, familyOf } from "../vocabulary";

const places = new Map<string, PlaceFragment>();
/** The API's most for `nodes`. */
const AT_ONCE = 100;

export function usePlaces(asked: Asked, view: View | undefined) {
  const world = useAsk(StatsDocument, { ...asked, by: ["LOCATION", "TYPE"], first: MOST_BUCKETS });
  const overfull = (world.data?.eventStats.length ?? 0) >= MOST_BUCKETS;
  const box = overfull && view ? boxAround(view) : undefined;
  const near = useAsk(
    StatsDocument,
    box && !asked.where.within ? { ...asked, where: { ...asked.where, within: box }, by: ["LOCATION", "TYPE"], first: MOST_BUCKETS } : undefined,
  );
  const buckets = (box && near.data ? near.data : world.data)?.eventStats;
  const known = useKnown(buckets?.flatMap(({ keys }) => keys[0]?.value ?? []) ?? []);
  const spots = useMemo(() => spotsOf(buckets ?? []), [buckets, known]);
  const unplaced = sum(world.data?.eventStats ?? []) - sum(spots);
  const full = (box && near.data ? near.data.eventStats.length : (world.data?.eventStats.length ?? 0)) >= MOST_BUCKETS;
  return { spots, unplaced: overfull ? 0 : unplaced, full, failure: world.failure, retry: world.retry, ready: buckets !== undefined };
}

function sum(counted: readonly { events: number }[]): number {
  return counted.reduce((total, { events }) => total + events, 0);
}

/** Grows with every answer about places; the number of known ones, so that views notice. */
function useKnown(ids: string[]): number {
  const [known, setKnown] = useState(places.size);
  const missing = [...new Set(ids)].filter((id) => !places.has(id));
  useEffect(() => {
    const controller = new AbortController();
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      ask(PlacesDocument, { ids: missing.slice(at, at + AT_ONCE) }, controller.signal).then(
        ({ nodes }) => {
          for (const node of nodes) {
            if (node?.id) {
              places.set(node.id, node as PlaceFragment);
            }
          }
          setKnown(places.size);
        },
        // Without coordinates there is nothing to draw; the list says what happened there.
        () => undefined,
      );
    }
    return () => controller.abort();
  }, [missing.join()]);
  return known;
}

function spotsOf(buckets: readonly { events: number; killed: number; keys: { value: string | null }[] }[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const { events, killed, keys } of buckets) {
    const place = places.get(keys[0]?.value ?? "");
    if (place?.latitude == null || place.longitude == null) {
      continue;
    }
    const spot = spots.get(place.id) ?? newSpot(place, place.longitude, place.latitude);
    spot.events += events;
    spot.killed += killed;
    spot.families[familyOf(keys[1]?.value ?? "")] += events;
    spots.set(place.id, spot);
  }
  return [...spots.values()];
}

function newSpot({ id, name, countryCode }: PlaceFragment, longitude: number, latitude: number): Spot {
  const families = Object.fromEntries(FAMILY_NAMES.map((family) => [family, 0])) as Record<Family, number>;
  return { id, name, countryCode, events: 0, killed: 0, families, ...project(longitude, latitude) };
}

/** Around what a view shows, on a coarse grid: moving a little asks nothing new. */
function boxAround({ longitude, latitude, zoom }: View): Box | undefined {
  const side = 360 / 2 ** Math.floor(zoom);
  if (side > 180) {
    return undefined;
  }
  const [column, row] = [Math.round(longitude / side), Math.round(latitude / side)];
  const wrap = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return {
    south: Math.max(-90, (row - 1.5) * side),
    north: Math.min(90, (row + 1.5) * side),
    west: side * 3 >= 360 ? -180 : wrap((column - 1.5) * side),
    east: side * 3 >= 360 ? 180 : wrap((column + 1.5) * side),
  };
}
