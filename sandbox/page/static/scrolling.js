// Where a conversation stands: at its newest message, or further up, and then a button tells of what is new.

const NEAR_THE_END = 80;
const UNDER_THE_DAY = 34; // the day's line stays at the top while one scrolls

export const scrollerOf = (log) => log.closest(".scroll");

export function isAtEnd(scroller) {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END;
}

// To the newest message: to its beginning when it is longer than what can be seen at once.
export function toTheNewest(scroller) {
  scroller.scrollTop = scroller.scrollHeight;
  const newest = scroller.querySelector(".log > .message:last-child");
  if (!newest) return;
  const hidden = scroller.getBoundingClientRect().top + UNDER_THE_DAY - newest.getBoundingClientRect().top;
  if (hidden > 0) scroller.scrollTop -= hidden;
}

// Nobody is carried away from what they read; they are told that there is more below.
export function tellOfMore(scroller) {
  if (scroller.parentElement.querySelector(".more-below")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button primary small more-below";
  button.textContent = "New message below ↓";
  const away = () => {
    button.remove();
    scroller.removeEventListener("scroll", seen);
  };
  const seen = () => isAtEnd(scroller) && away();
  button.addEventListener("click", () => {
    away();
    toTheNewest(scroller);
    scroller.focus({ preventScroll: true });
  });
  scroller.addEventListener("scroll", seen);
  scroller.after(button);
}
