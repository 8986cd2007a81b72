/* What every change needs: a key, a reason, and a word on what went wrong. */

import { useState } from "preact/hooks";
import { Broken } from "../ui/states";
import { type Change, readKey, writeKey } from "./changing";

interface Props {
  change: Change;
  /** What the button does. */
  action: string;
  onSubmit: (reason: string) => void;
}

export function Reason({ change, action, onSubmit }: Props) {
  const [key, setKey] = useState(readKey);
  const [reason, setReason] = useState("");
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault();
        writeKey(key.trim());
        onSubmit(reason.trim());
      }}
    >
      <label class="field">
        <span>Why</span>
        <textarea required maxLength={2000} rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>Key that may correct</span>
        <input type="password" required autocomplete="off" value={key} onInput={(event) => setKey(event.currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={change.busy}>
        {action}
      </button>
      {change.failure && <Broken failure={change.failure} />}
    </form>
  );
}
