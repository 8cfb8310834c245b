/* The search page's only script. Nothing is loaded before the reader has typed; all strings come
   from the page (theme/templates/search.html). Pagefind: https://pagefind.app/docs/api/ */
const place = document.getElementById("search");
const words = place.dataset;
const root = new URL("../", import.meta.url);
const SHOWN = 20;
const LOADED = 60;
const PARTS = 2;
const PAUSE = 200;

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const field = make("input", { type: "search", autocomplete: "off", enterKeyHint: "search" });
const facets = make("div", { className: "search-facets" });
const status = make("p", { className: "meta" });
status.setAttribute("role", "status");
const results = make("ol", { className: "search-results cards" });
place.append(make("label", {}, words.field, field), facets, status, results);

let loading;
const load = () => {
  loading ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 30 });
    await pagefind.init();
    return pagefind;
  });
  return loading;
};

/* Facets come from what was found. Pagefind has filters of its own, but writes them in another
   order each time, and the same blog must give the same files. */
const FACETS = ["topic", "reviewed"];
const choices = {};
for (const name of FACETS) {
  const choice = make("select", { name });
  choice.addEventListener("change", () => show());
  choices[name] = choice;
}

const offerFacets = (found) => {
  facets.replaceChildren();
  for (const name of FACETS) {
    const values = [...new Set(found.map(({ meta }) => meta[name]).filter(Boolean))].sort();
    const choice = choices[name];
    const before = choice.value;
    const options = values.map((value) => make("option", { value }, value));
    choice.replaceChildren(make("option", { value: "" }, words.all), ...options);
    choice.value = values.includes(before) ? before : "";
    if (values.length > 1 || before) facets.append(make("label", {}, words[name], choice));
  }
};

const isChosen = ({ meta }) =>
  FACETS.every((name) => !choices[name].value || meta[name] === choices[name].value);

/* An excerpt is text with <mark> around what was found; it is put in as text. */
const decode = (text) => {
  const [before, after] = [/^\s/, /\s$/].map((blank) => (blank.test(text) ? " " : ""));
  return before + new DOMParser().parseFromString(text, "text/html").body.textContent.trim() + after;
};
const excerpt = (html) =>
  html.split(/<mark>(.*?)<\/mark>/s).map((part, index) =>
    index % 2 ? make("mark", {}, decode(part)) : decode(part));

const parts = (url, found) =>
  found.filter((part) => part.url !== url).slice(0, PARTS).map((part) =>
    make("p", { className: "meta" }, make("a", { href: part.url }, part.title)));

const entry = ({ url, meta, excerpt: found, sub_results: within }) =>
  make("li", {},
    make("h2", {}, make("a", { href: url }, meta.title)),
    make("p", { className: "meta" }, [meta.topic, meta.date].filter(Boolean).join(" · ")),
    make("p", {}, ...excerpt(found)),
    ...parts(url, within));

const say = (number) => {
  status.textContent = number === 1 ? words.one : number ? words.many.replace("#", number) : words.none;
};

let found = [];
const show = () => {
  const chosen = found.filter(isChosen);
  results.replaceChildren(...chosen.slice(0, SHOWN).map(entry));
  say(chosen.length);
};

let asked = 0;
const search = async () => {
  const mine = ++asked;
  const query = field.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  if (!query) {
    results.replaceChildren();
    facets.replaceChildren();
    status.textContent = "";
    return;
  }
  try {
    const pagefind = await load();
    const answer = await pagefind.search(query);
    const loaded = await Promise.all(answer.results.slice(0, LOADED).map((result) => result.data()));
    if (mine !== asked) return;
    found = loaded;
    offerFacets(found);
    show();
  } catch {
    status.textContent = words.failed;
  }
};

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
});

/* Arrow keys go from the field to the results and between them; Enter in the field opens the first. */
place.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Enter" && document.activeElement === field) links[0]?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || document.activeElement.matches("select")) return;
  event.preventDefault();
  (at + step < 0 ? field : links[Math.min(at + step, links.length - 1)])?.focus();
});

field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();
