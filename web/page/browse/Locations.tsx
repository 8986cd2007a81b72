import { BrowseLocationsDocument, type LocationKind, type LocationOrder, type LocationWhere } from "../api/documents";
import { usePages } from "../api/pages";
import { formatNumber } from "../format";
import { placeName } from "../things/place";
import { LOCATION_KINDS } from "../vocabulary";
import type { ListProps } from "./Browse";
import { Choice, NameField, PAGE, Table } from "./controls";

const ORDERS: Record<string, LocationOrder> = {
  "": { field: "EVENT_COUNT", direction: "DESC" },
  name: { field: "NAME", direction: "ASC" },
};

/** Places, by name, kind and country. */
export function Locations({ given, change }: ListProps) {
  const [name, kind, countryCode, sort] = ["name", "kind", "countryCode", "sort"].map((one) => given.get(one) ?? "") as [string, string, string, string];
  const where: LocationWhere = {
    ...(name && { name: { contains: name } }),
    ...(kind in LOCATION_KINDS && { kind: { eq: kind as LocationKind } }),
    ...(countryCode && { countryCode: { eq: countryCode.toUpperCase() } }),
  };
  const orderBy = ORDERS[sort] ?? (ORDERS[""] as LocationOrder);
  const pages = usePages(BrowseLocationsDocument, { where, orderBy, first: PAGE }, (data) => data.locations);
  return (
    <>
      <div class="controls">
        <NameField label="Name" value={name} onChange={(value) => change({ name: value })} />
        <Choice label="Kind" value={kind} choices={[["", "All kinds"], ...Object.entries(LOCATION_KINDS)]} onChange={(value) => change({ kind: value })} />
        <Choice label="Order" value={sort} choices={[["", "Most events first"], ["name", "By name"]]} onChange={(value) => change({ sort: value })} />
      </div>
      <Table
        pages={pages}
        noun={["place", "places"]}
        heads={["Name", "What it is", "Events right there"]}
        row={(place) => (
          <>
            <td>
              <a href={`/location/${place.id}`}>{placeName(place)}</a>
            </td>
            <td>{LOCATION_KINDS[place.kind]}</td>
            <td class="figure">{formatNumber(place.eventCount)}</td>
          </>
        )}
      />
    </>
  );
}
