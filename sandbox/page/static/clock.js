// The sandbox's clock: it runs on between jumps, always in London's time.

const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", weekday: "short", day: "numeric", month: "numeric", year: "numeric",
  hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const MONTHS = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

let drawnAt = Date.now();

function words(instant) {
  const part = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.day} ${MONTHS[part.month - 1]} ${part.year}, ${part.hour}:${part.minute}`;
}

function tick() {
  const face = document.getElementById("clock-face");
  if (!face || !("running" in face.dataset)) return;
  face.textContent = words(new Date(Number(face.dataset.now) + Date.now() - drawnAt));
}

export function showClock() {
  drawnAt = Date.now();
  tick();
}

export function watchClock() {
  setInterval(tick, 5000);
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-clock]");
    if (!form) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    body.set("to", form.dataset.clock);
    const button = form.querySelector("button");
    button.setAttribute("aria-busy", "true");
    await fetch("/clock", { method: "POST", headers: { Accept: "application/json" }, body });
    button.removeAttribute("aria-busy");
  });
  document.addEventListener("submit", async (event) => {
    if (!event.target.closest("[data-put-away]")) return;
    event.preventDefault();
    await fetch("/put-away", { method: "POST", headers: { Accept: "application/json" } });
    document.getElementById("meanwhile").replaceChildren();
  });
}
