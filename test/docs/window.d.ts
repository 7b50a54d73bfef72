import type {} from '../../src/index.js';

declare global {
  interface Window {
    /** What a visitor notes in the page. */
    docs: { isReady: boolean; finished: number; violations: string[] };
  }
  interface DocumentEventMap {
    'datastar-fetch': CustomEvent<{ type: string }>;
  }
}
