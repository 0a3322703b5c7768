// One's own messages: edited in place, or deleted after a question.

import { act } from "./acts.js";
import { confirmed } from "./asking.js";

function placeOf(element) {
  const { channel, ts } = element.closest("[data-surface]").dataset;
  return { channel, ts };
}

function edit(button) {
  const message = button.closest(".message");
  const said = message.querySelector(".said");
  if (message.querySelector(".editing")) return;
  const form = document.createElement("form");
  form.className = "editing";
  const label = document.createElement("label");
  label.className = "unseen";
  label.textContent = "Edit message";
  const box = document.createElement("textarea");
  box.rows = 2;
  box.value = button.dataset.source;
  box.id = `${message.id}-edit`;
  label.htmlFor = box.id;
  const save = made("Save", "submit", "button primary small");
  const leave = made("Cancel", "button", "button small");
  const row = document.createElement("div");
  row.className = "actions";
  row.append(save, leave);
  form.append(label, box, row);
  said.hidden = true;
  said.after(form);
  box.focus();
  const end = () => {
    form.remove();
    said.hidden = false;
    message.focus();
  };
  leave.addEventListener("click", end);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    end();
    if (text && text !== button.dataset.source) act("edit", { ...placeOf(button), text });
  });
}

function made(words, type, className) {
  const button = document.createElement("button");
  button.type = type;
  button.className = className;
  button.textContent = words;
  return button;
}

async function remove(button) {
  const sure = await confirmed({
    title: "Delete this message?",
    text: "It disappears for everybody here.",
    confirm: "Delete",
    danger: true,
  });
  if (sure) act("delete", placeOf(button));
}

export function watchMessages() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".tools button[data-tool]");
    if (!button) return;
    const chosen = button.dataset.shortcut;
    if (button.dataset.tool === "edit") edit(button);
    else if (chosen) act("shortcut", { ...placeOf(button), shortcut: chosen });
    else remove(button);
  });
}
