// The sidecar inside a Tauri app, by the shell plugin. The names are those of the capabilities in src-tauri/capabilities.
import { type Child, Command } from "@tauri-apps/plugin-shell";
import type { LineTransport } from "./sidecar.js";

/** Linux and Windows: `externalBin`, beside the app's own executable. */
export const BESIDE_THE_APP = "binaries/fluxion-sidecar";
/** macOS: in the resources of the bundle, where its data files may lie without being code. */
export const IN_THE_RESOURCES = "fluxion-sidecar";

export interface TauriSidecar {
  transport: LineTransport;
  child: Child;
}

/** Spawns it without any argument: what a capability does not allow by name would be dropped without a word. */
export async function startUnderTauri(onLog: (line: string) => void = () => undefined, mac = isMac()): Promise<TauriSidecar> {
  const command = mac ? Command.create(IN_THE_RESOURCES) : Command.sidecar(BESIDE_THE_APP);
  const lines: Array<(line: string) => void> = [];
  const endings: Array<(reason: string) => void> = [];
  // Listened to before it is spawned: nothing it says at once is lost.
  command.stdout.on("data", (line) => lines.forEach((listener) => listener(line)));
  command.stderr.on("data", onLog);
  command.on("close", ({ code, signal }) => endings.forEach((listener) => listener(`the sidecar ended (${signal ?? code})`)));
  command.on("error", (error) => endings.forEach((listener) => listener(error)));
  const child = await command.spawn();
  const transport: LineTransport = {
    send: (line) => child.write(line + "\n"),
    onLine: (listener) => void lines.push(listener),
    onClose: (listener) => void endings.push(listener),
  };
  return { transport, child };
}

function isMac(): boolean {
  return navigator.userAgent.includes("Macintosh");
}
