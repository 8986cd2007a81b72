/* The numbers under the timeline: months, or days where it shows few months. */

import { useMemo } from "preact/hooks";
import { type EventDimension, StatsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import type { Days } from "../state/address";
import type { Asked } from "../state/filter";
import { binsOf, knownToMonth, lengthOf, wholeMonths } from "./bins";

/** What one question may give; as many buckets as this mean that some are missing. */
export const MOST_BUCKETS = 1000;
/** Days that are shown one by one. */
const FEW_DAYS = 190;

export function useTimeline(asked: Asked, span: Days | undefined) {
  const months = useBuckets(asked, "MONTH", true);
  const all = useMemo(() => binsOf(months.data ?? [], "MONTH"), [months.data]);
  const whole = { from: all.bins[0]?.from, to: all.bins.at(-1)?.to };
  const shown = span ?? whole;
  const daily = lengthOf(shown) <= FEW_DAYS;
  const around = wholeMonths(shown);
  const between = { ...asked.where, when: { gte: around.from ?? null, lte: around.to ?? null } };
  const days = useBuckets({ ...asked, where: between }, "DAY", daily && months.data !== undefined);
  return useMemo(() => {
    const source = daily ? days.data : months.data;
    const { bins, unit } = source ? binsOf(source, daily ? "DAY" : "MONTH", daily ? shown : span) : all;
    const monthly = daily && source ? knownToMonth(months.data ?? [], source, shown) : [];
    return { bins, unit, monthly, undated: all.undated, failure: months.failure, retry: months.retry, ready: source !== undefined };
  }, [all, days.data, months.failure, daily, span?.from, span?.to]);
}

/** By type as well, where that fits into one answer. */
function useBuckets(asked: Asked, unit: EventDimension, wanted: boolean) {
  const byType = useAsk(StatsDocument, wanted ? { ...asked, by: [unit, "TYPE"], first: MOST_BUCKETS } : undefined);
  const overfull = wanted && (byType.data?.eventStats.length ?? 0) >= MOST_BUCKETS;
  const plain = useAsk(StatsDocument, overfull ? { ...asked, by: [unit], first: MOST_BUCKETS } : undefined);
  const answer = overfull ? plain : byType;
  return { ...answer, data: wanted ? answer.data?.eventStats : undefined };
}
