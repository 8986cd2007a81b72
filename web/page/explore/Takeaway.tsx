/* The same events elsewhere: as a file, as a question in the GraphQL explorer. */

import { EventsDocument, type EventsQueryVariables } from "../api/documents";
import type { Filter } from "../state/address";
import { type Download, DOWNLOADS, downloadAddress, explorerAddress, feedAddress } from "../state/filter";
import { Icon } from "../ui/Icon";
import { Menu } from "../ui/Menu";

export function Takeaway({ filter, variables }: { filter: Filter; variables: EventsQueryVariables }) {
  return (
    <div class="takeaway">
      <Menu label={<><Icon name="save" /> Download</>}>
        {() => (
          <ul class="choices">
            {(Object.keys(DOWNLOADS) as Download[]).map((format) => (
              <li key={format}>
                <a href={downloadAddress(filter, format)} download>
                  {DOWNLOADS[format]}
                </a>
              </li>
            ))}
            <li>
              <a href={feedAddress(filter, "atom")}>Feed (Atom), for readers of feeds</a>
            </li>
            <li>
              <a href={feedAddress(filter, "feed.json")}>Feed (JSON), for programs</a>
            </li>
          </ul>
        )}
      </Menu>
      <a class="plain-button" href={explorerAddress(EventsDocument.toString(), variables)} target="_blank" rel="noreferrer">
        As GraphQL
      </a>
    </div>
  );
}
