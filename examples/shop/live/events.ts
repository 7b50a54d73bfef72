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

  override close(): void {
    this.#text = '';
  }

  protected override send(...event: Parameters<ServerSentEventGenerator['send']>): string[] {
    const lines = super.send(...event);
    this.#text += lines.join('');
    return lines;
  }
}
