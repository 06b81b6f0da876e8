// The example front end without its window: a call booked, a message delivered, a person called for, a crash survived.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk, type Host, type View } from "../examples/desk.js";
import { type NodeSidecar, startUnderNode } from "../examples/node_transport.js";
import { demo, within } from "./server.js";

interface Stage {
  desk: Desk;
  said: string[];
  status: string[];
  sent: string[];
  running: NodeSidecar[];
  summaries: string[];
}

function stage(...more: string[]): Stage {
  const { command } = demo(...more);
  const [said, status, sent, summaries]: string[][] = [[], [], [], []] as const satisfies string[][];
  const running: NodeSidecar[] = [];
  const host: Host = {
    start: () => {
      const one = startUnderNode(command);
      running.push(one);
      return Promise.resolve(one.transport);
    },
    sendWhatsApp: (to, template) => Promise.resolve(void sent!.push(`${template} ${to}`)),
    takeOver: (summary) => Promise.resolve(summaries!.push(summary) > 0),
  };
  const view: View = {
    said: (who, text) => void said!.push(`${who}: ${text}`),
    options: () => undefined,
    status: (text) => void status!.push(text),
    play: () => undefined,
  };
  return { desk: new Desk(host, view), said: said!, status: status!, sent: sent!, running, summaries: summaries! };
}

async function until(fact: () => boolean, what: string): Promise<void> {
  const poll = async () => {
    while (!fact()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await within(poll(), what);
}

test("a call is booked and its message delivered", async () => {
  const { desk, said, sent, running } = stage();
  await desk.open();
  await desk.ring();
  await desk.hear("Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16");
  await desk.hear("sì");
  assert.match(said.at(-1) ?? "", /Ho prenotato/);
  await until(() => sent.length > 0, "the message");
  assert.match(sent[0] ?? "", /^booking_confirmation \d+$/);
  await desk.close();
  assert.equal(await running[0]?.exited, 0);
});

test("a caller who wants a person gets one", async () => {
  const { desk, summaries } = stage();
  await desk.open();
  await desk.ring();
  await desk.hear("voglio parlare con una persona");
  await desk.hear("sì");
  await until(() => summaries.length > 0, "the request for a person");
  await desk.close();
});

test("a crash in the middle of a call costs the caller nothing", async () => {
  const { desk, said, status, running } = stage();
  await desk.open();
  await desk.ring();
  await desk.hear("Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16");
  running[0]?.process.kill("SIGKILL");
  await running[0]?.exited;
  await desk.hear("sì");
  assert.match(said.at(-1) ?? "", /Ho prenotato/);
  assert.equal(running.length, 2);
  assert.ok(status.some((text) => text.includes("SIGKILL")));
  await desk.close();
});
