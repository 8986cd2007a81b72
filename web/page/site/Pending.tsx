import type { Failure } from "../api/ask";
import { Broken, Waiting } from "../ui/states";

/** A view whose thing is not there yet, or cannot be had. */
export function Pending({ what, failure, retry }: { what: string; failure: Failure | undefined; retry: () => void }) {
  return (
    <main id="main" class="sheet" tabIndex={-1}>
      {failure ? (
        <>
          <h1>This cannot be shown: {what}</h1>
          <Broken failure={failure} retry={retry} />
        </>
      ) : (
        <Waiting what={what} lines={12} />
      )}
    </main>
  );
}
