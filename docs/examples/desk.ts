// A small complete front end without its window: one call at a time, messages acknowledged, a person called for, a restart after a crash.
// `main.ts` binds it to a page; the tests bind it to a list of strings.
import { ERRORS, type LineTransport, Sidecar, SidecarClosed, SidecarError, type Turn } from "./sidecar.js";

export interface View {
  said(who: "cliente" | "assistente", text: string): void;
  options(labels: readonly string[]): void;
  status(text: string): void;
  play(audioPath: string): void;
}

export interface Host {
  start(): Promise<LineTransport>;
  /** Sends a WhatsApp message; rejects where it cannot. */
  sendWhatsApp(to: string, template: string, params: Record<string, string>): Promise<void>;
  /** Whether a person takes the call over. */
  takeOver(summary: string): Promise<boolean>;
}

const RESTARTS = 3;

export class Desk {
  private sidecar: Sidecar | undefined;
  private session: string | undefined;
  private restarts = 0;
  private leaving = false;

  constructor(
    private readonly host: Host,
    private readonly view: View,
  ) {}

  /** Starts the sidecar and says who we are. */
  async open(): Promise<void> {
    const sidecar = new Sidecar(await this.host.start());
    this.sidecar = sidecar;
    sidecar.on("whatsapp.send_template", (message) => void this.deliver(message.message_id, message.to, message.template, message.params));
    sidecar.on("handoff.requested", ({ session_id, summary }) => void this.handOver(session_id, summary));
    sidecar.onClose((reason) => void this.ended(reason));
    const { server, capabilities } = await sidecar.initialize({ client: { name: "desk", version: "1", handoff: true } });
    this.view.status(`${server.name} ${server.version}, voice ${capabilities.tts}`);
    const { components } = await sidecar.health.check();
    if (components.database.state !== "ok") this.view.status(`database: ${components.database.detail}`);
  }

  /** A call comes in. */
  async ring(telefono?: string): Promise<void> {
    this.session = undefined;
    await this.show((sidecar) => sidecar.voice.greet(telefono === undefined ? {} : { telefono }));
  }

  /** The caller has said something. */
  async hear(text: string): Promise<void> {
    this.view.said("cliente", text);
    const session_id = this.session;
    // The same request_id again after a crash books nothing twice.
    const request_id = globalThis.crypto.randomUUID();
    await this.show((sidecar) => sidecar.voice.process({ text, request_id, ...(session_id === undefined ? {} : { session_id }) }));
  }

  /** The app is about to close. */
  async close(): Promise<void> {
    this.leaving = true;
    await this.sidecar?.stop();
  }

  private async show(ask: (sidecar: Sidecar) => Promise<Turn>): Promise<void> {
    const turn = await this.patiently(ask);
    if (turn === undefined) return;
    this.session = turn.session_id;
    this.view.said("assistente", turn.text);
    this.view.options(turn.options.map((option) => `${option.n}. ${option.label}`));
    if (turn.audio_path !== null) this.view.play(turn.audio_path);
    if (turn.degraded.length > 0) this.view.status(`without ${turn.degraded.join(", ")}`);
  }

  /** Asks; once more after a crash, or when the sidecar says that it is worth it. */
  private async patiently(ask: (sidecar: Sidecar) => Promise<Turn>, again = true): Promise<Turn | undefined> {
    if (this.sidecar === undefined) throw new Error("open() first");
    try {
      return await ask(this.sidecar);
    } catch (error) {
      if (error instanceof SidecarClosed && again && !this.leaving) {
        await this.restarted;
        return this.patiently(ask, false);
      }
      if (error instanceof SidecarError && error.code === ERRORS.rate_limited && again) {
        await new Promise((resolve) => setTimeout(resolve, error.data.retry_after_ms ?? 1000));
        return this.patiently(ask, false);
      }
      this.view.status(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private restarted: Promise<void> = Promise.resolve();

  private ended(reason: string): void {
    if (this.leaving) return;
    this.view.status(reason);
    this.restarts += 1;
    if (this.restarts <= RESTARTS) this.restarted = this.open();
  }

  private async deliver(message_id: string, to: string, template: string, params: Record<string, string>): Promise<void> {
    let failure: string | undefined;
    try {
      await this.host.sendWhatsApp(to, template, params);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    await this.sidecar?.whatsapp.ack(failure === undefined ? { message_id, status: "sent" } : { message_id, status: "failed", error: failure });
  }

  private async handOver(session_id: string, summary: string): Promise<void> {
    const accepted = await this.host.takeOver(summary);
    await this.sidecar?.handoff.update({ session_id, status: accepted ? "accepted" : "unavailable" });
  }
}
