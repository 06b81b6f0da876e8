// The sidecar as a child process of Node: for scripts, and for tests of a front end without a window.
import { type ChildProcess, spawn } from "node:child_process";
import { LineSplitter, type LineTransport } from "./sidecar.js";

export interface NodeSidecar {
  transport: LineTransport;
  process: ChildProcess;
  /** Resolves with the exit code, null where a signal ended it. */
  exited: Promise<number | null>;
}

export function startUnderNode(command: readonly string[], env: NodeJS.ProcessEnv = process.env): NodeSidecar {
  const [program, ...args] = command;
  if (program === undefined) throw new Error("no command");
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], env });
  child.stdout.setEncoding("utf8");
  child.stdin.on("error", () => undefined); // the end of the process tells it better
  const exited = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const transport: LineTransport = {
    send: (line) => void child.stdin.write(line + "\n"),
    onLine: (listener) => {
      const splitter = new LineSplitter(listener);
      child.stdout.on("data", (piece: string) => splitter.push(piece));
    },
    onClose: (listener) => {
      child.once("error", (error) => listener(error.message));
      child.once("close", (code, signal) => listener(`the sidecar ended (${signal ?? code})`));
    },
  };
  return { transport, process: child, exited };
}
