import { expect, test } from "vitest";
import { hostOf, safeLink } from "./address";

test("only addresses of pages become links", () => {
  expect(safeLink("https://www.example.org/a?b=1")).toBe("https://www.example.org/a?b=1");
  for (const other of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//example.org", "/local", "", null, undefined, "java\nscript:alert(1)"]) {
    expect(safeLink(other)).toBeUndefined();
  }
});

test("a link is called by its host", () => {
  expect(hostOf("https://www.example.org/a")).toBe("example.org");
});
