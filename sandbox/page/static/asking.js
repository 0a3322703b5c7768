// "Are you sure?", asked in a dialog that the keyboard can answer.

export function confirmed({ title, text, confirm = "Yes", deny = "Cancel", danger = false }) {
  const dialog = document.createElement("dialog");
  dialog.className = "question";
  dialog.setAttribute("aria-labelledby", "question-title");
  const heading = document.createElement("h2");
  heading.id = "question-title";
  heading.textContent = title || "Are you sure?";
  const body = document.createElement("p");
  body.textContent = text || "";
  const no = button(deny || "Cancel", "button");
  const yes = button(confirm || "Yes", danger ? "button danger" : "button primary");
  const foot = document.createElement("footer");
  foot.append(no, yes);
  dialog.append(heading, body, foot);
  document.body.append(dialog);
  return new Promise((resolve) => {
    no.addEventListener("click", () => dialog.close("no"));
    yes.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    dialog.showModal();
    yes.focus();
  });
}

function button(words, className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  return made;
}
