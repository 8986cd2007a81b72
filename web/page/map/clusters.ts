/*
 * Places that would cover each other on the screen, joined.  The place with the most goes first and gives the cluster its
 * name and position, so that zooming never moves what a reader looks at.
 */

import { type Family, FAMILY_NAMES } from "../vocabulary";
import { type Point, scaleOf } from "./projection";

export interface Spot extends Point {
  id: string;
  name: string;
  countryCode: string | null;
  events: number;
  killed: number;
  families: Record<Family, number>;
}

export interface Cluster extends Point {
  /** The place with the most first. */
  spots: Spot[];
  events: number;
  killed: number;
  families: Record<Family, number>;
}

/** Pixels between the middles of two clusters, at least. */
const APART = 44;

/** `weigh` says what makes a spot large. */
export function clustersOf(spots: readonly Spot[], zoom: number, weigh: (spot: Spot) => number): Cluster[] {
  const near = APART / scaleOf(zoom);
  const clusters: Cluster[] = [];
  for (const spot of spots.toSorted((a, b) => weigh(b) - weigh(a) || a.id.localeCompare(b.id))) {
    const home = clusters.find((cluster) => Math.hypot(cluster.x - spot.x, cluster.y - spot.y) < near);
    if (home) {
      join(home, spot);
    } else {
      clusters.push({ ...spot, families: { ...spot.families }, spots: [spot] });
    }
  }
  return clusters;
}

function join(cluster: Cluster, spot: Spot): void {
  cluster.spots.push(spot);
  cluster.events += spot.events;
  cluster.killed += spot.killed;
  for (const family of FAMILY_NAMES) {
    cluster.families[family] += spot.families[family];
  }
}

/** Radius in pixels: the area grows with the value, so that a tenfold one does not look a hundredfold. */
export function radiusOf(value: number, largest: number): number {
  return value <= 0 ? 5 : 9 + 18 * Math.sqrt(value / Math.max(largest, 12));
}
