// The OpenRPC document by its own tools, and the calls of this folder by the document.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import openrpc from "@open-rpc/schema-utils-js";
import { demo } from "./server.js";

const { command } = demo();
const [program, ...args] = command;

test("the document that the server answers is a valid one, every reference resolves", async () => {
  const asked = spawnSync(program ?? "", args, { input: '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}\n', encoding: "utf8" });
  const { result } = JSON.parse(asked.stdout) as { result: unknown };
  const text = JSON.stringify(result);
  const document = await openrpc.parseOpenRPCDocument(text, { validate: true, dereference: true });
  assert.ok(document.methods.length >= 40);
  assert.equal(openrpc.validateOpenRPCDocument(JSON.parse(text) as never), true);
  const validator = new openrpc.MethodCallValidator(document);
  assert.deepEqual(validator.validate("voice.process", { text: "ciao", tts: false }), []);
  assert.notDeepEqual(validator.validate("voice.process", { text: 7 }), []);
});
