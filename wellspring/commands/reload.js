// Loads the page anew after each build that went well. The livereload command's server
// adds this file to the pages it shows; it is not part of the built site.
"use strict";

const shown = document.currentScript.dataset.build;
let events;

function listen() {
  events = new EventSource("/_wellspring/events");
  events.onmessage = (message) => {
    if (message.data !== shown) location.reload();
  };
}

// A browser holds few connections to one server, so a page out of sight lets go of its own.
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) listen();
});
addEventListener("pagehide", () => events?.close());
if (!document.hidden) listen();
