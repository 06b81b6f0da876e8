// The real code of Tauri's shell plugin with its IPC bridged to a real child: what the Rust side does is done here.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { test } from "node:test";
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { Sidecar, SidecarClosed } from "../examples/sidecar.js";
import { BESIDE_THE_APP, IN_THE_RESOURCES, startUnderTauri } from "../examples/tauri_transport.js";
import { demo, within } from "./server.js";

interface Spawned {
  program: string;
  args: string[];
  options: { sidecar?: boolean };
  onEvent: { id: number };
}

/** The Rust side: it spawns, tells each line with its end, and forgets a child that has ended. */
function bridge(command: readonly string[]): { seen: Spawned[] } {
  const children = new Map<number, ChildProcess>();
  const seen: Spawned[] = [];
  Object.assign(globalThis, { window: globalThis });
  mockIPC((cmd, payload) => {
    const args = payload as unknown as Spawned & { pid: number; buffer: string };
    switch (cmd) {
      case "plugin:shell|spawn": {
        seen.push(args);
        const [program, ...rest] = command;
        const child = spawn(program ?? "", [...rest, ...args.args], { stdio: ["pipe", "pipe", "ignore"] });
        let index = 0;
        const tell = (event: string, told: unknown) =>
          (globalThis as never as { __TAURI_INTERNALS__: { runCallback(id: number, data: unknown): void } }).__TAURI_INTERNALS__.runCallback(
            args.onEvent.id,
            { index: index++, message: { event, payload: told } },
          );
        let rest_of_line = "";
        child.stdout.setEncoding("utf8").on("data", (piece: string) => {
          const lines = (rest_of_line + piece).split("\n");
          rest_of_line = lines.pop() ?? "";
          for (const line of lines) tell("Stdout", line + "\n");
        });
        child.once("close", (code, signal) => tell("Terminated", { code, signal: signal === null ? null : 9 }));
        const pid = child.pid ?? 0;
        children.set(pid, child);
        return pid;
      }
      case "plugin:shell|stdin_write":
        children.get(args.pid)?.stdin?.write(args.buffer);
        return null;
      case "plugin:shell|kill":
        children.get(args.pid)?.kill("SIGKILL");
        return null;
      default:
        throw new Error(`not allowed: ${cmd}`);
    }
  });
  return { seen };
}

test("the plugin spawns the sidecar by its name without arguments, and a call is booked through it", async () => {
  const { seen } = bridge(demo().command);
  const { transport } = await startUnderTauri(undefined, false);
  const sidecar = new Sidecar(transport);
  const told = new Promise((resolve) => sidecar.on("whatsapp.send_template", resolve));
  const { session_id } = await sidecar.voice.greet();
  await sidecar.voice.process({ session_id, text: "Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16" });
  const turn = await sidecar.voice.process({ session_id, text: "sì" });
  assert.equal(turn.action?.type, "appuntamento_creato");
  await within(told, "the message");
  const ended = new Promise<string>((resolve) => sidecar.onClose(resolve));
  await sidecar.stop();
  assert.equal(await within(ended, "the end"), "the sidecar ended (0)");
  assert.deepEqual([seen[0]?.program, seen[0]?.args, seen[0]?.options.sidecar], [BESIDE_THE_APP, [], true]);
  clearMocks();
});

test("on macOS it is started from the resources of the bundle", async () => {
  const { seen } = bridge(demo().command);
  const sidecar = new Sidecar((await startUnderTauri(undefined, true)).transport);
  await sidecar.ping();
  await sidecar.stop();
  assert.deepEqual([seen[0]?.program, seen[0]?.options.sidecar ?? false], [IN_THE_RESOURCES, false]);
  clearMocks();
});

test("a killed sidecar rejects what was under way", async () => {
  bridge(demo("--tts", "espeak").command);
  const { transport, child } = await startUnderTauri(undefined, false);
  const sidecar = new Sidecar(transport);
  await sidecar.ping();
  const waiting = Promise.allSettled(Array.from({ length: 20 }, () => sidecar.voice.greet()));
  const ended = new Promise<string>((resolve) => sidecar.onClose(resolve));
  await child.kill();
  await within(ended, "the end");
  assert.ok((await within(waiting, "the rejections")).some((one) => one.status === "rejected" && one.reason instanceof SidecarClosed));
  clearMocks();
});
