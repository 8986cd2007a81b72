/* Try it: a pasted article is read at once.  Nothing of it is stored, here or on the server. */

import { useRef, useState } from "preact/hooks";
import { Failure, isAbort, post } from "../api/ask";
import { counted, isoToday } from "../format";
import { go } from "../site/route";
import { useTitle } from "../site/title";
import { Broken, Waiting } from "../ui/states";
import { type Analysis, readingOf } from "./analysis";
import { EXAMPLE } from "./example";
import { Lit } from "./Lit";
import type { Reading } from "./thing";

/** The server's most, in characters. */
const LONGEST = 100_000;

export function TryIt({ hash, query }: { hash: string; query: string }) {
  const [text, setText] = useState("");
  const [day, setDay] = useState(isoToday);
  const [reading, setReading] = useState<Reading>();
  const [failure, setFailure] = useState<Failure>();
  const running = useRef<AbortController | undefined>(undefined);
  const [waiting, setWaiting] = useState(false);
  useTitle("Try it");

  const read = async (sent: string, publishedAt: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setWaiting(true);
    try {
      const body = JSON.stringify({ text: sent, ...(publishedAt && { publishedAt }) });
      setReading(readingOf(sent, await post<Analysis>("/v1/analyze", body, controller.signal)));
      go("#", { replace: true });
    } catch (error) {
      if (isAbort(error)) {
        return;
      }
      setFailure(error instanceof Failure ? error : new Failure("The answer could not be read.", "Try again."));
    }
    setWaiting(false);
  };
  const useExample = () => {
    setText(EXAMPLE.text);
    setDay(EXAMPLE.day);
    void read(EXAMPLE.text, EXAMPLE.day);
  };
  return (
    <main id="main" class={reading ? "sheet reader try has-reading" : "sheet reader try"} tabIndex={-1} aria-busy={waiting}>
      <header class="article-head">
        <h1>Try it on an article</h1>
        <p class="byline">Paste English news text. It is read on this server and forgotten; nothing is stored.</p>
      </header>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) {
            void read(text, day);
          }
        }}
      >
        <label>
          <span>Text</span>
          <textarea rows={reading ? 5 : 12} required maxLength={LONGEST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="paste-foot">
          <label>
            <span>Published on</span>
            <input type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
          </label>
          <button type="submit" class="primary" disabled={waiting || !text.trim()}>
            {waiting ? "Reading …" : "Read it"}
          </button>
          <button type="button" onClick={useExample}>
            Use an example
          </button>
          <span class="aside">{text.length > LONGEST * 0.8 ? `${counted(LONGEST - text.length, "character")} left` : "“Tuesday” is counted from that day."}</span>
        </div>
      </form>
      {failure && <Broken failure={failure} retry={() => void read(text, day)} />}
      {waiting && !reading && <Waiting what="the model, which takes a few seconds the first time" lines={6} />}
      {reading && <Lit reading={reading} hash={hash} query={query} />}
    </main>
  );
}
