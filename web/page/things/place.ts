/* Places in words. */

import { countryName } from "../vocabulary";

interface Named {
  name: string;
  countryCode: string | null;
}

/** «Sake, Congo - Kinshasa»; a country, or a place without one, stands alone. */
export function placeName({ name, countryCode }: Named): string {
  const country = countryCode ? countryName(countryCode) : undefined;
  return country && country !== name ? `${name}, ${country}` : name;
}
