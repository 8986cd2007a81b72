/* The documentation at /v1: finds what one types, opens what a link leads to, and sends requests from their forms. */

const MOST_SHOWN = 20000;
const find = document.querySelector("#find");
const sections = [...document.querySelectorAll("details[data-words]")];

find.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const one of sections) {
    const text = one.dataset.words;
    one.hidden = !words.every((word) => text.includes(word));
  }
  document.querySelector("#found").textContent = words.length ? `${sections.filter((one) => !one.hidden).length} found` : "";
});

/** What a link leads to may be inside something closed. */
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  for (let one = target; one; one = one.parentElement) {
    if (one.tagName === "DETAILS") {
      one.open = true;
      one.hidden = false;
    }
  }
  target?.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();

document.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target);
});

/** Sends what the form's fields come to; a parameter without a value is left out. */
async function send(form) {
  const fields = [...form.elements].filter(({ name, value }) => name && value !== "");
  const body = fields.find(({ name }) => name === "body");
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const { name, value, dataset } of fields) {
    if (dataset.in === "path") {
      path = path.replace(`{${name}}`, encodeURIComponent(value));
    } else if (name !== "body") {
      query.append(name, value);
    }
  }
  const address = query.size > 0 ? `${path}?${query.toString().replaceAll("%2C", ",")}` : path;
  const tried = form.querySelector(".tried");
  const [line, answer] = [tried.querySelector("p"), tried.querySelector("pre")];
  tried.hidden = false;
  line.textContent = `${form.dataset.method} ${address} …`;
  answer.textContent = "";
  try {
    const options = body ? { method: form.dataset.method, body: body.value, headers: { "Content-Type": "text/plain" } } : { method: form.dataset.method };
    const response = await fetch(address, options);
    const text = await response.text();
    line.textContent = `${form.dataset.method} ${address}: ${response.status} ${response.statusText}, ${response.headers.get("Content-Type") ?? "no type"}`;
    answer.textContent = shortened(laidOut(text, response.headers.get("Content-Type") ?? ""));
  } catch {
    line.textContent = `${form.dataset.method} ${address}: the server cannot be reached.`;
  }
}

function laidOut(text, type) {
  try {
    return type.includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
  } catch {
    return text;
  }
}

function shortened(text) {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\n… ${(text.length - MOST_SHOWN).toLocaleString("en")} characters more` : text;
}
