/* Addresses that articles bring along: only those that a browser opens as a page become links. */

/** The address, where it is an absolute one of http or https; undefined for `javascript:` and all the others. */
export function safeLink(address: string | null | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(address ?? "");
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
}

/** What a reader recognises it by. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}
