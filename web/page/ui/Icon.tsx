/* Small line drawings, all on a grid of 20; decoration only: the words are in the element around them. */

const PATHS: Record<string, string> = {
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  box: "M4 6V4h2M9 4h2M14 4h2v2M16 9v2M16 14v2h-2M11 16H9M6 16H4v-2M4 11V9",
  eye: "M2.500 10s2.800-5 7.500-5 7.500 5 7.500 5-2.800 5-7.500 5-7.500-5-7.500-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  unseen: "M3 3l14 14M8 5.200A8 8 0 0 1 10 5c4.700 0 7.500 5 7.500 5a13 13 0 0 1-2.300 2.900M12.500 14.600A8 8 0 0 1 10 15c-4.700 0-7.500-5-7.500-5a13 13 0 0 1 3.200-3.600",
  close: "M5 5l10 10M15 5L5 15",
  search: "M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4",
  down: "M5 8l5 5 5-5",
  sun: "M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100",
  moon: "M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z",
  save: "M10 3v9M6 8.500l4 4 4-4M4 16h12",
  arrow: "M4 10h12M11 5l5 5-5 5",
};

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
