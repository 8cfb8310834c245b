// Starts the editor of the writing page with the blog's own front matter; front-matter.js and
// sveltia-cms.js stand beside it.
"use strict";

window.CMS_MANUAL_INIT = true;

// The editor looks for a newer version of itself, for GitHub's health and for fonts elsewhere. The
// page's policy refuses all of that, and would fill the console with what it has refused.
const ASKED = ["https://api.github.com", location.origin];
const FOREIGN_FONT = /@font-face\s*\{[^}]*\burl\(\s*["']?https:[^}]*\}/g;
const ask = window.fetch;

window.fetch = (target, options) => {
  const address = new URL(target instanceof Request ? target.url : target, location.href);
  const known = ["data:", "blob:"].includes(address.protocol) || ASKED.includes(address.origin);
  return known ? ask(target, options) : Promise.reject(new TypeError(`${address.origin} is not asked.`));
};

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    const own = node.textContent.replace(FOREIGN_FONT, "");
    if (node.nodeName === "STYLE" && own !== node.textContent) node.textContent = own;
  }
}).observe(document.head, { childList: true });

async function start() {
  const config = await (await fetch("config.json")).json();
  for (const { format, fields } of config.collections) {
    const keys = fields.filter((field) => field.name !== BODY);
    CMS.registerCustomFormat(format, "md", {
      fromFile: (text) => readText(keys, text),
      toFile: (entry) => writeText(keys, entry),
    });
  }
  CMS.init({ config });
}

addEventListener("DOMContentLoaded", start);
