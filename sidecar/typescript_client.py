"""The part of the TypeScript client that is the same for every table of methods: the connection, cancellation, batches, notifications.

Printed by `sidecar.typescript`. TypeScript as text: nothing here runs in this program; tests/clients runs it under Node.
"""

NOTIFICATIONS = """\
/** How far a request has come that was sent with a progress token. */
export interface Progress {
  token: string | number;
  message: string;
  percentage: number;
}
/** A caller wants a person: show it, then say what became of it with `handoff.update`. */
export interface HandoffRequested {
  session_id: string;
  reason: string;
  summary: string;
}
/** What the sidecar tells by itself. */
export interface Notifications {
  "$/progress": Progress;
  "whatsapp.send_template": Message;
  "handoff.requested": HandoffRequested;
}
"""

RUNTIME = """\
export type MethodName = keyof Methods;
export type NotificationName = keyof Notifications;
export type ErrorName = keyof typeof ERRORS;

/** Two pipes that carry lines. `send` gets a line without its end; `onLine` may be called with one that still has it. */
export interface LineTransport {
  send(line: string): void | Promise<void>;
  onLine(listener: (line: string) => void): void;
  /** Called once, when nothing can come any more. */
  onClose(listener: (reason: string) => void): void;
}

/** What an error answer carries beside its code; further members depend on `name`. */
export interface ErrorData {
  name: ErrorName;
  retryable: boolean;
  reason?: string;
  component?: string;
  retry_after_ms?: number;
  cliente_id?: number | string;
  alternatives?: FreeSlot[];
  fields?: Array<{ field: string; problem: string }>;
}

/** An error answer. */
export class SidecarError extends Error {
  override readonly name = "SidecarError";
  constructor(
    readonly code: number,
    message: string,
    readonly data: ErrorData,
  ) {
    super(message);
  }
  /** Whether this is the error of that name. */
  is(name: ErrorName): boolean {
    return this.code === ERRORS[name];
  }
}

/** The process has ended, or its pipe has. Whatever was not answered is rejected with this. */
export class SidecarClosed extends Error {
  override readonly name = "SidecarClosed";
}

export interface CallOptions {
  /** Gives the request up; it is answered with the error `cancelled`, or with its result where rows were being written already. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** One member of a batch. */
export interface BatchCall<M extends MethodName = MethodName> {
  method: M;
  params?: Methods[M]["params"];
}
export type Outcome<T> = { ok: true; result: T } | { ok: false; error: SidecarError };
export type Outcomes<C extends readonly BatchCall[]> = {
  [K in keyof C]: C[K] extends BatchCall<infer M> ? Outcome<Methods[M]["result"]> : never;
};

/** A member of a batch, with its params checked. */
export function call<M extends MethodName>(method: M, params?: Methods[M]["params"]): BatchCall<M> {
  return params === undefined ? { method } : { method, params };
}

interface Pending {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  progress: ((progress: Progress) => void) | undefined;
  done: () => void;
}

interface Incoming {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data?: ErrorData };
}

/** JSON-RPC over lines: every request is answered exactly once, or rejected when the process ends. */
export class Connection {
  private number = 0;
  private closed: string | undefined;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<string, Set<(params: never) => void>>();
  private readonly endings = new Set<(reason: string) => void>();

  constructor(private readonly transport: LineTransport) {
    transport.onLine((line) => this.received(line));
    transport.onClose((reason) => this.ended(reason));
  }

  /** Calls a method. */
  request<M extends MethodName>(method: M, params: Methods[M]["params"], options: CallOptions = {}): Promise<Methods[M]["result"]> {
    const { message, answer } = this.prepare(method, params, options);
    // What was given up before it began is not sent: it would be carried out.
    if (this.pending.has(message.id)) this.write(JSON.stringify(message));
    return answer;
  }

  /** Several calls in one line; they are answered together, each with its own outcome. */
  async batch<const C extends readonly BatchCall[]>(...calls: C): Promise<Outcomes<C>> {
    if (calls.length === 0) return [] as unknown as Outcomes<C>;
    const prepared = calls.map((one) => this.prepare(one.method, (one.params ?? {}) as never, {}));
    const outcomes = prepared.map(({ answer }) =>
      answer.then(
        (result) => ({ ok: true, result }),
        (error: unknown) => {
          if (error instanceof SidecarError) return { ok: false, error };
          throw error;
        },
      ),
    );
    this.write(JSON.stringify(prepared.map(({ message }) => message)));
    return (await Promise.all(outcomes)) as unknown as Outcomes<C>;
  }

  /** Sends a notification; nothing comes back. */
  notify(method: string, params: Record<string, unknown> = {}): void {
    this.write(JSON.stringify({ jsonrpc: "2.0", method, params }));
  }

  /** Listens to what the sidecar tells by itself; the function that is returned ends it. */
  on<N extends NotificationName>(name: N, listener: (params: Notifications[N]) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set<(params: never) => void>();
    this.listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Called once when the process has ended, for whatever reason; at once where it already has. */
  onClose(listener: (reason: string) => void): void {
    if (this.closed === undefined) this.endings.add(listener);
    else listener(this.closed);
  }

  /** Ends the sidecar in order: what was asked is answered, then the process ends with exit code 0. */
  async stop(): Promise<void> {
    await this.request("shutdown", {});
    this.notify("exit");
  }

  private prepare<M extends MethodName>(method: M, params: Methods[M]["params"], options: CallOptions) {
    const id = ++this.number;
    const { signal, onProgress } = options;
    const sent = onProgress ? { ...params, progress_token: id } : params;
    const answer = new Promise<Methods[M]["result"]>((resolve, reject) => {
      if (this.closed !== undefined) return reject(new SidecarClosed(this.closed));
      if (signal?.aborted) return reject(new SidecarError(ERRORS.cancelled, "Cancelled.", { name: "cancelled", retryable: false }));
      const cancel = () => this.notify("$/cancelRequest", { id });
      signal?.addEventListener("abort", cancel, { once: true });
      this.pending.set(id, { resolve, reject, progress: onProgress, done: () => signal?.removeEventListener("abort", cancel) });
    });
    return { message: { jsonrpc: "2.0", id, method, params: sent }, answer };
  }

  private write(line: string): void {
    if (this.closed !== undefined) return;
    const failed = (error: unknown) => this.ended(error instanceof Error ? error.message : String(error));
    try {
      Promise.resolve(this.transport.send(line)).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  private received(line: string): void {
    const text = line.trim();
    if (text === "") return;
    const message = JSON.parse(text) as Incoming | Incoming[];
    for (const one of Array.isArray(message) ? message : [message]) this.settled(one);
  }

  private settled(message: Incoming): void {
    if (message.method !== undefined) return this.told(message.method, message.params);
    const pending = typeof message.id === "number" ? this.pending.get(message.id) : undefined;
    if (pending === undefined) return;
    this.pending.delete(message.id as number);
    pending.done();
    if (message.error === undefined) return pending.resolve(message.result as never);
    const { code, message: text, data } = message.error;
    pending.reject(new SidecarError(code, text, data ?? { name: "internal_error", retryable: false }));
  }

  private told(method: string, params: unknown): void {
    if (method === "$/progress") {
      const progress = params as Progress;
      if (typeof progress.token === "number") this.pending.get(progress.token)?.progress?.(progress);
    }
    for (const listener of this.listeners.get(method) ?? []) listener(params as never);
  }

  private ended(reason: string): void {
    if (this.closed !== undefined) return;
    this.closed = reason;
    const left = [...this.pending.values()];
    this.pending.clear();
    for (const one of left) {
      one.done();
      one.reject(new SidecarClosed(reason));
    }
    for (const listener of this.endings) listener(reason);
  }
}

/** Makes lines of the pieces a pipe delivers. */
export class LineSplitter {
  private rest = "";
  constructor(private readonly listener: (line: string) => void) {}

  push(piece: string): void {
    const lines = (this.rest + piece).split("\\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.listener(line);
  }
}
"""
