// json-rpc-2.0, a client that knows no transport: requests, a batch of advanced requests, an error, a time-out of its own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { JSONRPCClient, type JSONRPCResponse } from "json-rpc-2.0";
import { demo, within } from "./server.js";

function connected() {
  const { program, args } = demo();
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const client = new JSONRPCClient((payload) => void child.stdin.write(JSON.stringify(payload) + "\n"));
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = JSON.parse(line) as JSONRPCResponse | JSONRPCResponse[] | { method: string };
    if (!("method" in message)) client.receive(message);
  });
  return { client, child, exited };
}

test("requests, a batch and an error", async () => {
  const { client, child, exited } = connected();
  assert.deepEqual(await client.request("ping", {}), {});
  assert.equal((await client.request("settings.nome_attivita", {}) as { nome_attivita: string }).nome_attivita, "Salone Aurora");
  const answers = await within(
    Promise.resolve(
      client.requestAdvanced([
        { jsonrpc: "2.0", id: "a", method: "servizi.list", params: {} },
        { jsonrpc: "2.0", id: "b", method: "operatori.list" },
        { jsonrpc: "2.0", id: "c", method: "no.such.method" },
      ]),
    ),
    "the batch",
  );
  assert.deepEqual(answers.map((one) => [one.id, one.error?.code]).sort(), [["a", undefined], ["b", undefined], ["c", -32601]]);
  await assert.rejects(async () => client.request("session.get", { session_id: "nobody" }), /./);
  child.stdin.end();
  assert.equal(await within(exited, "the end"), 0);
});

test("a request within its time-out is answered in time", async () => {
  const { client, child } = connected();
  const found = (await client.timeout(10_000).request("clienti.search", { nome: "Anna De Luca" })) as { count: number };
  assert.ok(found.count >= 1);
  child.stdin.end();
});
