// Shows the page as it is after each build that went well. The livereload command's server
// adds this file to the pages it shows; it is not part of the built site.
"use strict";

let shown = document.currentScript.dataset.build;
let events;

const stylesOf = (page) => [...page.querySelectorAll("style")].map((it) => it.textContent).join();
const ownScripts = "script[src]:not([src^='/_wellspring/'])";

// Puts the new page's text in the place of the old, so that nothing jumps or flickers. The page's
// policy names its styles: a page of other styles, or with a script of its own, is loaded anew.
async function update(build) {
  const answer = await fetch(location.href, { cache: "no-store" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || stylesOf(next) !== stylesOf(document) || next.querySelector(ownScripts)) {
    location.reload();
    return;
  }
  shown = build;
  document.title = next.title;
  next.querySelectorAll("script").forEach((script) => script.remove());
  document.body.replaceChildren(...document.adoptNode(next.body).childNodes, host);
  readNotes();
}

function listen() {
  events = new EventSource("/_wellspring/events");
  events.onmessage = (message) => {
    if (message.data === shown) readNotes();
    else update(message.data);
  };
}

// A browser holds few connections to one server, so a page out of sight lets go of its own.
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) listen();
});
addEventListener("pagehide", () => events?.close());
if (!document.hidden) listen();

// What is to be said of this page's text, in a corner: why the last save could not be built, and
// what the checker finds. Its styles are its own, and the page's cannot reach it. It is as easy to
// close as to open.
const STYLES = `
  details { position: fixed; inset: auto 0 0 auto; z-index: 9; max-width: min(36rem, 100vw);
    max-height: 60vh; overflow: auto; background: #1d1d1f; color: #fff; border-radius: .5rem 0 0 0;
    border: solid #6e6e73; border-width: 1px 0 0 1px;
    font: 1rem/1.5 system-ui, sans-serif; }
  details.stopped { border-top: .25rem solid #ffb3ab; }
  summary { padding: .75rem 1rem; cursor: pointer; }
  ol { margin: 0; padding: 0 1rem 1rem 2.5rem; }
  li { margin-top: .5rem; overflow-wrap: anywhere; }
  small { display: block; color: #c7c7cc; }
  .error { color: #ffb3ab; } .warning { color: #ffd479; } .suggestion { color: #a8d1ff; }
`;
const GRAVEST = ["error", "warning", "suggestion"];
const host = document.createElement("div");
const shadow = host.attachShadow({ mode: "open" });

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function summaryOf(all, here) {
  const stopped = all.some((note) => note.stopped);
  if (stopped) return `The last save could not be built: ${all.length} to mend`;
  const errors = here.filter((note) => note.severity === "error").length;
  const grave = errors ? ` (${errors} ${errors === 1 ? "error" : "errors"})` : "";
  return `Checker: ${here.length} here${grave}, ${all.length - here.length} elsewhere`;
}

function showNotes(all) {
  const slug = decodeURIComponent(location.pathname).split("/").pop().replace(/\.html$/, "");
  const here = all.filter((note) => note.stopped || note.slug === slug);
  here.sort((one, other) => GRAVEST.indexOf(one.severity) - GRAVEST.indexOf(other.severity));
  const stopped = all.some((note) => note.stopped);
  const wasOpen = shadow.querySelector("details")?.open;
  shadow.replaceChildren();
  if (!all.length) return;
  const details = document.createElement("details");
  details.className = stopped ? "stopped" : "";
  details.open = stopped || wasOpen;
  details.append(element("summary", summaryOf(all, here), here[0]?.severity));
  const list = document.createElement("ol");
  for (const { severity, message, place, rule } of here) {
    const item = element("li", "");
    item.append(element("span", `${severity}: `, severity), message);
    item.append(element("small", rule ? `${place} · ${rule}` : place));
    list.append(item);
  }
  details.append(list);
  shadow.append(details);
}

function readNotes() {
  fetch("/_wellspring/findings").then((answer) => answer.json()).then(showNotes);
}

addEventListener("DOMContentLoaded", () => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  shadow.adoptedStyleSheets = [styles];
  document.body.append(host);
  readNotes();
});
