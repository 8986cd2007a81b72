/* Light or dark: as the system has it, unless the reader chose. */

import { useEffect, useState } from "preact/hooks";

export type Theme = "light" | "dark";

const KEY = "dateline:theme";
const SYSTEM = window.matchMedia("(prefers-color-scheme: dark)");

export function useTheme(): [Theme, () => void] {
  const [chosen, setChosen] = useState(readChoice);
  const [system, setSystem] = useState<Theme>(SYSTEM.matches ? "dark" : "light");
  useEffect(() => {
    const update = () => setSystem(SYSTEM.matches ? "dark" : "light");
    SYSTEM.addEventListener("change", update);
    return () => SYSTEM.removeEventListener("change", update);
  }, []);
  const theme = chosen ?? system;
  document.documentElement.dataset["theme"] = theme;
  const toggle = () => {
    const next = theme === "dark" ? "light" : "dark";
    setChosen(next);
    writeChoice(next);
  };
  return [theme, toggle];
}

function readChoice(): Theme | undefined {
  try {
    const stored = window.localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Where storing is forbidden, the choice holds for this visit. */
function writeChoice(theme: Theme): void {
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // Nothing is lost that the reader could not choose again.
  }
}
