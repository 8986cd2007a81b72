import { useEffect } from "preact/hooks";

/** The title of the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Dateline` : "Dateline: what happened, where and when";
  }, [title]);
}
