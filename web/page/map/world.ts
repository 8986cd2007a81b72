/* The outlines of the world's countries (Natural Earth, public domain), ready to be drawn at any zoom. */

import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type Point, project } from "./projection";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface World {
  land: Path2D;
  borders: Path2D;
  labels: Label[];
}

/** A country's name, and the room on its largest piece. */
export interface Label extends Point {
  name: string;
  width: number;
}

const FILES = { coarse, fine };
const loading = new Map<string, Promise<World>>();

/** `coarse` comes first; `fine` has the small islands and bays that one sees after zooming. */
export function loadWorld(detail: keyof typeof FILES): Promise<World> {
  const known = loading.get(detail);
  if (known) {
    return known;
  }
  const started = fetch(FILES[detail]).then(async (answer) => worldOf((await answer.json()) as Countries));
  started.catch(() => loading.delete(detail));
  loading.set(detail, started);
  return started;
}

function worldOf(topology: Countries): World {
  const { countries } = topology.objects;
  const pieces = feature(topology, countries).features.flatMap(({ geometry, properties }) => ({
    name: properties.name,
    polygons: polygonsOf(geometry as Polygon | MultiPolygon | null),
  }));
  const shown = pieces.filter((piece) => piece.name !== "Antarctica");
  const land = new Path2D();
  shown.forEach(({ polygons }) => polygons.flat().forEach((ring) => trace(land, ring, true)));
  const borders = new Path2D();
  const lines: MultiLineString = mesh(topology, countries, (one, other) => one !== other);
  lines.coordinates.forEach((line) => trace(borders, line, false));
  return { land, borders, labels: shown.flatMap(labelOf) };
}

function polygonsOf(geometry: Polygon | MultiPolygon | null): Position[][][] {
  if (!geometry) {
    return [];
  }
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Points of a line that never jumps across the map: what crosses the date line goes on beyond the world's edge. */
function pointsOf(line: Position[]): Point[] {
  let [before, turns] = [line[0]?.[0] ?? 0, 0];
  return line.map(([longitude = 0, latitude = 0]) => {
    turns -= Math.round((longitude - before) / 360);
    before = longitude;
    const { x, y } = project(longitude, latitude);
    return { x: x + turns, y };
  });
}

function trace(path: Path2D, line: Position[], close: boolean): void {
  pointsOf(line).forEach(({ x, y }, index) => {
    if (index === 0) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  });
  if (close) {
    path.closePath();
  }
}

/** In the middle of the widest polygon. */
function labelOf({ name, polygons }: { name: string; polygons: Position[][][] }): Label[] {
  const rooms = polygons.map(([outline]) => {
    const points = pointsOf(outline ?? []);
    const [west, east] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
    return { ...centroid(points), width: east - west, name };
  });
  return rooms.toSorted((a, b) => b.width - a.width).slice(0, 1);
}

/** Of a polygon's area; see https://en.wikipedia.org/wiki/Centroid#Of_a_polygon. */
function centroid(points: Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] as Point;
    const cross = point.x * next.y - next.x * point.y;
    area += cross;
    x += (point.x + next.x) * cross;
    y += (point.y + next.y) * cross;
  });
  return area === 0 ? (points[0] ?? { x: 0, y: 0 }) : { x: x / (3 * area), y: y / (3 * area) };
}
