import { Empty } from "../ui/states";
import { useTitle } from "./title";

/** Nothing answers to this address. */
export function Missing({ what }: { what: string }) {
  useTitle(`No such ${what}`);
  return (
    <main id="main" class="sheet" tabIndex={-1}>
      <Empty title={`There is no such ${what}`} heading="h1">
        <p>
          The address may be cut short, or it is of another database. <a href="/">All events</a>
        </p>
      </Empty>
    </main>
  );
}
