// The card "Three things to try": out of the way on a narrow screen, and away for good once put away.

const AWAY = "guide-put-away";
const NARROW = "(max-width: 59.99rem)";

export function watchGuide() {
  const card = document.getElementById("guide");
  if (card) {
    if (matchMedia(NARROW).matches || sessionStorage.getItem(AWAY)) card.open = false;
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
