/* An address without an article: there never was one, or it was taken out. */

import { useEffect, useState } from "preact/hooks";
import { Missing } from "../site/Missing";
import { useTitle } from "../site/title";
import { Empty } from "../ui/states";

export function NoArticle({ id }: { id: string }) {
  const [removed, setRemoved] = useState<boolean>();
  useEffect(() => {
    const controller = new AbortController();
    fetch(`/v1/articles/${encodeURIComponent(id)}`, { signal: controller.signal }).then(
      ({ status }) => setRemoved(status === 410),
      () => setRemoved(false),
    );
    return () => controller.abort();
  }, [id]);
  if (removed === undefined) {
    return null;
  }
  return removed ? <Removed /> : <Missing what="article" />;
}

function Removed() {
  useTitle("Taken out");
  return (
    <main id="main" class="sheet" tabIndex={-1}>
      <Empty title="This article was taken out" heading="h1">
        <p>
          Its text is no longer kept here, nor is what only it said. Who took it out, when and why is among the <a href="/corrections">latest corrections</a>.{" "}
          <a href="/">All events</a>
        </p>
      </Empty>
    </main>
  );
}
