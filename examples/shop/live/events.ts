import { ServerSentEventGenerator } from '@starfederation/datastar-sdk/abstractServerSentEventGenerator';

/** Datastar's events as text: to be sent whole, or when a reader is ready for more. */
export class Events extends ServerSentEventGenerator {
  #text = '';

  // the SDK's own is protected
  public constructor() {
    super();
  }

  /** What was written since the last time. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** A carriage return ends a line of an event stream, and the SDK minds only line feeds: what a visitor wrote may hold one. */
  override patchElements(...[elements, options]: Parameters<ServerSentEventGenerator['patchElements']>): string[] {
    return super.patchElements(elements.replaceAll('\r', ''), options);
  }

  override close(): void {
    this.#text = '';
  }

  protected override send(...event: Parameters<ServerSentEventGenerator['send']>): string[] {
    const lines = super.send(...event);
    this.#text += lines.join('');
    return lines;
  }
}
