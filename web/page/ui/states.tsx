/* What a view shows while it waits, where it found nothing, and where something went wrong. */

import type { ComponentChildren } from "preact";
import type { Failure } from "../api/ask";

export function Waiting({ what, lines = 3 }: { what: string; lines?: number }) {
  return (
    <div class="waiting" role="status">
      <span class="unseen">Loading {what} …</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}

interface EmptyProps {
  title: string;
  /** The level of its heading; 1 where it is all that the page has. */
  heading?: "h1" | "h2";
  children?: ComponentChildren;
}

export function Empty({ title, heading: Heading = "h2", children }: EmptyProps) {
  return (
    <div class="empty">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}

export function Broken({ failure, retry }: { failure: Failure; retry?: (() => void) | undefined }) {
  return (
    <div class="broken" role="alert">
      <p>
        <strong>{failure.message}</strong> {failure.hint}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
