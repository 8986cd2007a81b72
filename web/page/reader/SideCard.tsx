/* What is known of the thing clicked; without one, what there is in the text. */

import { useRef, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { familyOf } from "../vocabulary";
import type { Layer } from "../text/segments";
import { LAYERS, LAYER_NAMES, type Thing } from "./thing";

interface Props {
  things: readonly Thing[];
  selected: Thing | undefined;
  /** Others over the same words. */
  beside: readonly Thing[];
  shown: ReadonlySet<Layer>;
}

export function SideCard({ things, selected, beside, shown }: Props) {
  return (
    <aside class={selected ? "side open" : "side"} aria-label={selected ? LAYERS[selected.layer].one : "In this article"}>
      {selected ? <Selected thing={selected} things={things} beside={beside} /> : <Contents things={things.filter(({ layer }) => shown.has(layer))} />}
    </aside>
  );
}

function Selected({ thing, things, beside }: { thing: Thing; things: readonly Thing[]; beside: readonly Thing[] }) {
  const peers = things.filter(({ layer }) => layer === thing.layer);
  const at = peers.indexOf(thing);
  const peer = (by: number) => peers[(at + by + peers.length) % peers.length]?.id;
  return (
    <div class={`side-card is-${thing.layer} ${thing.type ? familyOf(thing.type) : ""}`} role="status">
      <p class="side-top">
        <span class={thing.type ? `type ${familyOf(thing.type)}` : "kicker"}>{thing.kicker}</span>
        {thing.status && <span class={`stamp ${thing.status.toLowerCase()}`}>{thing.status}</span>}
        <a class="close" href="#" aria-label="Close" title="Close">
          <Icon name="close" />
        </a>
      </p>
      <h2>{thing.title}</h2>
      <dl>
        {thing.facts.map(({ label, values }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {values.map(({ text, href }, index) => (
                <span key={index}>
                  {index > 0 && ", "}
                  {href ? <a href={href}>{text}</a> : text}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {thing.href && (
        <p>
          <a class="go" href={thing.href}>
            {{ event: "All reports of it, side by side", quote: "All about the speaker", actor: "All about this actor", place: "All that happened here" }[thing.layer]}
            <Icon name="arrow" />
          </a>
        </p>
      )}
      {beside.length > 0 && (
        <p class="beside">
          Over the same words:{" "}
          {beside.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ", "}
              <a href={`#${other.id}`}>{`${LAYERS[other.layer].one.toLowerCase()} ${other.type ? other.kicker : other.title}`}</a>
            </span>
          ))}
        </p>
      )}
      <p class="side-foot">
        {peers.length > 1 && (
          <>
            <a href={`#${peer(-1)}`}>Previous</a>
            <span class="aside">
              {LAYERS[thing.layer].one} {at + 1} of {peers.length}
            </span>
            <a href={`#${peer(1)}`}>Next</a>
          </>
        )}
      </p>
      <CopyLink />
    </div>
  );
}

function CopyLink() {
  const [copied, setCopied] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  const copy = () => {
    navigator.clipboard.writeText(window.location.href).then(
      () => {
        setCopied(true);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setCopied(false), 2000);
      },
      () => window.prompt("The link to these words:", window.location.href),
    );
  };
  return (
    <button type="button" class="small" onClick={copy}>
      {copied ? "Link copied" : "Copy the link to these words"}
    </button>
  );
}

function Contents({ things }: { things: readonly Thing[] }) {
  return (
    <div class="contents">
      <h2>In this article</h2>
      {LAYER_NAMES.map((layer) => {
        const own = things.filter((thing) => thing.layer === layer);
        return own.length === 0 ? null : (
          <section key={layer} class={`is-${layer}`}>
            <h3>
              {LAYERS[layer].many} <small>{own.length}</small>
            </h3>
            <ul>
              {own.map((thing) => (
                <li key={thing.id}>
                  <a href={`#${thing.id}`} class={thing.type ? `${familyOf(thing.type)}` : ""}>
                    {layer === "event" ? <b>{thing.kicker}</b> : thing.title}
                    {layer === "event" && <span>{thing.title}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {things.length === 0 && <p class="aside">Nothing was found in this text.</p>}
    </div>
  );
}
