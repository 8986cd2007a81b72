import { describe, expect, it } from "vitest";
import { withoutModel, withoutModelIn } from "./model";

const EVENT = {
  id: "evt_1",
  basis: "STATED",
  model: "small 1a2b3c4d",
  when: { text: "Monday", earliest: "2024-05-13", latest: "2024-05-13", precision: "DAY", basis: "MODEL" },
  location: { id: "loc_1", name: "Goma" },
  locationBasis: "MODEL",
  killed: { text: "six", low: 6, best: 6, high: 6, basis: "STATED" },
  injured: { text: "nine", low: 9, best: 9, high: 9, basis: "MODEL" },
  participants: [
    { nameAsWritten: "Gunmen", basis: "STATED" },
    { nameAsWritten: "a market", basis: "MODEL" },
  ],
};

describe("without what a model said", () => {
  it("an event keeps what the rules tell", () => {
    expect(withoutModel({ event: EVENT }).event).toEqual({
      id: "evt_1",
      basis: "STATED",
      model: null,
      when: { text: null, earliest: null, latest: null, precision: "UNKNOWN", basis: null },
      location: null,
      locationBasis: null,
      killed: EVENT.killed,
      injured: null,
      participants: [{ nameAsWritten: "Gunmen", basis: "STATED" }],
    });
  });

  it("events that only a model tells are in no list, and a quote has no speaker of its", () => {
    const quote = { text: "No.", speaker: { name: "Ana Ruiz" }, speakerAsWritten: "Ruiz", speakerBasis: "MODEL" };
    const found = withoutModel({ events: { nodes: [EVENT, { ...EVENT, basis: "MODEL" }] }, quotes: { nodes: [quote] } });
    expect(found.events.nodes).toHaveLength(1);
    expect(found.quotes.nodes).toEqual([{ text: "No.", speaker: null, speakerAsWritten: null, speakerBasis: null }]);
  });

  it("what the rules tell alone is as it was", () => {
    const plain = { events: { totalCount: 2, nodes: [{ ...EVENT, model: null, when: null, location: null, locationBasis: null, injured: null, participants: [] }] } };
    expect(withoutModel(plain)).toEqual(plain);
  });

  it("lists of events are asked for what the rules tell, on the map and the timeline without a model's place or day", () => {
    const document = "query Stats($where: EventWhere) {}";
    const narrowed = (by: string[]) => withoutModelIn(document, { where: { type: { oneOf: [] } } as unknown as { AND: unknown[] }, by }).where;
    expect(narrowed(["TYPE"])).toEqual({ type: { oneOf: [] }, AND: [{ basis: { eq: "STATED" } }] });
    expect(narrowed(["LOCATION", "TYPE"]).AND[1]).toEqual({ NOT: { locationBasis: { eq: "MODEL" } } });
    expect(narrowed(["MONTH"]).AND[1]).toEqual({ NOT: { whenBasis: { eq: "MODEL" } } });
    expect(withoutModelIn("query OneActor($id: ID!) {}", { id: "act_1" })).toEqual({ id: "act_1" });
  });
});
