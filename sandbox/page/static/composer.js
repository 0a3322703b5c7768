// The box one writes in: Enter sends, Shift Enter makes a line; / and @ offer what there is.

import { sendForm } from "./acts.js";

const MOST_SHOWN = 8;

// A text box is a combobox only while it has something to offer.
const WHILE_OPEN = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "true" };

class Composer {
  constructor(form) {
    this.form = form;
    this.box = form.querySelector("textarea");
    this.list = form.querySelector(".hints");
    this.attached = form.querySelector(".attached");
    this.picker = form.querySelector('input[type="file"]');
    this.known = JSON.parse(this.box.dataset.hints);
    this.at = -1;
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("input", () => this.suggest());
    this.box.addEventListener("blur", () => this.hide());
    this.box.addEventListener("paste", (event) => this.pasted(event));
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest('[role="option"]');
      if (option) this.take(option);
    });
    this.picker?.addEventListener("change", () => this.showAttached());
    form.addEventListener("submit", (event) => this.send(event));
    this.grow();
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (open && (event.key === "Tab" || (event.key === "Enter" && this.isChoosing())) && !event.shiftKey) {
      event.preventDefault();
      this.take(this.list.children[Math.max(this.at, 0)]);
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      this.hide();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  // Whether Enter takes what is offered: not when that stands there already, then it sends.
  isChoosing() {
    return this.at >= 0 && this.list.children[this.at].dataset.put.trim() !== this.word();
  }

  word() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    return before.match(/^\/[\w-]*$/)?.[0] ?? before.match(/(?:^|\s)([@#][\w.-]*)$/)?.[1] ?? null;
  }

  suggest() {
    this.grow();
    const word = this.word()?.toLowerCase();
    const fitting = word
      ? this.known.filter(({ name, note }) => {
          const sought = word.slice(1);
          return name[0] === word[0] && (name.toLowerCase().startsWith(word) || (sought && note.toLowerCase().includes(sought)));
        })
      : [];
    this.list.replaceChildren(...fitting.slice(0, MOST_SHOWN).map((hint, index) => this.option(hint, index)));
    this.at = -1;
    const open = fitting.length > 0;
    if (!open) {
      this.hide();
      return;
    }
    this.list.hidden = false;
    for (const [name, value] of Object.entries(WHILE_OPEN)) this.box.setAttribute(name, value);
    this.box.setAttribute("aria-controls", this.list.id);
    this.box.removeAttribute("aria-activedescendant");
    if (word.startsWith("/")) this.move(1);
  }

  option({ put, name, note }, index) {
    const option = document.createElement("div");
    option.id = `${this.list.id}-${index}`;
    option.setAttribute("role", "option");
    option.dataset.put = put;
    const strong = document.createElement("strong");
    strong.textContent = name;
    const small = document.createElement("span");
    small.textContent = note;
    option.append(strong, " ", small);
    return option;
  }

  move(step) {
    const options = [...this.list.children];
    this.at = (this.at + step + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.at)));
    this.box.setAttribute("aria-activedescendant", options[this.at].id);
    options[this.at].scrollIntoView({ block: "nearest" });
  }

  take(option) {
    const end = this.box.selectionStart;
    const start = end - this.word().length;
    this.box.setRangeText(option.dataset.put, start, end, "end");
    this.hide();
    this.grow();
  }

  hide() {
    this.list.hidden = true;
    this.at = -1;
    for (const name of [...Object.keys(WHILE_OPEN), "aria-controls", "aria-activedescendant"]) {
      this.box.removeAttribute(name);
    }
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 200)}px`;
  }

  pasted(event) {
    if (!this.picker || !event.clipboardData.files.length) return;
    event.preventDefault();
    this.picker.files = event.clipboardData.files;
    this.showAttached();
  }

  showAttached() {
    const names = [...this.picker.files].map((file) => file.name);
    this.attached.hidden = names.length === 0;
    this.attached.replaceChildren(`Attached: ${names.join(", ")} `);
    const away = document.createElement("button");
    away.type = "button";
    away.className = "button small";
    away.textContent = "Remove";
    away.addEventListener("click", () => {
      this.picker.value = "";
      this.showAttached();
      this.box.focus();
    });
    if (names.length) this.attached.append(away);
  }

  async send(event) {
    event.preventDefault();
    const text = this.box.value.trim();
    if (!text && !this.picker?.files.length) return;
    const data = new FormData(this.form);
    this.box.value = "";
    this.hide();
    this.grow();
    if (await sendForm(this.form, data)) {
      if (this.picker) {
        this.picker.value = "";
        this.showAttached();
      }
    } else if (!this.box.value) {
      this.box.value = data.get("text");
      this.grow();
    }
    this.box.focus();
  }
}

export function watchComposers() {
  for (const form of document.querySelectorAll("[data-composer]")) new Composer(form);
  const wanted = document.querySelector(".thread .composer textarea") ?? document.querySelector(".composer textarea");
  if (wanted && matchMedia("(min-width: 60rem)").matches && !document.getElementById("form")) {
    wanted.focus({ preventScroll: true });
    wanted.setSelectionRange(wanted.value.length, wanted.value.length);
  }
  const here = new URL(location.href);
  if (here.searchParams.has("draft")) {
    here.searchParams.delete("draft");
    history.replaceState(null, "", here);
  }
  const droppedOn = document.getElementById("conversation");
  droppedOn?.addEventListener("dragover", (event) => event.preventDefault());
  droppedOn?.addEventListener("drop", (event) => {
    const picker = droppedOn.querySelector('.composer input[type="file"]');
    if (!picker || !event.dataTransfer.files.length) return;
    event.preventDefault();
    picker.files = event.dataTransfer.files;
    picker.dispatchEvent(new Event("change"));
  });
}
