// The stdio transport of the MCP SDK, which checks every message it reads against the grammar of JSON-RPC.
import assert from "node:assert/strict";
import { test } from "node:test";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { demo, within } from "./server.js";

/** By itself the transport hands on only a few variables. */
function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

test("every message passes its checks: results, errors, notifications", async () => {
  const { program, args } = demo();
  const transport = new StdioClientTransport({ command: program, args, stderr: "ignore", env: environment() });
  const seen: JSONRPCMessage[] = [];
  const faults: Error[] = [];
  let enough: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (enough = resolve));
  transport.onmessage = (message) => {
    seen.push(message);
    if (seen.length === 8) enough();
  };
  transport.onerror = (error) => faults.push(error);
  await transport.start();
  const said = ["Sono Anna De Luca, vorrei una piega con Sara giovedì alle 16", "sì"];
  await transport.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { client: { name: "mcp" } } });
  await transport.send({ jsonrpc: "2.0", id: "two", method: "voice.greet", params: { session_id: "s" } });
  for (const [at, text] of said.entries()) {
    await transport.send({ jsonrpc: "2.0", id: 3 + at, method: "voice.process", params: { session_id: "s", text, progress_token: "p" } });
  }
  await transport.send({ jsonrpc: "2.0", id: 9, method: "no.such.method" });
  const ended = new Promise<void>((resolve) => (transport.onclose = resolve));
  await within(all, "eight messages");
  await transport.close();
  await within(ended, "the end");
  assert.deepEqual(faults, []);
  const ids = new Set(seen.flatMap((message) => ("id" in message ? [message.id] : [])));
  assert.deepEqual([...ids].map(String).sort(), ["1", "3", "4", "9", "two"]);
  assert.ok(seen.some((message) => "error" in message && message.error.code === -32601));
  assert.ok(seen.some((message) => "method" in message));
});
