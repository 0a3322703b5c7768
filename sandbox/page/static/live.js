// What happens while one watches: the server sends the pieces of the page that changed.

import { announce } from "./acts.js";
import { showClock } from "./clock.js";
import { replaceForm } from "./forms.js";
import { foldCards } from "./guide.js";
import { isAtEnd, scrollerOf, tellOfMore, toTheNewest } from "./scrolling.js";

const MOST_ATTEMPTS = 5;

let heard = 0;

function drawn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

// Replacing a piece must not take the focus away from somebody who is working in it.
function replaced(old, next) {
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const folds = [...old.querySelectorAll("details[id]")].map(({ id, open }) => ({ id, open }));
  // A reader announces what changes inside a region it knows, not a region that takes another's place.
  if (old.matches("[aria-live], [role='status']")) old.replaceChildren(...next.childNodes);
  else old.replaceWith(next);
  for (const { id, open } of folds) {
    const details = document.getElementById(id);
    if (details) details.open = open;
  }
  if (!folds.length) foldCards(old.isConnected ? old : next);
  if (!held) return;
  const again = held.id ? document.getElementById(held.id) : null;
  (again ?? (next.matches("[tabindex]") ? next : null))?.focus({ preventScroll: true });
}

function put(patch) {
  const next = drawn(patch.html);
  const old = document.getElementById(patch.id);
  if (old) {
    if (old.querySelector(".editing")) return;
    replaced(old, next);
    return;
  }
  const log = document.getElementById(patch.log);
  if (!log || Number(patch.ts) < Number(log.dataset.from ?? 0)) return;
  const scroller = scrollerOf(log);
  const stay = isAtEnd(scroller);
  const after = [...log.children].find((item) => item.classList.contains("message") && Number(item.dataset.ts) > Number(patch.ts));
  if (patch.day && !log.querySelector(`[data-day="${CSS.escape(patch.day)}"]`)) {
    log.insertBefore(drawn(patch.day_html), after ?? null);
  }
  next.classList.add("new");
  log.insertBefore(next, after ?? null);
  document.getElementById("empty")?.setAttribute("hidden", "");
  const mine = next.dataset.author === document.body.dataset.viewer;
  if (stay || mine) toTheNewest(scroller);
  else if (!after) tellOfMore(scroller);
}

const DO = {
  put,
  remove: (patch) => {
    const gone = document.getElementById(patch.id);
    const held = gone?.contains(document.activeElement);
    const box = gone?.closest("main, aside")?.querySelector(".composer textarea");
    gone?.remove();
    if (held) box?.focus();
  },
  notice: (patch) => announce(patch.text),
  region: (patch) => {
    if (patch.id === "form-place") {
      replaceForm(patch.html);
      return;
    }
    const old = document.getElementById(patch.id);
    if (old) replaced(old, drawn(patch.html));
    if (patch.id === "clock") showClock();
  },
  days: ({ headings }) => {
    for (const mark of document.querySelectorAll("[data-day]")) {
      mark.querySelector("span").textContent = headings[mark.dataset.day] ?? mark.textContent;
    }
  },
  "catch-up": catchUp,
};

// After a gap in the line the page is fetched and its pieces put in place; should more happen meanwhile, once again.
async function catchUp() {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = heard;
    const fresh = await fetched();
    if (!fresh) return;
    if (before !== heard) continue;
    putInPlace(fresh);
    document.body.classList.add("caught-up");
    return;
  }
}

async function fetched() {
  try {
    const answer = await fetch(location.href);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // the line is down again; it is caught up when it comes back
  }
}

function putInPlace(fresh) {
  for (const id of ["sidebar", "clock", "presence", "meanwhile", "log", "thread-log", "home"]) {
    const old = document.getElementById(id);
    const next = fresh.getElementById(id);
    if (!old || !next) continue;
    const stay = scrollerOf(old) && isAtEnd(scrollerOf(old));
    replaced(old, document.adoptNode(next));
    if (stay) toTheNewest(scrollerOf(next));
  }
  document.getElementById("empty")?.toggleAttribute("hidden", !!document.querySelector("#log > *"));
  if (fresh.getElementById("form") || document.getElementById("form")) {
    replaceForm(fresh.getElementById("form-place").outerHTML);
  }
  showClock();
}

export function watchChanges() {
  const { viewer, channel, thread, tab, changes } = document.body.dataset;
  const asked = new URLSearchParams({ channel, since: changes });
  if (thread) asked.set("thread", thread);
  if (tab) asked.set("tab", tab);
  const line = new EventSource(`/as/${viewer}/live?${asked}`);
  let lost = false;
  line.addEventListener("open", () => {
    document.body.classList.remove("lost");
    document.body.classList.add("watching");
    if (lost) catchUp();
    lost = false;
  });
  line.addEventListener("error", () => {
    lost = true;
    document.body.classList.add("lost");
  });
  line.addEventListener("message", (event) => {
    const patches = JSON.parse(event.data);
    if (patches.some((patch) => patch.do !== "catch-up")) heard += 1;
    for (const patch of patches) DO[patch.do](patch);
  });
  addEventListener("pagehide", () => line.close());
  const log = document.getElementById("log"); // a thread is read from its beginning
  if (log) toTheNewest(scrollerOf(log));
}
