import { expect, test } from "vitest";
import { clustersOf, type Spot } from "./clusters";
import { boxBetween, boxOnScreen, fit, project, toScreen, toWorld, unproject, zoomAt } from "./projection";

const SIZE = { width: 800, height: 500 };
const VIEW = { longitude: 29, latitude: -1.5, zoom: 4 };

function spot(id: string, longitude: number, latitude: number, events: number): Spot {
  const families = { force: events, protest: 0, law: 0, harm: 0, talks: 0, relief: 0 };
  return { id, name: id, countryCode: null, events, killed: 0, families, ...project(longitude, latitude) };
}

test("projecting there and back changes nothing", () => {
  for (const [longitude, latitude] of [[0, 0], [179.9, 80], [-120.5, -45.25]] as const) {
    const back = unproject(project(longitude, latitude));
    expect(back.longitude).toBeCloseTo(longitude, 9);
    expect(back.latitude).toBeCloseTo(latitude, 9);
  }
});

test("what is under the pointer stays there while zooming", () => {
  const pixel = { x: 200, y: 120 };
  const before = unproject(toWorld(pixel, VIEW, SIZE));
  const after = unproject(toWorld(pixel, zoomAt(VIEW, SIZE, pixel, 1.3), SIZE));
  expect(after.longitude).toBeCloseTo(before.longitude, 6);
  expect(after.latitude).toBeCloseTo(before.latitude, 6);
});

test("a drawn box comes back to where it was drawn, also over the date line", () => {
  for (const view of [VIEW, { longitude: 179, latitude: -18, zoom: 5 }]) {
    const box = boxBetween({ x: 100, y: 80 }, { x: 500, y: 300 }, view, SIZE);
    const frame = boxOnScreen(box, view, SIZE);
    expect([frame.left, frame.top, frame.width, frame.height].map(Math.round)).toEqual([100, 80, 400, 220]);
  }
});

test("a fitted view shows all points", () => {
  const points = [project(-91, 14), project(36, -1), project(-1, 54)];
  const view = fit(points, SIZE);
  for (const { x, y } of points.map((point) => toScreen(point, view, SIZE))) {
    expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
  }
});

test("places near each other are one cluster, named after the one with most, and part when zoomed", () => {
  const spots = [spot("small", 29.1, -1.6, 1), spot("large", 29, -1.5, 9), spot("far", 36, -1, 2)];
  const weigh = ({ events }: Spot) => events;
  const together = clustersOf(spots, 4, weigh);
  expect(together.map((cluster) => [cluster.spots.map(({ id }) => id), cluster.events])).toEqual([
    [["large", "small"], 10],
    [["far"], 2],
  ]);
  expect(clustersOf(spots, 10, weigh)).toHaveLength(3);
  expect(spots[1]?.families.force).toBe(9);
});
