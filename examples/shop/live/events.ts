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
    // The client notes an id as soon as it has read that line. Before the data, a connection that is cut in the midst of an
    // event would lose it for good: the client would ask for what comes after.
    const id = lines.findIndex((line) => line.startsWith('id: '));
    if (id >= 0) lines.splice(-1, 0, ...lines.splice(id, 1));
    this.#text += lines.join('');
    return lines;
  }
}
