import { render } from "preact";
import { Page } from "./site/Page";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/site.css";
import "./styles/explore.css";
import "./styles/map.css";
import "./styles/things.css";
import "./styles/browse.css";
import "./styles/change.css";
import "./styles/reader.css";
import "./styles/print.css";

const root = document.getElementById("page");
if (root) {
  root.textContent = "";
  render(<Page />, root);
}
