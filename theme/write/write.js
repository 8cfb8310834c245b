// Starts the editor of the writing page with the blog's own front matter; front-matter.js and
// sveltia-cms.js stand beside it.
"use strict";

window.CMS_MANUAL_INIT = true;

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
