/* Paints the land onto a canvas; colours come from the style sheet, so that both themes are one code. */

import type { View } from "../state/address";
import type { Size } from "../ui/size";
import { project, scaleOf, toScreen } from "./projection";
import type { World } from "./world";

export interface Inks {
  land: string;
  border: string;
  coast: string;
  label: string;
}

export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { land: ink("land"), border: ink("border"), coast: ink("coast"), label: ink("map-label") };
}

export function drawWorld(canvas: HTMLCanvasElement, world: World, view: View, size: Size, inks: Inks): void {
  const context = canvas.getContext("2d");
  if (!context || size.width === 0) {
    return;
  }
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(size.width * density);
  canvas.height = Math.round(size.height * density);
  drawLand(context, world, view, size, inks, density);
  context.setTransform(density, 0, 0, density, 0, 0);
  drawLabels(context, world, view, size, inks);
}

function drawLand(
  context: CanvasRenderingContext2D,
  world: World,
  view: View,
  size: Size,
  inks: Inks,
  density: number,
): void {
  const centre = project(view.longitude, view.latitude);
  const scale = scaleOf(view.zoom);
  // What crosses the date line reaches into the next copy.
  for (const copy of [-2, -1, 0, 1, 2]) {
    const left = size.width / 2 + (copy - centre.x) * scale;
    if (left - scale / 2 > size.width || left + 1.5 * scale < 0) {
      continue;
    }
    const top = size.height / 2 - centre.y * scale;
    context.setTransform(scale * density, 0, 0, scale * density, left * density, top * density);
    context.fillStyle = inks.land;
    context.fill(world.land, "evenodd");
    context.lineWidth = 0.8 / scale;
    context.strokeStyle = inks.coast;
    context.stroke(world.land);
    context.strokeStyle = inks.border;
    context.stroke(world.borders);
  }
}

function drawLabels(context: CanvasRenderingContext2D, world: World, view: View, size: Size, inks: Inks): void {
  const scale = scaleOf(view.zoom);
  context.font = '500 10.5px "Public Sans Variable", sans-serif';
  context.letterSpacing = "0.08em";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = inks.label;
  for (const label of world.labels) {
    const name = label.name.toUpperCase();
    const room = label.width * scale;
    if (room < name.length * 7 + 6 || room > size.width * 4) {
      continue;
    }
    const { x, y } = toScreen(label, view, size);
    context.fillText(name, x, y);
  }
}
