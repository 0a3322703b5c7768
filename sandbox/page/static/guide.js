// The card "Three things to try": out of the way on a narrow screen, and away for good once put away.

const AWAY = "guide-put-away";
const NARROW = "(max-width: 59.99rem)";

// A narrow screen shows the cards as closed lines above the conversation.
export function foldCards(within = document) {
  if (!matchMedia(NARROW).matches) return;
  for (const card of within.querySelectorAll("details.card")) card.open = false;
}

export function watchGuide() {
  foldCards();
  const card = document.getElementById("guide");
  if (card) {
    if (sessionStorage.getItem(AWAY)) card.open = false;
    card.addEventListener("toggle", () => {
      if (card.open) sessionStorage.removeItem(AWAY);
    });
    card.querySelector('[data-tool="dismiss"]')?.addEventListener("click", () => {
      sessionStorage.setItem(AWAY, "yes");
      card.open = false;
      card.querySelector("summary").focus();
    });
  }
  const switcher = document.getElementById("sidebar")?.parentElement;
  switcher?.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("#switcher[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    const open = document.querySelector("#switcher[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });
}
