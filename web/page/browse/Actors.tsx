import { type ActorKind, type ActorOrder, type ActorWhere, BrowseActorsDocument } from "../api/documents";
import { usePages } from "../api/pages";
import { formatNumber } from "../format";
import { ACTOR_KINDS, countryName, SECTORS } from "../vocabulary";
import type { ListProps } from "./Browse";
import { Choice, NameField, PAGE, Table } from "./controls";

const ORDERS: Record<string, ActorOrder> = {
  "": { field: "EVENT_COUNT", direction: "DESC" },
  quotes: { field: "QUOTE_COUNT", direction: "DESC" },
  name: { field: "NAME", direction: "ASC" },
};

/** People, bodies, countries and groups, by name, kind and country. */
export function Actors({ given, change }: ListProps) {
  const [name, kind, countryCode, sort] = ["name", "kind", "countryCode", "sort"].map((one) => given.get(one) ?? "") as [string, string, string, string];
  const where: ActorWhere = {
    ...(name && { name: { contains: name } }),
    ...(kind in ACTOR_KINDS && { kind: { eq: kind as ActorKind } }),
    ...(countryCode && { countryCode: { eq: countryCode.toUpperCase() } }),
  };
  const orderBy = ORDERS[sort] ?? (ORDERS[""] as ActorOrder);
  const pages = usePages(BrowseActorsDocument, { where, orderBy, first: PAGE }, (data) => data.actors);
  return (
    <>
      <div class="controls">
        <NameField label="Name" value={name} onChange={(value) => change({ name: value })} />
        <Choice label="Kind" value={kind} choices={[["", "All kinds"], ...Object.entries(ACTOR_KINDS)]} onChange={(value) => change({ kind: value })} />
        <Choice
          label="Order"
          value={sort}
          choices={[["", "Most events first"], ["quotes", "Most quotes first"], ["name", "By name"]]}
          onChange={(value) => change({ sort: value })}
        />
      </div>
      <Table
        pages={pages}
        noun={["actor", "actors"]}
        heads={["Name", "What it is", "Events", "Quotes", "Articles"]}
        row={(actor) => (
          <>
            <td>
              <a href={`/actor/${actor.id}`}>{actor.name}</a>
            </td>
            <td>{[ACTOR_KINDS[actor.kind], SECTORS[actor.sector], actor.countryCode && countryName(actor.countryCode)].filter(Boolean).join(", ")}</td>
            <td class="figure">{formatNumber(actor.eventCount)}</td>
            <td class="figure">{formatNumber(actor.quoteCount)}</td>
            <td class="figure">{formatNumber(actor.articleCount)}</td>
          </>
        )}
      />
    </>
  );
}
