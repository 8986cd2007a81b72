/* The whole page: the masthead, and the view that the address asks for. */

import { useState } from "preact/hooks";
import { forgetPages } from "../api/pages";
import { forgetAnswers } from "../api/use";
import { Explore } from "../explore/Explore";
import { Browse } from "../browse/Browse";
import { Corrections } from "../change/Corrections";
import { ActorPage } from "../things/ActorPage";
import { EventPage } from "../things/EventPage";
import { LocationPage } from "../things/LocationPage";
import { Reader } from "../reader/Reader";
import { TryIt } from "../reader/TryIt";
import { hideModel, isModelHidden } from "../state/model";
import { Missing } from "./Missing";
import { Masthead } from "./Masthead";
import { type Address, type Route, routeOf, useAddress } from "./route";
import { Search } from "./Search";
import { type Theme, useTheme } from "./theme";

export function Page() {
  const address = useAddress();
  const [theme, toggleTheme] = useTheme();
  const [hidden, setHidden] = useState(isModelHidden);
  const toggleModel = () => {
    hideModel(!hidden);
    forgetAnswers();
    forgetPages();
    setHidden(!hidden);
  };
  const route = routeOf(address.path);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Masthead address={address} theme={theme} toggleTheme={toggleTheme} hidden={hidden} toggleModel={toggleModel} />
      <View key={hidden ? "rules" : "all"} route={route} address={address} theme={theme} />
      <footer class="colophon">
        <p>
          Read by machine from news articles; every fact leads to the words that say it. Map: <a href="https://www.naturalearthdata.com/" rel="noreferrer">Natural Earth</a>, public domain.
          Places: <a href="https://www.geonames.org/" rel="noreferrer">GeoNames</a>.
        </p>
      </footer>
    </>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("main")?.focus();
}

function View({ route, address, theme }: { route: Route; address: Address; theme: Theme }) {
  switch (route.view) {
    case "explore":
      return <Explore query={address.query} theme={theme} />;
    case "event":
      return <EventPage key={route.id} id={route.id} />;
    case "article":
      return <Reader key={route.id} id={route.id} hash={address.hash} query={address.query} />;
    case "actor":
      return <ActorPage key={route.id} id={route.id} />;
    case "location":
      return <LocationPage key={route.id} id={route.id} theme={theme} />;
    case "search":
      return <Search query={address.query} />;
    case "browse":
      return <Browse key={route.list} path={route.list} query={address.query} />;
    case "corrections":
      return <Corrections />;
    case "try":
      return <TryIt hash={address.hash} query={address.query} />;
    default:
      return <Missing what="page" />;
  }
}
