import { expect, test } from "vitest";
import { toUtf16 } from "./offsets";

const TEXT = "a🙂b𝒜c";

test("code points outside the basic plane are two code units", () => {
  const ranges = [
    { start: 0, end: 1 },
    { start: 1, end: 2 },
    { start: 3, end: 4 },
    { start: 0, end: 5 },
  ];
  const cut = toUtf16(TEXT, ranges).map(({ start, end }) => TEXT.slice(start, end));
  expect(cut).toEqual(["a", "🙂", "𝒜", TEXT]);
});

test("every range of code points cuts what Python would cut", () => {
  const points = [...TEXT];
  for (let start = 0; start <= points.length; start += 1) {
    for (let end = start; end <= points.length; end += 1) {
      const [range] = toUtf16(TEXT, [{ start, end }]);
      expect(TEXT.slice(range?.start, range?.end)).toBe(points.slice(start, end).join(""));
    }
  }
});

test("a lone surrogate counts as one, and what is beyond the end is the end", () => {
  const lone = `x${"🙂"[0]}y`;
  expect(toUtf16(lone, [{ start: 2, end: 9 }])).toEqual([{ start: 2, end: 3 }]);
});
