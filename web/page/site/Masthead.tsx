/* The name, the ways around, search, and light or dark. */

import { Icon } from "../ui/Icon";
import { Menu } from "../ui/Menu";
import { ModelSwitch } from "./ModelSwitch";
import { type Address, LISTS, routeOf } from "./route";
import { SearchField } from "./SearchField";
import type { Theme } from "./theme";

interface Props {
  address: Address;
  theme: Theme;
  toggleTheme: () => void;
  /** Whether what a model said is hidden. */
  hidden: boolean;
  toggleModel: () => void;
}

export function Masthead({ address, theme, toggleTheme, hidden, toggleModel }: Props) {
  const { view } = routeOf(address.path);
  const current = (name: string) => (view === name ? "page" : undefined);
  return (
    <header class="masthead">
      <a class="wordmark" href="/" aria-label="Dateline: all events">
        Date<span>line</span>
      </a>
      <SearchField address={address} />
      <nav aria-label="Pages">
        <a href="/" aria-current={current("explore")}>
          Events
        </a>
        <Menu label="Browse" active={view === "browse"}>
          {(close) => (
            <ul class="choices">
              {Object.entries(LISTS).map(([path, name]) => (
                <li key={path}>
                  <a href={path} onClick={close} aria-current={address.path === path ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
              <li>
                <a href="/corrections" onClick={close}>
                  Latest corrections
                </a>
              </li>
              <li>
                <a href="/graphql">GraphQL: the explorer</a>
              </li>
              <li>
                <a href="/v1">REST: the guide</a>
              </li>
            </ul>
          )}
        </Menu>
        <a href="/try" aria-current={current("try")}>
          Try it
        </a>
        <a href="/graphql">GraphQL</a>
        <a href="/v1">REST</a>
      </nav>
      <ModelSwitch hidden={hidden} toggle={toggleModel} />
      <button type="button" class="theme" onClick={toggleTheme} aria-label={theme === "dark" ? "Use light colours" : "Use dark colours"}>
        <Icon name={theme === "dark" ? "sun" : "moon"} />
      </button>
    </header>
  );
}

