"use strict";

// Replaces the part of the page that changes while something runs.
const PERIOD = 3000;

async function refresh() {
  const live = document.querySelector("[data-live]");
  if (!live) {
    return;
  }
  const busy = document.hidden || live.contains(document.activeElement) || String(getSelection());
  if (!busy) {
    const address = new URL(live.dataset.live, location.href);
    address.search = location.search;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "error" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = page.getElementById("live");
        if (next) {
          const box = live.querySelector(".diagram-box");
          const left = box ? box.scrollLeft : 0;
          live.replaceWith(next);
          const nextBox = next.querySelector(".diagram-box");
          if (nextBox) {
            nextBox.scrollLeft = left;
          }
          offerCopies(next);
        }
      }
    } catch {
      // The server is away for a moment: the next round tries again.
    }
  }
  setTimeout(refresh, PERIOD);
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

offerCopies(document);
setTimeout(refresh, PERIOD);
