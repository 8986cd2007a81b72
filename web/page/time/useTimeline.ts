/* The numbers under the timeline: months, or days where it shows few months. */

import { useMemo } from "preact/hooks";
import { type EventDimension, type EventWhere, StatsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import type { Days } from "../state/address";
import { binsOf, lengthOf } from "./bins";

/** What one question may give; as many buckets as this mean that some are missing. */
export const MOST_BUCKETS = 1000;
/** Days that are shown one by one. */
const FEW_DAYS = 190;

export function useTimeline(where: EventWhere, span: Days | undefined) {
  const months = useBuckets(where, "MONTH", true);
  const all = useMemo(() => binsOf(months.data ?? []), [months.data]);
  const whole = { from: all.bins[0]?.from, to: all.bins.at(-1)?.to };
  const shown = span ?? whole;
  const daily = lengthOf(shown) <= FEW_DAYS;
  const between = { ...where, when: { gte: shown.from ?? null, lte: shown.to ?? null } };
  const days = useBuckets(between, "DAY", daily && months.data !== undefined);
  return useMemo(() => {
    const source = daily ? days.data : months.data;
    const { bins, unit } = source ? binsOf(source, daily ? shown : span) : all;
    return { bins, unit, undated: all.undated, failure: months.failure, retry: months.retry, ready: source !== undefined };
  }, [all, days.data, months.failure, daily, span?.from, span?.to]);
}

/** By type as well, where that fits into one answer. */
function useBuckets(where: EventWhere, unit: EventDimension, wanted: boolean) {
  const byType = useAsk(StatsDocument, wanted ? { where, by: [unit, "TYPE"], first: MOST_BUCKETS } : undefined);
  const overfull = wanted && (byType.data?.eventStats.length ?? 0) >= MOST_BUCKETS;
  const plain = useAsk(StatsDocument, overfull ? { where, by: [unit], first: MOST_BUCKETS } : undefined);
  const answer = overfull ? plain : byType;
  return { ...answer, data: wanted ? answer.data?.eventStats : undefined };
}
