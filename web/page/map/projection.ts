/*
 * Web Mercator: the world as a square from (0, 0) in the north-west to (1, 1) in the south-east, as web maps have it.
 * A box on the screen is a box of latitudes and longitudes, which is what the API's `within` takes.
 */

import type { Box, View } from "../state/address";
import type { Size } from "../ui/size";

export interface Point {
  x: number;
  y: number;
}

/** Side of the whole world at zoom 0, in CSS pixels. */
const TILE = 256;
const NORTHMOST = 85.05;
export const ZOOMS = { least: 0, most: 10 };

export function project(longitude: number, latitude: number): Point {
  const clamped = Math.max(-NORTHMOST, Math.min(NORTHMOST, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return { x: (longitude + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function unproject({ x, y }: Point): { longitude: number; latitude: number } {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { longitude: wrapped(x * 360 - 180), latitude };
}

/** Between -180 and 180. */
function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

export function scaleOf(zoom: number): number {
  return TILE * 2 ** zoom;
}

/** Pixels from the upper left of the screen; of the copies of the world, the one nearest to the middle. */
export function toScreen({ x, y }: Point, view: View, size: Size): Point {
  const centre = project(view.longitude, view.latitude);
  const scale = scaleOf(view.zoom);
  let east = x - centre.x;
  east -= Math.round(east);
  return { x: size.width / 2 + east * scale, y: size.height / 2 + (y - centre.y) * scale };
}

export function toWorld(pixel: Point, view: View, size: Size): Point {
  const centre = project(view.longitude, view.latitude);
  const scale = scaleOf(view.zoom);
  return { x: centre.x + (pixel.x - size.width / 2) / scale, y: centre.y + (pixel.y - size.height / 2) / scale };
}

/** The view with another middle and zoom, held where the map fills the screen. */
export function lookAt(centre: Point, zoom: number, size: Size): View {
  const held = Math.max(leastZoom(size), Math.min(ZOOMS.most, zoom));
  const half = size.height / 2 / scaleOf(held);
  const y = half >= 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, centre.y));
  return { ...unproject({ x: centre.x, y }), zoom: held };
}

/** Where one world is as high as the screen, or as wide where that shows more. */
function leastZoom(size: Size): number {
  const side = Math.max(size.height, Math.min(size.width, size.height * 1.6), 1);
  return Math.max(ZOOMS.least, Math.log2(side / TILE) - 0.35);
}

/** Zooms by so many levels; what is under the pixel stays under it. */
export function zoomAt(view: View, size: Size, pixel: Point, levels: number): View {
  const fixed = toWorld(pixel, view, size);
  const zoom = lookAt(fixed, view.zoom + levels, size).zoom;
  const scale = scaleOf(zoom);
  const centre = { x: fixed.x - (pixel.x - size.width / 2) / scale, y: fixed.y - (pixel.y - size.height / 2) / scale };
  return lookAt(centre, zoom, size);
}

export function panBy(view: View, size: Size, right: number, down: number): View {
  const pixel = { x: size.width / 2 + right, y: size.height / 2 + down };
  return lookAt(toWorld(pixel, view, size), view.zoom, size);
}

/** The nearest view that shows all points with some room around; the whole world where there are none. */
export function fit(points: readonly Point[], size: Size, most = 6): View {
  if (points.length === 0) {
    return lookAt({ x: 0.53, y: 0.42 }, 0, size);
  }
  const [west, east] = edges(points.map((point) => point.x));
  const [north, south] = edges(points.map((point) => point.y));
  const room = { width: Math.max(size.width - 96, 40), height: Math.max(size.height - 96, 40) };
  const scale = Math.min(room.width / (east - west || 1e-9), room.height / (south - north || 1e-9));
  const zoom = Math.min(Math.log2(scale / TILE), most);
  return lookAt({ x: (west + east) / 2, y: (north + south) / 2 }, zoom, size);
}

function edges(values: number[]): [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

/** What the screen shows, or a part of it between two pixels. */
export function boxBetween(from: Point, to: Point, view: View, size: Size): Box {
  const upperLeft = toWorld({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) }, view, size);
  const lowerRight = toWorld({ x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) }, view, size);
  const [northWest, southEast] = [unproject(upperLeft), unproject(lowerRight)];
  const whole = lowerRight.x - upperLeft.x >= 1;
  return {
    south: southEast.latitude,
    west: whole ? -180 : northWest.longitude,
    north: northWest.latitude,
    east: whole ? 180 : southEast.longitude,
  };
}

/** Where a box lies on the screen. */
export function boxOnScreen(box: Box, view: View, size: Size): { left: number; top: number } & Size {
  const northWest = toScreen(project(box.west, box.north), view, size);
  const width = ((((box.east - box.west) % 360) + 360) % 360 || 360) / 360;
  const south = toScreen(project(box.west, box.south), view, size);
  return {
    left: northWest.x,
    top: northWest.y,
    width: width * scaleOf(view.zoom),
    height: south.y - northWest.y,
  };
}
