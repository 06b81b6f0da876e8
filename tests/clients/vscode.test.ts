// vscode-jsonrpc with a reader and a writer of lines: requests, an error, a notification, cancellation by its own token.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import type { Readable, Writable } from "node:stream";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  CancellationTokenSource,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
  ResponseError,
} from "vscode-jsonrpc/node";
import { demo, within } from "./server.js";

class LineReader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly stream: Readable) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    const lines = createInterface({ input: this.stream });
    lines.on("line", (line) => callback(JSON.parse(line) as Message));
    lines.on("close", () => this.fireClose());
    return { dispose: () => lines.close() };
  }
}

class LineWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly stream: Writable) {
    super();
  }
  write(message: Message): Promise<void> {
    return new Promise((resolve) => this.stream.write(JSON.stringify(message) + "\n", () => resolve()));
  }
  end(): void {
    this.stream.end();
  }
}

test("it drives a call, cancels a request and hears notifications", async () => {
  const { program, args } = demo("--tts", "espeak");
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const connection = createMessageConnection(new LineReader(child.stdout), new LineWriter(child.stdin));
  const told = new Promise<{ template: string }>((resolve) => connection.onNotification("whatsapp.send_template", resolve));
  connection.listen();

  const { session_id } = await connection.sendRequest<{ session_id: string }>("voice.greet", {});
  await connection.sendRequest("voice.process", { session_id, text: "Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16" });
  const turn = await connection.sendRequest<{ action: { type: string } }>("voice.process", { session_id, text: "sì" });
  assert.equal(turn.action.type, "appuntamento_creato");
  assert.equal((await within(told, "the message")).template, "booking_confirmation");

  await assert.rejects(connection.sendRequest("session.get", { session_id: "nobody" }), (error) => error instanceof ResponseError && error.code === -32001);

  const others = Array.from({ length: 30 }, () => connection.sendRequest("voice.process", { session_id, text: "quanto costa la piega?" }));
  const source = new CancellationTokenSource();
  const last = connection.sendRequest("voice.process", { session_id, text: "domani alle 10" }, source.token);
  // It sends a request a moment later, and a cancellation too early would be of one that nobody knows yet.
  await Promise.race(others);
  source.cancel();
  await assert.rejects(within(last, "the cancelled answer"), (error) => error instanceof ResponseError && error.code === -32800);
  await within(Promise.all(others), "the turns before it");

  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.equal(await within(exited, "the end"), 0);
  connection.dispose();
});
