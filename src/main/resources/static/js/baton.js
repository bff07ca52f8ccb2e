"use strict";

// Replaces the parts of the page that change while something runs, and says when that stopped.
const PERIOD = 3000;
const shown = new Map();

function remember(root) {
  for (const part of root.querySelectorAll("[data-part]")) {
    shown.set(part.id, look(part));
  }
}

// A part with forms names what it depends on: its text differs each time, by the token of the session.
function look(part) {
  return part.dataset.key ?? part.outerHTML;
}

function inUse(part) {
  const selection = getSelection();
  const selected = !selection.isCollapsed && selection.containsNode(part, true);
  return selected || part.contains(document.activeElement);
}

async function refresh() {
  const live = document.querySelector("[data-live]");
  if (!live) {
    return;
  }
  if (document.hidden || await update(live)) {
    setTimeout(refresh, PERIOD);
  }
}

// Tells whether another round may succeed.
async function update(live) {
  const address = new URL(live.dataset.live, location.href);
  address.search = location.search;
  let text;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      stopped("Updates stopped: you are signed out. Load the page again to sign in.");
      return false;
    }
    if (!answer.ok) {
      stopped("Updates stopped: the server answered " + answer.status + ". Load the page again.");
      return answer.status >= 500;
    }
    text = await answer.text();
  } catch {
    stopped("Updates stopped: the server does not answer. Trying again.");
    return true;
  }
  const next = new DOMParser().parseFromString(text, "text/html").getElementById("live");
  if (next) {
    show(live, next);
  }
  return Boolean(next);
}

function show(live, next) {
  const isLast = next.dataset.live === undefined;
  for (const part of next.querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    const seen = look(part);
    if (old && seen !== shown.get(part.id) && (isLast || !inUse(old))) {
      shown.set(part.id, seen);
      replace(old, part);
    }
  }
  for (const name of ["asOf", "asOfText", "say", "live"]) {
    if (next.dataset[name] === undefined) {
      delete live.dataset[name];
    } else {
      live.dataset[name] = next.dataset[name];
    }
  }
  const time = document.getElementById("as-of");
  time.dateTime = next.dataset.asOf;
  time.textContent = next.dataset.asOfText;
  say(next.dataset.say, false);
}

function replace(old, part) {
  const left = old.querySelector(".diagram-box")?.scrollLeft;
  const typed = [...old.querySelectorAll("input[id]")].filter((input) => input.value !== input.defaultValue);
  old.replaceWith(part);
  for (const input of typed) {
    const same = document.getElementById(input.id);
    if (same) {
      same.value = input.value;
    }
  }
  const box = part.querySelector(".diagram-box");
  if (box) {
    box.scrollLeft = left;
  }
  offerCopies(part);
}

function stopped(text) {
  say(text, true);
}

// The one line that is read aloud; it is seen only while the page is not kept up to date.
function say(text, isStopped) {
  const status = document.getElementById("live-status");
  status.classList.toggle("stopped", isStopped);
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function offerCopies(root) {
  if (!navigator.clipboard) {
    return;
  }
  for (const code of root.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy " + code.textContent);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    code.after(button);
  }
}

remember(document);
offerCopies(document);
setTimeout(refresh, PERIOD);
