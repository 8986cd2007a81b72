/* The filters, each with the numbers that it would leave; below them what is filtered by now, to take away again. */

import { useEffect, useState } from "preact/hooks";
import { type EventDimension, type EventStatus, type EventType, NamesDocument, StatsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { formatNumber, formatRange } from "../format";
import { type Circle, type Days, type Filter, NO_FILTER } from "../state/address";
import { askedOf, type Facet, isFiltering } from "../state/filter";
import { OTHERS } from "../state/parameters";
import { Icon } from "../ui/Icon";
import { Menu } from "../ui/Menu";
import { countryName, FAMILIES, FAMILY_NAMES, STATUSES, TYPES, typesOf } from "../vocabulary";
import { CheckList, type Choice } from "./CheckList";
import { Finder } from "./Finder";

interface Props {
  filter: Filter;
  narrow: (part: Partial<Filter>) => void;
}

export function Filters({ filter, narrow, problems }: Props & { problems: string[] }) {
  return (
    <section class="filters" aria-label="Filters">
      <div class="filter-row">
        <Words filter={filter} narrow={narrow} />
        <Menu label="Type" active={filter.types.length > 0}>
          {() => <TypeChoices filter={filter} narrow={narrow} />}
        </Menu>
        <Menu label="Status" active={filter.statuses.length > 0}>
          {() => <StatusChoices filter={filter} narrow={narrow} />}
        </Menu>
        <Menu label="Country" active={filter.countries.length > 0}>
          {() => <CountryChoices filter={filter} narrow={narrow} />}
        </Menu>
        <Menu label="Place" active={filter.locations.length > 0}>
          {(close) => (
            <Finder
              kind="LOCATION"
              label="Where it happened"
              add={(id) => {
                narrow({ locations: [...new Set([...filter.locations, id])] });
                close();
              }}
            />
          )}
        </Menu>
        <Menu label="Actor" active={filter.actors.length > 0}>
          {(close) => (
            <Finder
              kind="ACTOR"
              label="Who has a part in it"
              add={(id) => {
                narrow({ actors: [...new Set([...filter.actors, id])] });
                close();
              }}
            />
          )}
        </Menu>
        <Menu label="Publisher" active={filter.publishers.length > 0}>
          {() => <PublisherChoices filter={filter} narrow={narrow} />}
        </Menu>
        <Menu label="Date" active={Boolean(filter.days.from || filter.days.to)}>
          {() => <DateChoice days={filter.days} onDays={(days) => narrow({ days })} />}
        </Menu>
        <Menu label="Killed" active={Boolean(filter.killed)}>
          {(close) => <KilledChoice filter={filter} narrow={narrow} close={close} />}
        </Menu>
      </div>
      {isFiltering(filter) && <Chosen filter={filter} narrow={narrow} />}
      {problems.length > 0 && (
        <div class="problems" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What each choice of one facet would leave, with all the others as they are. */
function useFacet(filter: Filter, facet: Facet, by: EventDimension): Buckets {
  const { data } = useAsk(StatsDocument, { ...askedOf(filter, facet), by: [by], first: 300 });
  return data?.eventStats;
}

type Buckets = { events: number; keys: { value: string | null }[] }[] | undefined;

function numberOf(buckets: Buckets, value: string): number | undefined {
  return buckets && (buckets.find(({ keys }) => keys[0]?.value === value)?.events ?? 0);
}

function TypeChoices({ filter, narrow }: Props) {
  const buckets = useFacet(filter, "types", "TYPE");
  return (
    <>
      {FAMILY_NAMES.map((family) => (
        <CheckList
          key={family}
          title={FAMILIES[family]}
          mark={family}
          choices={typesOf(family).map((type) => ({ value: type, name: TYPES[type].name, count: numberOf(buckets, type) }))}
          chosen={filter.types}
          onChange={(types) => narrow({ types: types as EventType[] })}
        />
      ))}
    </>
  );
}

function StatusChoices({ filter, narrow }: Props) {
  const buckets = useFacet(filter, "statuses", "STATUS");
  const choices = (Object.keys(STATUSES) as EventStatus[]).map((status) => ({
    value: status,
    name: STATUSES[status].name,
    note: STATUSES[status].meaning,
    count: numberOf(buckets, status),
  }));
  return <CheckList title="Status" choices={choices} chosen={filter.statuses} onChange={(statuses) => narrow({ statuses: statuses as EventStatus[] })} />;
}

function CountryChoices({ filter, narrow }: Props) {
  const choices = choicesOf(useFacet(filter, "countries", "COUNTRY"), filter.countries, countryName);
  return <CheckList title="Country" choices={choices} chosen={filter.countries} onChange={(countries) => narrow({ countries })} />;
}

function PublisherChoices({ filter, narrow }: Props) {
  const choices = choicesOf(useFacet(filter, "publishers", "PUBLISHER"), filter.publishers, (name) => name);
  return <CheckList title="Publisher" choices={choices} chosen={filter.publishers} onChange={(publishers) => narrow({ publishers })} />;
}

/** What is chosen stays in the list also where nothing is left of it. */
function choicesOf(buckets: Buckets, chosen: string[], nameOf: (value: string) => string): Choice[] | undefined {
  if (!buckets) {
    return undefined;
  }
  const found = buckets.flatMap(({ events, keys }) => (keys[0]?.value ? [{ value: keys[0].value, count: events }] : []));
  const gone = chosen.filter((value) => !found.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  return [...found, ...gone].map((one) => ({ ...one, name: nameOf(one.value) }));
}

/** Words that must be in what is told; asked for on Enter, and when the field is left. */
function Words({ filter, narrow }: Props) {
  const [words, setWords] = useState(filter.search ?? "");
  useEffect(() => setWords(filter.search ?? ""), [filter.search]);
  const ask = () => {
    const search = words.trim() || undefined;
    if (search !== filter.search) {
      narrow({ search });
    }
  };
  return (
    <form
      class="words"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <input
        type="search"
        aria-label="Events with these words"
        placeholder="With the words …"
        maxLength={500}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onBlur={ask}
      />
    </form>
  );
}

function DateChoice({ days, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const field = (name: "from" | "to", label: string) => (
    <label>
      <span>{label}</span>
      <input type="date" value={days[name] ?? ""} onChange={(event) => onDays({ ...days, [name]: event.currentTarget.value || undefined })} />
    </label>
  );
  return (
    <div class="dates">
      {field("from", "From")}
      {field("to", "To")}
      <p class="aside">Events without a date are left out.</p>
    </div>
  );
}

function KilledChoice({ filter, narrow, close }: Props & { close: () => void }) {
  return (
    <form
      class="dates"
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <label>
        <span>Killed, at least</span>
        <input
          type="number"
          min={1}
          max={999999999}
          defaultValue={filter.killed ?? ""}
          onChange={(event) => narrow({ killed: Number(event.currentTarget.value) || undefined })}
        />
      </label>
    </form>
  );
}

function Chosen({ filter, narrow }: Props) {
  const ids = [...filter.actors, ...filter.locations];
  const { data } = useAsk(NamesDocument, ids.length ? { ids } : undefined);
  const nameOf = (id: string) => {
    const node = data?.nodes.find((one) => one?.id === id);
    return node && "name" in node ? (node.name ?? id) : "…";
  };
  const without = <T,>(values: T[], value: T) => values.filter((one) => one !== value);
  return (
    <ul class="chosen" aria-label="Filtered by">
      {filter.search && <Chip text={`“${filter.search}”`} drop={() => narrow({ search: undefined })} />}
      {filter.types.map((type) => (
        <Chip key={type} text={TYPES[type].name} drop={() => narrow({ types: without(filter.types, type) })} />
      ))}
      {filter.statuses.map((status) => (
        <Chip key={status} text={STATUSES[status].name} drop={() => narrow({ statuses: without(filter.statuses, status) })} />
      ))}
      {filter.countries.map((code) => (
        <Chip key={code} text={countryName(code)} drop={() => narrow({ countries: without(filter.countries, code) })} />
      ))}
      {filter.actors.map((id) => (
        <Chip key={id} text={nameOf(id)} drop={() => narrow({ actors: without(filter.actors, id) })} />
      ))}
      {filter.locations.map((id) => (
        <Chip key={id} text={`at ${nameOf(id)}`} drop={() => narrow({ locations: without(filter.locations, id) })} />
      ))}
      {filter.publishers.map((name) => (
        <Chip key={name} text={name} drop={() => narrow({ publishers: without(filter.publishers, name) })} />
      ))}
      {(filter.days.from || filter.days.to) && <Chip text={daysText(filter.days)} drop={() => narrow({ days: {} })} />}
      {filter.killed && <Chip text={`${formatNumber(filter.killed)} or more killed`} drop={() => narrow({ killed: undefined })} />}
      {filter.box && <Chip text="inside the box" drop={() => narrow({ box: undefined })} />}
      {filter.circle && <Chip text={circleText(filter.circle)} drop={() => narrow({ circle: undefined })} />}
      {filter.others.map((other) => (
        <Chip key={other.name} text={OTHERS[other.name]?.words(other.values) ?? other.name} drop={() => narrow({ others: without(filter.others, other) })} />
      ))}
      <li>
        <button type="button" class="small" onClick={() => narrow(NO_FILTER_AT_ALL)}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

const NO_FILTER_AT_ALL: Filter = { ...NO_FILTER, search: undefined, killed: undefined, box: undefined, circle: undefined };

function circleText({ latitude, longitude, radiusKm }: Circle): string {
  return `within ${formatNumber(radiusKm)} km of ${latitude}, ${longitude}`;
}

function daysText({ from, to }: Days): string {
  if (from && to) {
    return formatRange(from, to);
  }
  return from ? `since ${formatRange(from, from)}` : `until ${formatRange(to ?? "", to ?? "")}`;
}

function Chip({ text, drop }: { text: string; drop: () => void }) {
  return (
    <li>
      <button type="button" class="chip" onClick={drop} aria-label={`Remove: ${text}`}>
        {text}
        <Icon name="close" />
      </button>
    </li>
  );
}
