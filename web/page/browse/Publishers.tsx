import { StatsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { formatNumber } from "../format";
import { filterParameters, NO_FILTER, readable } from "../state/address";
import { Broken, Empty, Waiting } from "../ui/states";
import type { ListProps } from "./Browse";
import { NameField } from "./controls";

const MOST = 1000;

/** Publishers with the events that they tell of, those of most first. */
export function Publishers({ given, change }: ListProps) {
  const name = given.get("name") ?? "";
  const where = name ? { publisher: { contains: name } } : {};
  const { data, failure, retry } = useAsk(StatsDocument, { where, by: ["PUBLISHER"], first: MOST });
  const wanted = name.toLowerCase();
  const rows = data?.eventStats.filter(({ keys }) => (keys[0]?.value ?? "").toLowerCase().includes(wanted)) ?? [];
  return (
    <>
      <div class="controls">
        <NameField label="Name" value={name} onChange={(value) => change({ name: value })} />
      </div>
      {failure && <Broken failure={failure} retry={retry} />}
      {!failure && !data && <Waiting what="publishers" lines={9} />}
      {data && rows.length === 0 && <Empty title="No publisher fits" />}
      {rows.length > 0 && (
        <div class="listing">
          <table>
            <thead>
              <tr>
                <th scope="col">Publisher</th>
                <th scope="col">Events</th>
                <th scope="col">
                  <span class="unseen">Articles</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ events, keys }) => {
                const publisher = keys[0]?.value;
                return (
                  <tr key={publisher}>
                    <td>{publisher ? <a href={`/?${readable(filterParameters({ ...NO_FILTER, publishers: [publisher] }))}`}>{publisher}</a> : "Not known"}</td>
                    <td class="figure">{formatNumber(events)}</td>
                    <td class="figure">{publisher && <a href={`/articles?${new URLSearchParams({ publisher })}`}>its articles</a>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.length >= MOST && <p class="aside">The {formatNumber(MOST)} with most events are shown; find others by name.</p>}
    </>
  );
}
