// Buttons, menus and pickers in messages, forms and the bot's Home: from what was done to one act.

import { act } from "./acts.js";
import { confirmed } from "./asking.js";

const TICKED = new Set([
  "checkboxes", "multi_static_select", "multi_users_select",
  "multi_channels_select", "multi_conversations_select",
]);

export function choiceOf(element) {
  const kind = element.dataset.element;
  if (kind === "radio_buttons") return element.querySelector("input:checked")?.value ?? null;
  if (TICKED.has(kind)) return [...element.querySelectorAll("input:checked")].map((box) => box.value);
  return element.value === "" ? null : element.value;
}

export function valuesIn(surface) {
  const values = {};
  for (const element of surface.querySelectorAll("[data-element]")) {
    if (element.dataset.element === "button" || element.dataset.element === "overflow") continue;
    (values[element.dataset.block] ??= {})[element.dataset.action] = choiceOf(element);
  }
  return values;
}

function placeOf(surface) {
  const { view, channel, ts } = surface.dataset;
  return view ? { view, values: valuesIn(surface) } : { channel, ts };
}

async function press(element, choice) {
  if (element.getAttribute("aria-busy") === "true") return;
  const surface = element.closest("[data-surface]");
  if (element.dataset.confirm && !(await confirmed(JSON.parse(element.dataset.confirm)))) return;
  element.setAttribute("aria-busy", "true");
  const { block, action } = element.dataset;
  await act("press", { ...placeOf(surface), block, action, choice });
  element.removeAttribute("aria-busy");
}

// A menu moved with the arrow keys must not act at every step: it acts on Enter, or when the focus leaves.
const waiting = new WeakSet();

function isStep({ key }) {
  return key.startsWith("Arrow") || (key.length === 1 && key !== " ");
}

function settle(element) {
  if (!waiting.delete(element)) return;
  press(element, choiceOf(element));
}

// A browser shows a date in its own fashion (03/04?); beside it stands what was meant, in words.
const IN_WORDS = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});

export function sayDates(within = document) {
  for (const box of within.querySelectorAll('input[type="date"]')) {
    const words = box.nextElementSibling;
    if (words) words.textContent = box.valueAsDate ? IN_WORDS.format(box.valueAsDate).replace(",", "") : "";
  }
}

export function watchElements() {
  sayDates();
  document.addEventListener("input", (event) => {
    if (event.target.type === "date") sayDates(event.target.parentElement);
  });
  document.addEventListener("click", (event) => {
    const item = event.target.closest(".overflow .item");
    if (item) {
      const menu = item.closest("details");
      menu.open = false;
      menu.querySelector("summary").focus();
      press(menu, item.dataset.value);
      return;
    }
    const button = event.target.closest('[data-element="button"]');
    if (button) press(button, null);
    for (const menu of document.querySelectorAll("details.overflow[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const element = event.target.closest?.("select[data-acts], input.field[data-acts]");
    if (element) {
      if (isStep(event)) element.dataset.keyed = "true";
      else delete element.dataset.keyed;
      if (event.key === "Enter") {
        event.preventDefault();
        settle(element);
      }
    }
    const menu = event.key === "Escape" && event.target.closest?.("details[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("keyup", (event) => {
    // A list that was open swallows the press of Enter; its release still comes.
    const element = event.key === "Enter" && event.target.closest?.("[data-element][data-acts]");
    if (element) settle(element);
  });
  document.addEventListener("pointerdown", (event) => {
    const element = event.target.closest?.("select[data-acts], input.field[data-acts]");
    if (element) delete element.dataset.keyed;
  });
  document.addEventListener("change", (event) => {
    const element = event.target.closest("[data-element][data-acts]");
    if (!element) return;
    waiting.add(element);
    if (!element.dataset.keyed) settle(element);
  });
  document.addEventListener("focusout", (event) => {
    const element = event.target.closest?.("[data-element][data-acts]");
    if (element) settle(element);
  });
}
