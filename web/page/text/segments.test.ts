import { expect, test } from "vitest";
import { type Highlight, type Layer, paragraphsOf } from "./segments";

const TEXT = "GOMA — Six died, she said.\n\n🙂 They left.\n";

function over(words: string, layer: Layer, id = words): Highlight {
  const start = TEXT.indexOf(words);
  return { layer, id, start, end: start + words.length };
}

test("the pieces of a text are the text, whatever lies over it", () => {
  const highlights = [over("Six died, she said", "event"), over("Six died", "quote"), over("died, she", "actor"), over("🙂", "place")];
  const paragraphs = paragraphsOf(TEXT, highlights);
  expect(paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(""))).toEqual(["GOMA — Six died, she said.", "🙂 They left."]);
});

test("a piece knows all that lies over it, the shortest first", () => {
  const [first] = paragraphsOf(TEXT, [over("Six died, she said", "event"), over("Six died", "quote"), over("died, she", "actor")]);
  const pieces = first?.segments.map(({ text, highlights }) => [text, highlights.map(({ layer }) => layer)]);
  expect(pieces).toEqual([
    ["GOMA — ", []],
    ["Six ", ["quote", "event"]],
    ["died", ["quote", "actor", "event"]],
    [", she", ["actor", "event"]],
    [" said", ["event"]],
    [".", []],
  ]);
});

test("a highlight begins once, also where others cut it", () => {
  const [first] = paragraphsOf(TEXT, [over("Six died, she said", "event"), over("died", "actor")]);
  expect(first?.segments.flatMap(({ beginning }) => beginning.map(({ id }) => id))).toEqual(["Six died, she said", "died"]);
});

test("a highlight over two paragraphs is in both", () => {
  const paragraphs = paragraphsOf(TEXT, [over("said.\n\n🙂 They", "quote")]);
  expect(paragraphs.map(({ segments }) => segments.filter(({ highlights }) => highlights.length).map(({ text }) => text))).toEqual([["said."], ["🙂 They"]]);
});

test("offsets that make no sense are left out", () => {
  const wrong: Highlight[] = [
    { layer: "event", id: "a", start: 5, end: 5 },
    { layer: "event", id: "b", start: -1, end: 3 },
    { layer: "event", id: "c", start: 3, end: 999 },
  ];
  expect(paragraphsOf(TEXT, wrong).flatMap(({ segments }) => segments.flatMap(({ highlights }) => highlights))).toEqual([]);
});
