// The generated client over Node's pipes: booking, batch, notifications, progress, cancellation, errors, crash, orderly end.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { startUnderNode } from "../examples/node_transport.js";
import { call, ERRORS, type Message, type Progress, Sidecar, SidecarClosed, SidecarError, SIDECAR_VERSION } from "../examples/sidecar.js";
import { demo, within } from "./server.js";

function started(...more: string[]) {
  const running = startUnderNode(demo(...more).command);
  return { ...running, sidecar: new Sidecar(running.transport) };
}

test("initialize tells who serves and every method of the client is served", async () => {
  const { sidecar, exited } = started();
  const { server, protocol_version, capabilities } = await sidecar.initialize({ client: { name: "test", version: "1", handoff: true } });
  assert.deepEqual([server.name, server.version, protocol_version], ["fluxion-sidecar", SIDECAR_VERSION, "1"]);
  const own = Object.entries(sidecar).flatMap(([family, member]: [string, unknown]) =>
    typeof member === "function" ? [family] : member !== null && typeof member === "object" ? Object.keys(member).map((name) => `${family}.${name}`) : [],
  );
  assert.deepEqual(capabilities.methods.filter((name) => !own.includes(name)), []);
  await sidecar.stop();
  assert.equal(await within(exited, "the end"), 0);
});

test("a call books, speaks, and the message for WhatsApp is told and acknowledged", async () => {
  const { sidecar } = started("--tts", "espeak");
  const told = new Promise<Message>((resolve) => sidecar.on("whatsapp.send_template", resolve));
  const greeting = await sidecar.voice.greet();
  assert.equal(greeting.step, "ascolto");
  const { session_id } = greeting;
  const recap = await sidecar.voice.process({ session_id, text: "Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16" });
  assert.deepEqual([recap.step, recap.slots.data, recap.slots.ora, recap.intent], ["conferma", "2026-03-12", "16:00", "prenotazione"]);
  const done = await sidecar.voice.process({ session_id, text: "sì" });
  assert.equal(done.action?.type, "appuntamento_creato");
  assert.ok(done.audio_path !== null && existsSync(done.audio_path));
  const message = await within(told, "the message");
  assert.deepEqual([message.template, message.appuntamento_id], ["booking_confirmation", done.action.id]);
  await sidecar.whatsapp.ack({ message_id: message.message_id, status: "sent" });
  assert.deepEqual((await sidecar.whatsapp.pending()).messages, []);
  const { appuntamenti } = await sidecar.appuntamenti.list({ from: "2026-03-12", to: "2026-03-12" });
  const mine = appuntamenti.find((one) => one.ids.includes(message.appuntamento_id ?? ""));
  assert.deepEqual([mine?.ora, mine?.whatsapp_confirmed], ["16:00", true]);
  await sidecar.stop();
});

test("the members of a batch have an outcome each, in order and by their own types", async () => {
  const { sidecar } = started();
  const [name, unknown, hours] = await sidecar.batch(
    call("settings.nome_attivita"),
    call("session.get", { session_id: "nobody" }),
    call("settings.orari_lavoro"),
  );
  assert.ok(name.ok && hours.ok && !unknown.ok);
  assert.equal(name.result.nome_attivita, "Salone Aurora");
  assert.equal(hours.result.orari.length, 7);
  assert.ok(unknown.error.is("not_found"));
  assert.deepEqual(await sidecar.batch(), []);
  await sidecar.stop();
});

test("an error answer says what may be done about it", async () => {
  const { sidecar } = started();
  const clienti = (await sidecar.clienti.search({ nome: "Anna De Luca" })).clienti;
  const piega = (await sidecar.servizi.list()).servizi.find((one) => one.nome === "Piega");
  assert.ok(clienti[0] && piega);
  const wish = { cliente_id: clienti[0].id, servizi: [piega.id], data: "2026-03-15", ora: "16:00" };
  const error: unknown = await sidecar.appuntamenti.create(wish).catch((reason: unknown) => reason);
  assert.ok(error instanceof SidecarError);
  assert.deepEqual([error.code, error.data.name, error.data.reason], [ERRORS.refused, "refused", "giorno_chiuso"]);
  await sidecar.stop();
});

test("progress is told of the request that asked for it", async () => {
  const { sidecar } = started();
  const seen: Progress[] = [];
  await sidecar.gdpr.anonymize({ days: 3000 }, { onProgress: (progress) => seen.push(progress) });
  assert.deepEqual([seen[0]?.percentage, seen.at(-1)?.percentage], [0, 100]);
  await sidecar.stop();
});

test("a request that is given up is answered as cancelled, and one given up before it began is never sent", async () => {
  const { sidecar } = started("--tts", "espeak");
  const { session_id } = await sidecar.voice.greet();
  const turns = Array.from({ length: 40 }, () => sidecar.voice.process({ session_id, text: "quanto costa la piega?" }));
  const controller = new AbortController();
  const last = sidecar.voice.process({ session_id, text: "prenota una piega domani alle 10" }, { signal: controller.signal });
  controller.abort();
  const error: unknown = await last.catch((reason: unknown) => reason);
  assert.ok(error instanceof SidecarError && error.is("cancelled"));
  const never: unknown = await sidecar.voice.reset({ session_id }, { signal: controller.signal }).catch((reason: unknown) => reason);
  assert.ok(never instanceof SidecarError && never.is("cancelled"));
  assert.equal((await Promise.all(turns)).length, 40);
  assert.equal((await sidecar.session.get({ session_id })).total_turns, 41);
  await sidecar.stop();
});

test("a crash rejects what was under way, and everything after it", async () => {
  const { sidecar, process: child, exited } = started("--tts", "espeak");
  await sidecar.initialize();
  const ended = new Promise<string>((resolve) => sidecar.onClose(resolve));
  const waiting = Array.from({ length: 20 }, () => sidecar.voice.greet());
  child.kill("SIGKILL");
  const outcomes = await within(Promise.allSettled(waiting), "the rejections");
  assert.ok(outcomes.some((one) => one.status === "rejected" && one.reason instanceof SidecarClosed));
  assert.match(await within(ended, "the notice"), /SIGKILL/);
  await assert.rejects(sidecar.ping(), SidecarClosed);
  assert.equal(await exited, null);
});

test("the process ends by itself when nobody holds its input any more", async () => {
  const { sidecar, process: child, exited } = started();
  await sidecar.ping();
  child.stdin?.end();
  assert.equal(await within(exited, "the end"), 0);
});
