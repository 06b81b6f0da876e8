// Binds the desk to a page (index.html) inside Tauri.
import { convertFileSrc } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { Desk, type View } from "./desk.js";
import { startUnderTauri } from "./tauri_transport.js";

function element<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found as E;
}

const lines = element<HTMLUListElement>("lines");
const view: View = {
  said(who, text) {
    const line = document.createElement("li");
    line.className = who;
    line.textContent = text;
    lines.append(line);
  },
  options: (labels) => void (element("options").textContent = labels.join("  ")),
  status: (text) => void (element("status").textContent = text),
  play: (path) => void new Audio(convertFileSrc(path)).play(),
};

const desk = new Desk(
  {
    start: async () => (await startUnderTauri((line) => console.debug(line))).transport,
    sendWhatsApp: async (to, template, params) => console.info("WhatsApp", to, template, params),
    takeOver: async (summary) => window.confirm(`A caller asks for a person: ${summary}`),
  },
  view,
);

element<HTMLFormElement>("call").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = element<HTMLInputElement>("said");
  void desk.hear(said.value);
  said.value = "";
});
await getCurrentWindow().onCloseRequested(() => desk.close());
await desk.open();
await desk.ring();
