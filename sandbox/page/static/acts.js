// Acts of the person one is: sent to the server, which answers at once; what follows comes by the live stream.

export const viewer = () => document.body.dataset.viewer;

export function announce(words) {
  const notice = document.createElement("div");
  notice.className = "notice";
  const text = document.createElement("p");
  text.textContent = words;
  const away = document.createElement("button");
  away.type = "button";
  away.className = "button small";
  away.textContent = "Put away";
  away.addEventListener("click", () => notice.remove());
  notice.append(text, away);
  document.getElementById("notices").append(notice);
}

async function sent(address, options) {
  try {
    const answer = await fetch(address, { method: "POST", ...options });
    if (!answer.ok) {
      announce(await answer.text());
      return false;
    }
    const told = await answer.json();
    if (!told.done) announce(told.words);
    return told.done;
  } catch {
    announce("The sandbox does not answer. Is it still running? Nothing was done.");
    return false;
  }
}

const ANSWER = { Accept: "application/json" };

export function act(name, body) {
  return sent(`/as/${viewer()}/${name}`, {
    headers: { ...ANSWER, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export function sendForm(form, data) {
  return sent(form.action, { headers: ANSWER, body: data });
}
