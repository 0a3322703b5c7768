// Modals: opened, changed and closed by the app; the focus goes in, stays in, and comes back.

import { act } from "./acts.js";
import { sayDates, valuesIn } from "./elements.js";

let cameFrom = null;

const dialog = () => document.getElementById("form");

// What is typed or chosen in a form, so that drawing it again does not lose it.
function typedIn(form) {
  const typed = new Map();
  if (!form) return typed;
  for (const field of form.querySelectorAll("input, select, textarea")) {
    typed.set(field.id, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value);
  }
  return typed;
}

function restore(form, typed) {
  for (const field of form.querySelectorAll("input, select, textarea")) {
    if (!typed.has(field.id)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = typed.get(field.id);
    else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === typed.get(field.id)))
      field.value = typed.get(field.id);
  }
}

export function replaceForm(html) {
  const before = dialog();
  const typed = typedIn(before);
  const focused = before?.contains(document.activeElement) ? document.activeElement.id : null;
  if (!before) cameFrom = document.activeElement;
  const place = document.getElementById("form-place");
  before?.close("replaced");
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const next = holder.content.firstElementChild;
  place.replaceWith(next);
  const form = dialog();
  if (!form) {
    const home = document.getElementById(cameFrom?.id) ?? cameFrom;
    (home?.isConnected && home !== document.body ? home : document.querySelector(".composer textarea"))?.focus();
    cameFrom = null;
    return;
  }
  const same = before?.dataset.view === form.dataset.view;
  if (same) restore(form, typed);
  sayDates(form);
  show(form, same ? focused : null);
}

export function show(form = dialog(), focused = null) {
  if (!form) return;
  if (!form.open) form.showModal();
  const wrong = form.querySelector('[aria-invalid="true"]');
  const first = form.querySelector(".form-body :is(input, select, textarea, button)");
  const target = wrong ?? document.getElementById(focused) ?? first ?? form.querySelector("button");
  (target?.matches('[role="group"], [role="radiogroup"]') ? target.querySelector("input") : target)?.focus();
}

function close() {
  const form = dialog();
  if (form) act("close", { view: form.dataset.view });
}

export function watchForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("#form");
    if (!form) return;
    event.preventDefault();
    const button = form.querySelector('button[type="submit"]');
    button?.setAttribute("aria-busy", "true");
    act("submit", { view: form.dataset.view, values: valuesIn(form) }).finally(() =>
      button?.removeAttribute("aria-busy"),
    );
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-tool="close-form"]')) close();
  });
  document.addEventListener(
    "cancel",
    (event) => {
      if (event.target !== dialog()) return;
      event.preventDefault();
      close();
    },
    true,
  );
  show();
}
