// The real server for each test: a fresh demo business in a folder of its own. FLUXION_COMMAND holds the program as a JSON array.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const COMMAND = JSON.parse(process.env["FLUXION_COMMAND"] ?? "[]") as string[];
export const NOW = "2026-03-10T09:00:00";

/** The command line of a server on a demo business. */
export function demo(...more: string[]): { command: string[]; program: string; args: string[] } {
  const [program, ...first] = COMMAND;
  if (program === undefined) throw new Error("FLUXION_COMMAND is not set");
  const folder = mkdtempSync(join(tmpdir(), "fluxion client è "));
  const options = ["--db", join(folder, "shop.db"), "--data-dir", join(folder, "data"), "--now", NOW, "--llm", "off"];
  execFileSync(program, [...first, "init-db", "--demo", ...options], { stdio: "ignore" });
  const args = [...first, ...options, "--log-level", "error", ...(more.length > 0 ? more : ["--tts", "off"])];
  return { command: [program, ...args], program, args };
}

export function within<T>(promise: Promise<T>, what: string, ms = 20_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
